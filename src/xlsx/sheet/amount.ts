/** What is kept of worksheets: cells that hold anything, and the characters of their texts, each time a text stands in a cell. */
export interface Amount {
  readonly cells: number;
  readonly text: number;
}

/** Twice what a report of 200,000 rows holds. */
const MOST_CELLS = 6_000_000;
const MOST_TEXT = 64_000_000;
/** Ten times what Excel lets a cell hold (32,767): other programs let it hold more. */
const LONGEST_TEXT = 327_670;

/** A workbook that holds more than can be worked on. Told to users as a `TroubleError` that names the file. */
export class TooMuch extends Error {
  override readonly name = "TooMuch";
}

/** Throws `TooMuch` where both together are more than is read of one workbook. */
export function refuseTooMuch(one: Amount, other: Amount): void {
  if (one.cells + other.cells > MOST_CELLS) throw new TooMuch(`more than ${MOST_CELLS} cells`);
  if (one.text + other.text > MOST_TEXT) throw new TooMuch(`more than ${MOST_TEXT} characters`);
}

/** Throws `TooMuch` for a text that no report holds in one cell. */
export function refuseLongText(text: string): void {
  if (text.length > LONGEST_TEXT) throw new TooMuch(`a text of ${text.length} characters`);
}
