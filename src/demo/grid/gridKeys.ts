import type { Position } from "../../core/sheet/Address";

/** A key as far as the grid cares. */
export interface GridKey {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
}

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
  const go = (toRow: number, toColumn: number): GridDeed => ({
    kind: "go",
    to: { row: Math.min(Math.max(toRow, 0), extent.rows - 1), column: Math.min(Math.max(toColumn, 0), extent.columns - 1) },
  });
  if (key.altKey) return undefined;
  switch (key.key) {
    case "ArrowUp":
      return go(control ? 0 : row - 1, column);
    case "ArrowDown":
      return go(control ? extent.rows - 1 : row + 1, column);
    case "ArrowLeft":
      return go(row, control ? 0 : column - 1);
    case "ArrowRight":
      return go(row, control ? extent.columns - 1 : column + 1);
    case "PageUp":
      return go(row - PAGE, column);
    case "PageDown":
      return go(row + PAGE, column);
    case "Home":
      return go(control ? 0 : row, 0);
    case "End":
      return go(control ? extent.rows - 1 : row, extent.columns - 1);
    case "Enter":
    case "F2":
      return { kind: "edit", afresh: false };
    case "Delete":
    case "Backspace":
      return { kind: "clear" };
    default:
      if (control) return key.key.toLowerCase() === "z" && !key.shiftKey ? { kind: "undo" } : undefined;
      // "Process" and "Unidentified" are keys of an input method, whose text the editor receives.
      return [...key.key].length === 1 || key.key === "Process" || key.key === "Unidentified" ? { kind: "edit", afresh: true } : undefined;
  }
}
