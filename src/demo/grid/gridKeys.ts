import type { Position } from "../../core/sheet/Address";

/** A key as far as the grid cares. */
export type GridKey = Pick<KeyboardEvent, "key" | "ctrlKey" | "metaKey" | "altKey" | "shiftKey">;

/** What a key asks the grid to do. */
export type GridDeed =
  | { readonly kind: "go"; readonly to: Position }
  | { readonly kind: "edit"; readonly afresh: boolean }
  | { readonly kind: "clear" }
  | { readonly kind: "undo" };

const PAGE = 15;

/** The deed of a key at a cell of a grid of so many rows and columns; undefined leaves the key to the browser. Tab leaves the grid. */
export function gridDeed(key: GridKey, { row, column }: Position, extent: { readonly rows: number; readonly columns: number }): GridDeed | undefined {
  const control = key.ctrlKey || key.metaKey;
  const [lastRow, lastColumn] = [extent.rows - 1, extent.columns - 1];
  const places: Readonly<Record<string, readonly [row: number, column: number]>> = {
    ArrowUp: [control ? 0 : row - 1, column],
    ArrowDown: [control ? lastRow : row + 1, column],
    ArrowLeft: [row, control ? 0 : column - 1],
    ArrowRight: [row, control ? lastColumn : column + 1],
    PageUp: [row - PAGE, column],
    PageDown: [row + PAGE, column],
    Home: [control ? 0 : row, 0],
    End: [control ? lastRow : row, lastColumn],
  };
  if (key.altKey) return undefined;
  const place = Object.hasOwn(places, key.key) ? places[key.key] : undefined;
  if (place) return { kind: "go", to: { row: Math.min(Math.max(place[0], 0), lastRow), column: Math.min(Math.max(place[1], 0), lastColumn) } };
  if (key.key === "Enter" || key.key === "F2") return { kind: "edit", afresh: false };
  if (key.key === "Delete" || key.key === "Backspace") return { kind: "clear" };
  if (control) return key.key.toLowerCase() === "z" && !key.shiftKey ? { kind: "undo" } : undefined;
  // "Process" and "Unidentified" are keys of an input method, whose text the editor receives.
  return [...key.key].length === 1 || key.key === "Process" || key.key === "Unidentified" ? { kind: "edit", afresh: true } : undefined;
}
