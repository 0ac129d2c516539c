import type { Position, Rectangle } from "./Address";
import type { Content } from "./Cell";

/** How a cell looks. What is unsaid stays as it is. Times New Roman 12 is the plan's own default. */
export interface CellStyle {
  readonly fontName?: string;
  /** Points. */
  readonly fontSize?: number;
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly horizontal?: "left" | "center" | "right";
  readonly vertical?: "top" | "center" | "bottom";
  readonly wrap?: boolean;
  /** A thin black line on all four sides. */
  readonly border?: boolean;
  /** Background, "#RRGGBB". */
  readonly fill?: string;
  /** Excel's number format code, such as "#,##0". */
  readonly numberFormat?: string;
}

/** A cell of a sheet to be made. */
export interface PlannedCell {
  readonly at: Position;
  readonly content: Content;
  readonly style: CellStyle;
}

/** Input cells that take numbers from 0 up and nothing else. */
export interface NumberValidation {
  readonly cells: readonly Rectangle[];
  /** Whole numbers only, where nothing is said. */
  readonly decimal?: true;
  /** The most they take. */
  readonly most?: number;
  /** At most 32 characters, as Excel asks. */
  readonly errorTitle: string;
  /** At most 255. */
  readonly errorMessage: string;
}

/** Input cells that take one of a few words; none of them holds a comma, and all together at most 255 characters. */
export interface ListValidation {
  readonly cells: readonly Rectangle[];
  readonly list: readonly string[];
  readonly errorTitle: string;
  readonly errorMessage: string;
}

export type Validation = NumberValidation | ListValidation;

/** How the sheet prints: always A4, fitted to one page in width. */
export interface PrintPlan {
  /** Landscape, where nothing is said. */
  readonly portrait?: true;
  /** Zero-based first and last row repeated on every page. */
  readonly repeatedRows: readonly [first: number, last: number];
  readonly area: Rectangle;
}

/** A whole sheet described as data; each edge knows how to make it real. */
export interface SheetPlan {
  /** At most 31 characters, none of `\ / ? * [ ] :`. */
  readonly name: string;
  readonly cells: readonly PlannedCell[];
  readonly merges: readonly Rectangle[];
  /** By zero-based column, in characters of the default font. */
  readonly columnWidths: ReadonlyMap<number, number>;
  /** By zero-based row, in points; rows not named are as high as the host makes them. */
  readonly rowHeights: ReadonlyMap<number, number>;
  /** Rows and columns that stay in view when scrolling. */
  readonly frozen: { readonly rows: number; readonly columns: number };
  readonly validations: readonly Validation[];
  readonly print: PrintPlan;
  /** The first cell a person types into, selected when the sheet appears. */
  readonly start: Position;
}
