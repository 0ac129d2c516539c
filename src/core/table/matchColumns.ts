import { isGroup, leafColumns, type Column, type ColumnNode, type Share, type TableForm } from "../form/Form";
import { foldTight } from "../sheet/fold";
import { isWorded, mentions } from "./headerWords";
import type { PercentageColumn, TableColumn } from "./Table";
import type { ColumnAsRead, TableAsRead } from "./TableAsRead";

/** Which columns of a table as read are which of a form's. */
export interface ColumnsFound {
  /** All but the percentages beside, in any order. */
  readonly columns: readonly TableColumn<Column>[];
  readonly percentages: readonly Omit<PercentageColumn, "cells">[];
}

/** A column as read with what the form calls its heading. */
type Named = readonly [at: number, text: string];

/** The heading of a column: its lowest words, with those above them where only together they name a leaf. */
function headingOf({ path }: ColumnAsRead, leaves: readonly Column[]): string {
  for (let from = path.length - 1; from >= 0; from--) {
    const text = textFrom(path, from);
    if (leaves.some((leaf) => isWorded(text, leaf))) return text;
  }
  return path.at(-1)?.text ?? "";
}

const textFrom = (path: ColumnAsRead["path"], from: number, to = path.length): string => path.slice(from, to).map(({ text }) => text).join(" ");

/** The column each leaf of a group stands in; undefined when the group has other columns. */
function leavesOf(all: readonly Column[], found: readonly Named[]): readonly TableColumn<Column>[] | undefined {
  const isNamed = (leaf: Column): boolean => found.some(([, text]) => isWorded(text, leaf));
  const leaves = all.filter((leaf) => !leaf.optional || isNamed(leaf));
  if (leaves.length !== found.length) return undefined;
  // Words decide where each names one column and no two the same; otherwise the official order does.
  const named = leaves.map((leaf) => found.filter(([, text]) => isWorded(text, leaf)).map(([column]) => column));
  const distinct = new Set(named.flatMap((matches) => (matches.length === 1 ? matches : [])));
  if (distinct.size === leaves.length) return leaves.map((column, index) => ({ column, at: named[index]![0]! }));
  const recognised = named.filter((matches) => matches.length > 0).length;
  const inPlace = named.every((matches, index) => matches.length === 0 || matches.includes(found[index]![0]));
  if (recognised * 2 < leaves.length || !inPlace) return undefined;
  return leaves.map((column, index) => ({ column, at: found[index]![0] }));
}

/** Whether a heading begins with the percentage's name; its formula may follow after "=". */
const isPercentage = (text: string, { header }: Share): boolean => foldTight(text.split("=")[0]!) === foldTight(header);

function percentagesAmong(columns: readonly ColumnAsRead[], { shares = [] }: TableForm): ColumnsFound["percentages"] {
  return shares.flatMap((percentage) => {
    for (const { at, path } of columns) {
      const label = path.find(({ text }) => isPercentage(text, percentage));
      if (label) return [{ percentage, at, named: label.text.includes("=") }];
    }
    return [];
  });
}

/** Columns under no group of the form: what stands left and right of the form's own is none of it. */
function looseLeaves(leaves: readonly Column[], free: readonly ColumnAsRead[]): readonly TableColumn<Column>[] | undefined {
  const found = free.map((column): Named => [column.at, headingOf(column, leaves)]);
  const named = found.flatMap(([, text], index) => (leaves.some((leaf) => isWorded(text, leaf)) ? [index] : []));
  const known = leaves.flatMap((leaf, index) => (found.some(([, text]) => isWorded(text, leaf)) ? [index] : []));
  if (known.length === 0) return undefined;
  return leavesOf(leaves, found.slice(Math.max(0, named[0]! - known[0]!), named.at(-1)! + leaves.length - known.at(-1)!));
}

/** Matches a table's columns with a form's by their paths of words; "differs" where it is headed alike but has other columns. */
export function matchColumns(table: TableAsRead, layout: TableForm): ColumnsFound | "differs" | undefined {
  const isName = (node: ColumnNode): node is Column => !isGroup(node) && (node.kind === "ordinal" || node.kind === "label");
  const names = layout.columns.filter(isName);
  const groups = layout.columns.filter(isGroup);
  const loose = layout.columns.filter((node): node is Column => !isGroup(node) && !isName(node));
  const percentages = percentagesAmong(table.columns, layout);
  const own = table.columns.filter(({ at }) => !percentages.some((each) => each.at === at));
  const groupOf = ({ path }: ColumnAsRead) => groups.find((group) => path.length > 1 && mentions(textFrom(path, 0, path.length - 1), group));
  const grouped = groups.map((group) => own.filter((column) => groupOf(column) === group));
  if (grouped.some((columns) => columns.length === 0)) return undefined;

  const nameOf = (words: Column): ColumnAsRead | undefined => own.find((column) => !groupOf(column) && column.path.some((_, from) => isWorded(textFrom(column.path, from), words)));
  const [ordinal, label] = (["ordinal", "label"] as const).map((kind) => names.find((each) => each.kind === kind));
  const ordinalAt = ordinal && nameOf(ordinal);
  const labelAt = label && nameOf(label);
  const isFree = (column: ColumnAsRead): boolean => !groupOf(column) && column !== ordinalAt && column !== labelAt && (labelAt !== undefined || column.at !== table.labelColumn);
  const found = [
    ...groups.map((group, index) => {
      const leaves = leafColumns(group.children);
      return leavesOf(leaves, grouped[index]!.map((column): Named => [column.at, headingOf({ ...column, path: column.path.slice(1) }, leaves)]));
    }),
    ...(loose.length > 0 ? [looseLeaves(loose, own.filter(isFree))] : []),
  ];
  if (found.some((columns) => columns === undefined)) return groups.length > 0 ? "differs" : undefined;
  const others = found.flatMap((columns) => columns!);
  const first = Math.min(...others.map(({ at }) => at));
  const named = labelAt?.at ?? own.filter(({ at }) => at < first && at !== ordinalAt?.at).at(-1)?.at;
  return {
    columns: [
      ...(ordinalAt ? [{ column: ordinal, at: ordinalAt.at }] : []),
      ...(label && named !== undefined ? [{ column: label, at: named }] : []),
      ...others,
    ],
    percentages: percentages.filter(({ at }) => at > first),
  };
}
