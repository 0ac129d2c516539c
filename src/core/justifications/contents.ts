import { positionKey, type Position } from "../sheet/Address";
import { contentOf, plainText, sameContent, type Cell, type Content } from "../sheet/Cell";
import { cellAt, type Sheet } from "../sheet/Sheet";
import type { Table } from "../table/Table";

/** What the cells of a sheet hold, live results as the checks took them. */
export function contentsOf(sheet: Sheet, tables: readonly Table[]): (at: Position) => Content {
  // A sheet saved without results has its sums worked out for the checks; the table knows them.
  const figures = new Map<number, Cell>();
  for (const { rows } of tables) {
    for (const row of rows) for (const { at, cell } of row.figures) if (cell.formula !== undefined) figures.set(positionKey(at), cell);
  }
  return (at) => contentOf(figures.get(positionKey(at)) ?? cellAt(sheet, at));
}

/** Whether a cell still holds what it held: of a formula its text and its result. */
export function stillHolds(now: Content, held: Content): boolean {
  if (!sameContent(now, held)) return false;
  return now.kind !== "formula" || held.kind !== "formula" || sameContent(now.value, held.value);
}

/** What a cell shows, in words; "" for a blank. */
export const shownBy = (content: Content): string => plainText(content.kind === "formula" ? content.value : content);
