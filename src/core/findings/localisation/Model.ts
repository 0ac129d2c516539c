import type { Cost } from "./Cost";
import type { Unknown } from "./Event";

/** What is known of the table apart from its sums: how many places an event could have struck, and how its rows usually look. */
export interface Model {
  /** Cells of the body that hold a count above 0. */
  readonly filled: number;
  /** The same, only cells that add up nothing. */
  readonly filledLeaves: number;
  /** Lines of the body with a count above 0. */
  readonly lines: number;
  /** Subtotals of the body's lines above 0. */
  readonly subtotals: number;
  /** Cells that add up a column. */
  readonly totals: number;
  /** Cells where a number was typed over a formula. */
  readonly typedOver: ReadonlySet<number>;
  /** How unlikely a line is to look like this, by its row of the sheet; 0 for lines that add up others. */
  lineCost(line: number, value: (cell: number) => number, unknown?: readonly Unknown[]): Cost;
  /** How unlikely it is that just these lines, so many of them, had files withdrawn, returned or stopped. */
  withdrawnLinesCost(lines: number): Cost;
  /** How unlikely it is that in a line with files withdrawn it was so many of those received; below 0 for more out than in. */
  withdrawnFilesCost(files: number, received: number): Cost;
}
