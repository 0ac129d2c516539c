/**
 * How body text of an official document looks: NĐ 30/2020/NĐ-CP, Phụ lục I
 * (size 13–14, indent 1 or 1,27 cm, at least 6 pt between paragraphs).
 */
export const BODY = {
  font: "Times New Roman",
  language: "vi-VN",
  /** Points. */
  size: 14,
  /** Centimetres before the first word. */
  firstLine: 1.27,
  /** Points after a paragraph. */
  spacing: 6,
} as const;

/** Points of the words in a table, which may be smaller than body text. */
export const LIST_SIZE = 12;

/** The columns of a list of justifications: their share of the width in percent, and where their words begin. */
export const LIST_COLUMNS = [
  { share: 8, align: "center" },
  { share: 14, align: "left" },
  { share: 34, align: "left" },
  { share: 29, align: "left" },
  { share: 15, align: "center" },
] as const;

/** Columns of the catalogue of rules, in hundredths of the page between the margins. */
export const CATALOGUE_COLUMNS = [
  { share: 8, align: "center" },
  { share: 52, align: "left" },
  { share: 13, align: "center" },
  { share: 27, align: "left" },
] as const;

/** Centimetres that a deeper level is set in. */
const STEP = 0.63;

/** Between a typed bullet and its words: a no-break space, which justified lines do not stretch. */
export const BULLET_SPACE = "\u00a0";

/** Centimetres that a bullet and its space take at 14 points, so that later lines begin under the first word. */
const BULLET_WIDTHS = { "": 0, "-": 0.28, "+": 0.4 } as const;

/** Where a line begins, in centimetres from the left margin: all its lines, and how its first one differs. */
export interface Indent {
  readonly left: number;
  readonly firstLine: number;
}

/** Level 0 is body text, with or without a dash; deeper levels are set in by a step each and hang under their bullet. */
export function indentOf(level: 0 | 1 | 2, bullet: "" | "-" | "+"): Indent {
  if (level === 0) return { left: 0, firstLine: BODY.firstLine };
  const hanging = BULLET_WIDTHS[bullet];
  return { left: round(BODY.firstLine + level * STEP + hanging), firstLine: -hanging };
}

const round = (centimetres: number): number => Math.round(centimetres * 100) / 100;
