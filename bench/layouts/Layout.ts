import type { Chance } from "../localisation/chance";

/** The ways in which people lay such tables out: each axis with its values, the plainest first. */
// prettier-ignore
export const AXES = {
  form: ["II.06a", "II.07b"],
  headings: ["as issued", "other words", "long notes within", "suffixed by Excel"],
  letters: ["Unicode", "TCVN3", "VNI"],
  sections: ["flat", "I", "A", "1", "no ordinal", "A over I"],
  numbering: ["anew", "through", "none"],
  sums: ["after", "before", "both", "none"],
  grand: ["last", "first", "both", "none"],
  breakdown: ["none", "-", "+", "*", "a)", "a.", "2a", "2.1", "indent only", "Trong đó: and lines", "Trong đó in the label", "parts of parts"],
  memo: ["none", "under a line", "under the total"],
  notes: ["none", "between the rows"],
  unit: ["none", "heading"],
  again: ["none", "numbering row", "first header row", "two header rows", "whole header", "title", "unit of measure"],
  pages: ["none", "page numbers"],
  rowsShown: ["all", "hidden by hand", "filtered"],
  across: ["typed", "+", "SUM", "own sheet", "SUBTOTAL", "IFERROR", "ROUND", "IF blank", "N", "VALUE", "names", "table references", "INDEX", "array block"],
  down: [
    "typed", "typed over what is visible", "SUM", "+", "SUBTOTAL 9", "SUBTOTAL 109", "AGGREGATE", "SUMIF", "SUMPRODUCT", "names", "table references",
    "own sheet", "INDEX", "INDEX:INDEX", "INDEX to the row above", "OFFSET", "array", "IFERROR", "ROUND", "IF blank", "brackets", "half of all",
  ],
  inputs: ["typed", "linked", "some linked", "another book", "=37+4", "some =37+4", "added over sheets", "3-D sum"],
  notation: ["plain", "1.652 as text", "08", "12 hồ sơ", "- for nothing", "blank for nothing", "mixed", "words for nothing", "share in brackets",
    "full-width digits", "invisible character"],
  looks: ["bold and indents", "none", "bold", "italic sums", "fills"],
  beside: ["nothing", "headed column", "headed check column", "column without heading"],
  blanks: ["none", "blank rows"],
  foot: ["nothing", "signatures", "notes and signatures"],
  size: ["usual", "three rows", "small", "long"],
  figures: ["usual", "many zeros", "small"],
  words: ["known", "unknown"],
} as const;

export type Axis = keyof typeof AXES;

/** One way to lay a table out. */
export type Layout = { readonly [Each in Axis]: (typeof AXES)[Each][number] };

/** Evidence taken away, to see what the rest is worth. */
export type Ablation = "unknown words" | "no ordinals" | "no looks" | "values only";

export const ABLATIONS: readonly Ablation[] = ["unknown words", "no ordinals", "no looks", "values only"];

/** How often an axis has another value than its plainest. */
// prettier-ignore
const SHARES: Readonly<Record<Axis, number>> = {
  form: 0.12, headings: 0.15, letters: 0.05, sections: 0.72, numbering: 0.4, sums: 0.65, grand: 0.3, breakdown: 0.4, memo: 0.15, notes: 0.15, unit: 0.12, again: 0.3, pages: 0.1, rowsShown: 0.2,
  across: 0.7, down: 0.75, inputs: 0.25, notation: 0.25, looks: 0.7, beside: 0.2, blanks: 0.12, foot: 0.5, size: 0.4, figures: 0.3, words: 0.05,
};

const SUM_LIKE: readonly string[] = ["SUM", "own sheet", "SUBTOTAL", "SUBTOTAL 9", "SUBTOTAL 109", "AGGREGATE", "IFERROR", "ROUND", "typed", "INDEX", "INDEX:INDEX", "INDEX to the row above", "OFFSET"];

const STRUCTURE: readonly Axis[] = ["sections", "breakdown", "memo"];

