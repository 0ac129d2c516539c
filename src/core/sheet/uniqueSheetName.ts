import { withoutEnd } from "../words/withoutEnd";

/** Excel's limit on the length of a sheet's name, in UTF-16 units. */
export const LONGEST_SHEET_NAME = 31;

const APOSTROPHE = /'/;

/**
 * A name Excel takes for a new sheet: without `\ / ? * [ ] :`, without apostrophes at its ends, at most 31 long,
 * and unlike every taken one whatever the case. A taken name gets " (2)", " (3)" …
 */
export function uniqueSheetName(wanted: string, taken: readonly string[]): string {
  const used = new Set(taken.map((name) => name.toLowerCase()));
  const tidy = withoutEnd(wanted.replace(/[\\/?*[\]:\u0000-\u001f]/g, " ").trim().replace(/^'+/, ""), APOSTROPHE).trim();
  // Excel keeps "History" for itself.
  const base = tidy === "" || tidy.toLowerCase() === "history" ? "Sheet" : tidy;
  for (let number = 1; ; number++) {
    const suffix = number === 1 ? "" : ` (${number})`;
    const name = withoutEnd(cut(base, LONGEST_SHEET_NAME - suffix.length).trimEnd(), APOSTROPHE) + suffix;
    if (!used.has(name.toLowerCase())) return name;
  }
}

/** Cuts without leaving half of a surrogate pair. */
function cut(text: string, length: number): string {
  const short = text.slice(0, length);
  return /[\ud800-\udbff]$/.test(short) ? short.slice(0, -1) : short;
}
