/** How a figure was written when it was not simply a number. */
export type Notation =
  | "number"
  /** "949" */
  | "plain-text"
  /** "08" */
  | "padded-text"
  /** "1.652", "1,652" or "1 652" */
  | "grouped-text"
  /** "12 hồ sơ", "98,8%" typed as text */
  | "text-with-unit"
  /** "12 hồ sơ quá hạn", "41 (5,2%)": more than the figure is said. */
  | "text-with-more"
  /** "75 (12)": what the second number is nobody knows. */
  | "bracketed"
  /** "75*", "75²": a footnote's mark stands behind it. */
  | "footnote"
  /** There are characters in it that nobody sees. */
  | "hidden"
  /** "KPS", "//", "Không có" for nothing */
  | "nothing"
  /** "…": for nothing, or for what is not known yet */
  | "dots"
  /** "=D9+E9" kept as text; what it would come to is meant. */
  | "formula-text"
  /** A count typed where a percentage was to be shown: 0.14, as 14% */
  | "as-percent"
  /** A count whose format shows a date, only its thousands, or nothing. */
  | "shown-otherwise"
  /** "Tối thiểu 80": a bound, as targets have it. */
  | "bound"
  /** "12" over "15" in one cell, where the row holds two lines; the figure is their sum. */
  | "stacked"
  /** "x" in a column of marks. */
  | "mark"
  /** "-" for nothing */
  | "dash"
  /** The number 1.652: a dot-thousands taken for a decimal point by an English Excel. */
  | "misread-thousands";

/** What a cell of figures means. A blank adds nothing to a sum. */
export type Reading =
  | { readonly kind: "blank" }
  | {
      readonly kind: "figure";
      /** A whole number of 10^-decimals of the column's unit: 574 for 57,4 % where percentages have one decimal. */
      readonly units: number;
      /** Digits shown after the decimal sign; the column's where nothing is said. */
      readonly digits?: number;
      readonly notation: Notation;
    }
  | {
      readonly kind: "unreadable";
      /** "beyond": more than a line of the column can hold, or none of the figures it takes, so that nobody knows what was meant. */
      readonly why:
        | "words"
        | "fraction"
        | "beyond"
        | "error"
        | "uncalculated"
        /** Excel made a date of what was typed: 4/4 is 4 April. */
        | "date"
        /** A count that shows as a percentage. */
        | "percent"
        /** "=VLOOKUP(…)" kept as text: what it would come to is not known. */
        | "formula-text";
    };

/** The figure meant, in units of its column; 0 for a blank, undefined where there is none to be had. */
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
