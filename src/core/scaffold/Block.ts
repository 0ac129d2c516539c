import type { Rectangle } from "../sheet/Address";
import { BLANK, textValue, type Content } from "../sheet/Cell";
import type { CellStyle, PlannedCell } from "../sheet/SheetPlan";

/** Part of a sheet to be made. */
export interface Block {
  readonly cells: readonly PlannedCell[];
  readonly merges: readonly Rectangle[];
  /** In points, by zero-based row. */
  readonly heights: ReadonlyMap<number, number>;
}

/** A part that ends with this zero-based row. */
export interface BlockTo extends Block {
  readonly bottom: number;
}

/** Official documents are set in Times New Roman (NĐ 30/2020/NĐ-CP, Phụ lục I). */
export const FONT: CellStyle = { fontName: "Times New Roman", fontSize: 12, vertical: "center", wrap: true };

/** One content over a rectangle, merged where it is more than a cell. Borders want every cell of it, so blanks are planned too. */
export function spread(rectangle: Rectangle, content: Content, style: CellStyle): Block {
  const { top, left, bottom, right } = rectangle;
  const cells: PlannedCell[] = [];
  const look = { ...FONT, ...style };
  for (let row = top; row <= bottom; row++) {
    for (let column = left; column <= right; column++) {
      const first = row === top && column === left;
      if (first || style.border) cells.push({ at: { row, column }, content: first ? content : BLANK, style: look });
    }
  }
  return { cells, merges: bottom > top || right > left ? [rectangle] : [], heights: new Map() };
}

/** A text over a rectangle. */
export function spreadText(rectangle: Rectangle, text: string, style: CellStyle): Block {
  return spread(rectangle, textValue(text), style);
}

/** Several blocks as one. */
export function join(blocks: readonly Block[]): Block {
  return {
    cells: new Array<PlannedCell>().concat(...blocks.map(({ cells }) => cells)),
    merges: blocks.flatMap(({ merges }) => merges),
    heights: new Map(blocks.flatMap(({ heights }) => [...heights])),
  };
}
