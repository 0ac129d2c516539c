/** How a count was written when it was not simply a number. */
export type Notation =
  | "number"
  /** "949" */
  | "plain-text"
  /** "08" */
  | "padded-text"
  /** "1.652", "1,652" or "1 652" */
  | "grouped-text"
  /** "12 hồ sơ" */
  | "text-with-unit"
  /** "12" over "15" in one cell, where the row holds two lines; the count is their sum. */
  | "stacked"
  /** "-" for nothing */
  | "dash"
  /** The number 1.652: a dot-thousands taken for a decimal point by an English Excel. */
  | "misread-thousands";

/** What a count cell means. A blank adds nothing to a sum. */
export type Reading =
  | { readonly kind: "blank" }
  | { readonly kind: "figure"; readonly units: number; readonly notation: Notation }
  | {
      readonly kind: "unreadable";
      readonly why: "words" | "fraction" | "error" | "uncalculated";
    };

/** The count meant, 0 for a blank, undefined where there is none to be had. */
export function meantUnits(reading: Reading): number | undefined {
  switch (reading.kind) {
    case "blank":
      return 0;
    case "figure":
      return reading.units;
    case "unreadable":
      return undefined;
  }
}