/** Takes away what does not go together; what is left is a table that Excel works out without an error value. */
function reconciled(layout: Layout, fixed: Partial<Layout>): Layout {
  const next = { ...layout };
  const set = <Each extends Axis>(axis: Each, value: Layout[Each]): void => void (next[axis] = value);
  if (next.form === "II.07b" && next.unit !== "none") set("unit", "none");
  if (next.sections === "1" && next.breakdown === "2.1") set("breakdown", "a)");
  if (next.sections === "no ordinal" && next.breakdown === "indent only") set("breakdown", "-");
  /** Makes the axes plain, unless one of them is held to something else. */
  const isMadePlain = (axes: readonly Axis[]): boolean => {
    if (axes.some((axis) => fixed[axis] !== undefined && fixed[axis] !== AXES[axis][0])) return false;
    for (const axis of axes) set(axis, AXES[axis][0] as never);
    return true;
  };
  // Excel's own tables, and sums by a key, are for plain lists.
  if ((next.across === "table references" || next.down === "table references") && !isMadePlain([...STRUCTURE, "grand", "notes", "again", "blanks", "unit", "pages", "beside"])) {
    if (next.across === "table references") set("across", "SUM");
    if (next.down === "table references") set("down", "SUM");
  }
  if ((next.down === "SUMIF" || next.down === "SUMPRODUCT") && !isMadePlain([...STRUCTURE, "numbering", "grand"])) set("down", "SUM");
  if (next.down === "half of all") {
    const sections = next.sections === "flat" || next.sections === "A over I" ? "I" : next.sections;
    if (fixed.sections !== undefined && fixed.sections !== sections) set("down", "+");
    else if (!isMadePlain(["sums", "breakdown", "memo", "rowsShown", "grand"])) set("down", "+");
    else set("sections", sections);
  }
  if (next.rowsShown === "all" && next.down === "typed over what is visible") set("down", "typed");
  if (next.grand === "none" && next.memo === "under the total") set("memo", "under a line");
  if (next.across === "SUBTOTAL" && (next.down.startsWith("SUBTOTAL") || next.down === "table references")) set("across", "SUM");
  if (next.across === "SUBTOTAL" && next.down === "AGGREGATE") set("across", "+");
  if (next.rowsShown !== "all" && next.across === "SUBTOTAL") set("across", "SUM");
  // Text would be passed over by SUM and be an error to "+": such tables are typed throughout.
  if (!["plain", "- for nothing", "blank for nothing"].includes(next.notation)) {
    set("across", "typed");
    if (next.down !== "typed over what is visible") set("down", "typed");
    if (next.inputs !== "typed") set("inputs", "typed");
  }
  if (next.notation === "- for nothing") {
    if (!SUM_LIKE.includes(next.across)) set("across", "SUM");
    if (next.down !== "typed over what is visible" && !SUM_LIKE.includes(next.down)) set("down", "SUM");
    if (next.inputs !== "typed") set("inputs", "typed");
  }
  if (next.sections === "flat") set("sums", "none");
  if (next.across === "IF blank" && !SUM_LIKE.includes(next.down)) set("down", "SUM");
  if (next.down === "IF blank" && next.across === "IF blank") set("across", "SUM");
  return next;
}

/** Draws a layout; what is fixed stays, as far as it goes together. */
export function drawLayout(draw: Chance, fixed: Partial<Layout> = {}): Layout {
  const drawn = Object.fromEntries(
    (Object.keys(AXES) as Axis[]).map((axis) => {
      const values: readonly string[] = AXES[axis];
      return [axis, fixed[axis] ?? (draw.hit(SHARES[axis]) ? draw.pick(values.slice(1)) : values[0]!)];
    }),
  ) as unknown as Layout;
  // The commonest formulas stay common among the many.
  const down = fixed.down ?? (drawn.down !== "typed" && draw.hit(0.4) ? "SUM" : drawn.down);
  const across = fixed.across ?? (drawn.across !== "typed" && draw.hit(0.4) ? draw.pick(["+", "SUM"] as const) : drawn.across);
  // Long tables take most of the time and say least.
  const size = fixed.size ?? (drawn.size === "long" && draw.hit(0.6) ? "usual" : drawn.size);
  return reconciled({ ...drawn, down, across, size }, fixed);
}

/** "sections: A over I": what is unlike the plainest table, and what it is where all are common. */
export function featuresOf(layout: Layout): readonly string[] {
  return (Object.keys(AXES) as Axis[]).map((axis) => `${axis}: ${layout[axis]}`);
}

/** The layout with evidence taken away that lies in it; ordinals are taken from the rows. */
export function ablated(layout: Layout, ablation: Ablation | undefined): Layout {
  if (ablation === "unknown words") return { ...layout, words: "unknown" };
  if (ablation === "no looks") return { ...layout, looks: "none" };
  if (ablation !== "values only") return layout;
  const down = layout.rowsShown === "all" ? "typed" : "typed over what is visible";
  return { ...layout, across: "typed", down: layout.down.startsWith("typed") ? layout.down : layout.down.match(/109|AGG/) ? down : "typed", inputs: "typed" };
}
