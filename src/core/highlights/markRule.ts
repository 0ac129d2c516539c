import { MARK_KINDS, type MarkKind } from "../words/Phrase";

/** How marked cells look. Told apart by the line around them and the slant of the text as well as by colour. */
export interface MarkLook {
  /** Background, "#RRGGBB". */
  readonly fill: string;
  /** Text on that background; their contrast is at least 7:1. */
  readonly font: string;
  /** Colour of the line around the cell. */
  readonly line: string;
  readonly lineStyle: "solid" | "dashed" | "dotted";
  /** Slanted text, where the line alone would not tell two kinds apart. */
  readonly italic?: boolean;
}

/** The same in Excel, in files and on the demo page. */
export const MARK_LOOKS: Readonly<Record<MarkKind, MarkLook>> = {
  error: { fill: "#FFD9D6", font: "#7A0000", line: "#C50F1F", lineStyle: "solid" },
  warning: { fill: "#FFF1C9", font: "#5C3D00", line: "#B86E00", lineStyle: "dashed" },
  // Pale: a whole table of numbers typed as text is told this way, and must not drown the errors in it.
  info: { fill: "#EEF5FC", font: "#0B3A66", line: "#B5CFEA", lineStyle: "dotted" },
  // The hue of an error, and paler: the eye goes to the guilty cell first.
  follows: { fill: "#FFF4F3", font: "#7A0000", line: "#C50F1F", lineStyle: "dotted", italic: true },
};

/**
 * The formula of the conditional format that marks cells as this kind, with its "=". It is always true, for N of a text is 0,
 * and names itself, so that any later session, or another program over the same file, finds exactly our marks.
 */
export function markFormula(kind: MarkKind): string {
  return `=N("kstt:${kind}")=0`;
}

/** The kind of mark a conditional format's formula stands for, with or without "="; undefined for formats not ours, however alike. */
export function kindOfMark(formula: string): MarkKind | undefined {
  // Spaces between quotes are part of the name.
  const bare = formula.split('"').map((part, index) => (index % 2 === 0 ? part.replace(/\s+/g, "") : part)).join('"').replace(/^=/, "");
  return MARK_KINDS.find((kind) => markFormula(kind) === `=${bare}`);
}
