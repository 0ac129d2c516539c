import type { Rectangle } from "./Address";

/**
 * What a cell holds, told apart once, at the door. A blank is neither 0 nor "";
 * a number typed as text stays text, for the checks to name it.
 */
export type Value =
  | { readonly kind: "blank" }
  | { readonly kind: "number"; readonly number: number }
  | { readonly kind: "text"; readonly text: string }
  /** An Excel error such as "#REF!". */
  | { readonly kind: "error"; readonly code: string };

/** How a cell looks, as far as that tells what its row is or how its text is to be read; what is as usual is absent. Cells of one style share it. */
export interface Look {
  readonly bold?: true;
  readonly italic?: true;
  /** Excel's own indent, in steps. */
  readonly indent?: number;
  /** Colour of the fill, as "RRGGBB". */
  readonly fill?: string;
  /** Colour of the letters, as "RRGGBB"; absent for black. */
  readonly colour?: string;
  /** Height of the letters in points, where it is not the workbook's usual one. */
  readonly size?: number;
  /** Name of the font, where it is not the workbook's usual one or that is one of an old encoding, such as ".VnTime". */
  readonly font?: string;
}

/** Whether a font is one of the encodings before Unicode (TCVN3, VNI): its letters only look like what they say. */
export const isOldFont = (name: string): boolean => /^(?:\.vn|vni\b)/i.test(name);

/** A cell as read. */
export interface Cell {
  /** The value typed, or the cached result of the formula. */
  readonly value: Value;
  /** English, as in Excel's `formulas`: with the leading "=", commas between arguments. */
  readonly formula?: string;
  /** True when a formula was saved without a result, so that `value` says nothing. */
  readonly uncalculated?: boolean;
  /** Excel's number format code; absent means General. */
  readonly numberFormat?: string;
  readonly look?: Look;
  /** How many characters at the end of its text are raised, as a footnote's mark is. */
  readonly raised?: number;
  /** What the cell itself holds, where `value` is what it was read as: text of an old encoding, or a formula kept as text. */
  readonly stored?: Value;
  /**
   * The block of several cells that it shares an array formula or data table with: such cells change together or not at all.
   * Each has the block's formula, as Excel shows it in each.
   */
  readonly block?: Rectangle;
}

/** What may be written into a cell. A formula carries the result to show until Excel recalculates. */
export type Content = Value | { readonly kind: "formula"; readonly formula: string; readonly value: Value };

export const BLANK: Value = { kind: "blank" };
export const BLANK_CELL: Cell = { value: BLANK };

export const numberValue = (number: number): Value => ({ kind: "number", number });
/** Text; the empty string is blank, as Excel shows it. */
export const textValue = (text: string): Value => (text === "" ? BLANK : { kind: "text", text });

/** What a formula shows that finds nothing: a result, where a blank would be none. */
export const EMPTY_RESULT: Value = { kind: "text", text: "" };

/** What stands in the cell, formula first: the thing an edit compares itself with. */
export function contentOf(cell: Cell): Content {
  return cell.formula === undefined ? (cell.stored ?? cell.value) : { kind: "formula", formula: cell.formula, value: cell.value };
}

/** Whether two contents are the same; of formulas the text counts, not the cached result. */
export function sameContent(first: Content, second: Content): boolean {
  switch (first.kind) {
    case "blank":
      return second.kind === "blank";
    case "number":
      return second.kind === "number" && second.number === first.number;
    case "text":
      return second.kind === "text" && second.text === first.text;
    case "error":
      return second.kind === "error" && second.code === first.code;
    case "formula":
      return second.kind === "formula" && second.formula === first.formula;
  }
}

/** The words or digits a person would see, without number format: "" for a blank. */
export function plainText(value: Value): string {
  switch (value.kind) {
    case "blank":
      return "";
    case "number":
      return String(value.number);
    case "text":
      return value.text;
    case "error":
      return value.code;
  }
}
