/** A cell's place on its sheet. Both are zero-based: A1 is row 0, column 0. */
export interface Position {
  readonly row: number;
  readonly column: number;
}

/** A block of cells, zero-based, both ends included. */
export interface Rectangle {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

/** Excel's grid ends at XFD1048576. */
export const LAST_ROW = 1_048_575;
export const LAST_COLUMN = 16_383;

/** The letters of a zero-based column: 0 is "A", 16383 is "XFD". */
export function columnLetters(column: number): string {
  let letters = "";
  for (let rest = column; rest >= 0; rest = Math.floor(rest / 26) - 1) {
    letters = String.fromCharCode(65 + (rest % 26)) + letters;
  }
  return letters;
}

/** The zero-based column of its letters: "A" is 0, "xfd" is 16383. Other characters are not looked for. */
export function columnOf(letters: string): number {
  let column = 0;
  for (let index = 0; index < letters.length; index++) column = column * 26 + (letters.charCodeAt(index) & 31);
  return column - 1;
}

/** A position as Excel writes it, without `$`: "D15". */
export function a1({ row, column }: Position): string {
  return `${columnLetters(column)}${row + 1}`;
}

/** A rectangle as Excel writes it: "A8:M20", or "A8" when it is one cell. */
export function a1Range({ top, left, bottom, right }: Rectangle): string {
  const start = a1({ row: top, column: left });
  return top === bottom && left === right ? start : `${start}:${a1({ row: bottom, column: right })}`;
}

/** Reads "D15" or "$D$15"; undefined when it is not a cell of Excel's grid. */
export function parseA1(text: string): Position | undefined {
  const match = /^\$?([A-Za-z]{1,3})\$?([1-9]\d{0,6})$/.exec(text);
  if (!match) return undefined;
  const position = { row: Number(match[2]) - 1, column: columnOf(match[1]!) };
  return position.row <= LAST_ROW && position.column <= LAST_COLUMN ? position : undefined;
}

/** Reads "A8:M20" or "A8"; undefined when it is neither. The corners may come in any order. */
export function parseA1Range(text: string): Rectangle | undefined {
  const [first, second = first] = text.split(":");
  const start = parseA1(first ?? "");
  const end = parseA1(second ?? "");
  if (!start || !end) return undefined;
  return {
    top: Math.min(start.row, end.row),
    left: Math.min(start.column, end.column),
    bottom: Math.max(start.row, end.row),
    right: Math.max(start.column, end.column),
  };
}

/** One number for a position, to key maps and sets with. */
export function positionKey({ row, column }: Position): number {
  return row * (LAST_COLUMN + 1) + column;
}

/** Whether the position lies in the rectangle. */
export function contains(rectangle: Rectangle, { row, column }: Position): boolean {
  return row >= rectangle.top && row <= rectangle.bottom && column >= rectangle.left && column <= rectangle.right;
}
