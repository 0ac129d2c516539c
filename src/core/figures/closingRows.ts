import { footColumns, footKey, isFigureColumn, type Column, type FigureColumn, type FigureKind, type Foot, type TableForm } from "../form/Form";
import { totalKey } from "../table/rowWords";
import type { RowsRead } from "./givenRows";
import { rowOfDraft, type RowDraft } from "./RowDraft";
import { sumsOfKinds } from "./givenRows";

/** Looks up which of a form's feet a row is by its words, in the ordinal column or in the label's; most rows are none. */
export function feetNamed({ foot = [] }: TableForm): (ordinal: string, label: string) => readonly Foot[] {
  const named = foot.map((each) => ({ each, keys: new Set(each.labels.map(totalKey)) }));
  return (ordinal, label) => {
    if (named.length === 0) return [];
    const keys = [ordinal, label].filter((text) => text !== "").map(totalKey);
    return named.flatMap(({ each, keys: own }) => (keys.some((key) => own.has(key)) ? [each] : []));
  };
}

/** What a foot's row holds under a column: counts where lines are marked, shares in percent, means more finely than the lines. */
function kindUnder({ unit, decimals = 0, max }: FigureKind, { how = "sum", decimals: own = decimals }: Foot): FigureKind {
  switch (how) {
    case "sum":
      return { unit, decimals, ...(max === undefined ? {} : { max }) };
    case "mean":
      return { unit, decimals: own };
    case "share":
      return { unit: "%", decimals: own };
    case "count":
      return { unit };
  }
}

/** A column as it is in the row of these feet; itself where none of them says otherwise. */
export function columnUnder(column: FigureColumn, feet: readonly Foot[], layout: TableForm): FigureColumn;
export function columnUnder(column: Column, feet: readonly Foot[], layout: TableForm): Column;
export function columnUnder(column: Column, feet: readonly Foot[], layout: TableForm): Column {
  const own = isFigureColumn(column) ? feet.find((foot) => footColumns(layout, foot).includes(column.key)) : undefined;
  const isAsIs = !own || ((own.how ?? "sum") === "sum" && !(column as FigureColumn).kind.mark);
  return isAsIs ? column : { ...column, kind: kindUnder((column as FigureColumn).kind, own) };
}

/** The rows of a table with those that sum it up otherwise than by adding up, each in its place. */
export function withSummaries({ rows, sums }: RowsRead, drafts: readonly RowDraft[]): RowsRead {
  const summaries = drafts.filter(({ says }) => says === "summary").map((draft) => rowOfDraft(draft, "summary", -1));
  if (summaries.length === 0) return { rows, sums };
  const all = [...rows, ...summaries].sort((one, other) => one.row - other.row);
  const places = new Map(all.map(({ row }, place) => [row, place]));
  const moved = (place: number): number => places.get(rows[place]!.row)!;
  return {
    rows: all,
    sums: sums.map(({ otherwise, ...sum }) => ({ ...sum, row: moved(sum.row), parts: sum.parts.map(moved), ...(otherwise ? { otherwise: otherwise.map(moved) } : {}) })),
  };
}

/** What the feet of a row say that it is. */
export const saysOfFeet = (feet: readonly Foot[]): RowDraft["says"] => (feet.length === 0 ? undefined : feet.some((foot) => footKey(foot) === "total") ? "total" : "summary");

/** The rows of a table of records: each that anything was typed into is a line, but those that close it. */
export function recordRows(drafts: readonly RowDraft[]): RowsRead {
  const isTyped = ({ figures }: RowDraft): boolean => figures.some(({ reading, cell }) => cell.formula === undefined && reading.kind !== "blank");
  const isFilled = (draft: RowDraft): boolean => draft.label !== "" || draft.says === "total" || isTyped(draft) || draft.texts?.some(({ value }) => value.kind !== "blank") === true;
  const rows = drafts.filter(isFilled).map((draft) => rowOfDraft(draft, draft.says === "total" ? "total" : "line", -1));
  return { rows, sums: sumsOfKinds(rows) };
}
