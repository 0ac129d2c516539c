import { linesOfTotal, type Line } from "../form/Form";
import type { ReadSum } from "../structure/RowEvidence";
import { holdsFigures, rowOfDraft, type RowDraft } from "./RowDraft";
import type { TableRow } from "./Table";

/** The rows of a table, and which of them add up which. */
export interface RowsRead {
  readonly rows: readonly TableRow[];
  readonly sums: readonly ReadSum[];
}

/**
 * Which rows add up which, where their kinds say it all: each subtotal its section's lines, each total the subtotals, the lines of sections
 * without one, and the lines that belong to no section.
 */
export function sumsOfKinds(rows: readonly TableRow[]): readonly ReadSum[] {
  const sections = new Map<number, { subtotal?: number; readonly lines: number[] }>();
  for (const [place, { kind, section }] of rows.entries()) {
    if (kind !== "line" && kind !== "subtotal") continue;
    const group = sections.get(section) ?? { lines: [] };
    sections.set(section, group);
    if (kind === "line") group.lines.push(place);
    else group.subtotal ??= place;
  }
  const groups = [...sections.values()];
  const sure = { isShownOnly: false, isSure: true };
  const subtotals = groups.flatMap(({ subtotal, lines }): readonly ReadSum[] =>
    subtotal !== undefined && lines.length > 0 ? [{ row: subtotal, parts: lines, ...sure }] : [],
  );
  const parts = groups.flatMap(({ subtotal, lines }) => (subtotal === undefined ? lines : [subtotal])).sort((one, other) => one - other);
  return [...subtotals, ...rows.flatMap(({ kind }, row): readonly ReadSum[] => (kind === "total" ? [{ row, parts, ...sure }] : []))];
}

/** The rows of a table whose lines the form gives: what a line is, and which of them head others, stands there. */
export function givenRows(drafts: readonly RowDraft[], given: readonly (Line | undefined)[], lines: readonly Line[]): RowsRead {
  const rows: TableRow[] = [];
  let [last, section] = [-1, -1];
  for (const [index, draft] of drafts.entries()) {
    const isHeading = (at: number): boolean => given[at]?.heading === true;
    const isTotal = draft.says === "total" && !given[index];
    if (given[index]?.sum) {
      rows.push(rowOfDraft(draft, "subtotal", (section = ++last)));
      continue;
    }
    if (!isHeading(index)) {
      rows.push(rowOfDraft(draft, isTotal ? "total" : "line", isTotal ? -1 : section));
      continue;
    }
    const opens = index + 1 < drafts.length && !isHeading(index + 1);
    if (opens) section = ++last;
    if (!opens && !holdsFigures(draft)) continue;
    rows.push(rowOfDraft(draft, opens ? (holdsFigures(draft) ? "subtotal" : "section") : "line", opens ? section : -1));
  }
  return { rows, sums: lines.some(({ sum }) => sum) ? sumsOfLines(rows, lines) : sumsOfKinds(rows) };
}

/** Which rows add up which, where the form says it of its lines: its total adds up those that no other line does. */
function sumsOfLines(rows: readonly TableRow[], lines: readonly Line[]): readonly ReadSum[] {
  const places = new Map(rows.flatMap(({ key }, place) => (key === undefined ? [] : [[key, place] as const])));
  const sure = { isShownOnly: false, isSure: true };
  const sumOf = (row: number, keys: readonly string[]): readonly ReadSum[] => {
    const parts = keys.flatMap((key) => places.get(key) ?? []);
    return parts.length > 0 ? [{ row, parts, ...sure }] : [];
  };
  const outermost = linesOfTotal(lines);
  const blocks = lines.flatMap(({ key, sum }) => (sum && places.has(key) ? sumOf(places.get(key)!, sum) : []));
  return [...blocks, ...rows.flatMap(({ kind }, row) => (kind === "total" ? sumOf(row, outermost) : []))];
}
