import type { CellStyle } from "../../core/sheet/SheetPlan";
import { elementsBetween, localName, outerXml } from "../xml/elements";
import { asEmpty, attribute, escapeAttribute, withAttribute } from "../xml/text";

/** Excel's own order of what describes a font. */
const FONT_ORDER = ["b", "i", "strike", "condense", "extend", "outline", "shadow", "u", "vertAlign", "sz", "color", "name", "family", "charset", "scheme"];

/** A font like the old one but for what the style says. */
export function fontXml(old: string, { fontName, fontSize, bold, italic }: CellStyle, prefix: string): string {
  const properties = new Map<string, string>();
  const from = old.indexOf(">") + 1;
  const to = old.lastIndexOf("</");
  if (to > from) for (const element of elementsBetween(old, from, to)) properties.set(localName(element.name), outerXml(old, element));
  const set = (name: string, written: string | undefined): void => {
    if (written === undefined) properties.delete(name);
    else properties.set(name, `<${prefix}${name}${written}/>`);
  };
  if (bold !== undefined) set("b", bold ? "" : undefined);
  if (italic !== undefined) set("i", italic ? "" : undefined);
  if (fontSize !== undefined) set("sz", ` val="${fontSize}"`);
  if (fontName !== undefined) {
    set("name", ` val="${escapeAttribute(fontName)}"`);
    // A theme's scheme would win over the name; the family belongs to the old name.
    for (const stale of ["scheme", "family", "charset"]) properties.delete(stale);
  }
  const ordered = [...properties].sort(([first], [second]) => FONT_ORDER.indexOf(first) - FONT_ORDER.indexOf(second));
  return `<${prefix}font>${ordered.map(([, xml]) => xml).join("")}</${prefix}font>`;
}

/** A plain background; "#RRGGBB". */
export function fillXml(color: string, prefix: string): string {
  return `<${prefix}fill><${prefix}patternFill patternType="solid"><${prefix}fgColor rgb="${argb(color)}"/><${prefix}bgColor indexed="64"/></${prefix}patternFill></${prefix}fill>`;
}

/** Thin black lines on all four sides, or none. */
export function borderXml(lines: boolean, prefix: string): string {
  const side = (name: string): string =>
    lines ? `<${prefix}${name} style="thin"><${prefix}color rgb="FF000000"/></${prefix}${name}>` : `<${prefix}${name}/>`;
  return `<${prefix}border>${["left", "right", "top", "bottom"].map(side).join("")}<${prefix}diagonal/></${prefix}border>`;
}

/** The inside of an xf with its alignment changed as the style says. */
export function alignmentXml(inside: string, { horizontal, vertical, wrap }: CellStyle, prefix: string): string {
  const old = /^\s*<(?:[\w.-]+:)?alignment\b[^<>]*>(?:<\/(?:[\w.-]+:)?alignment>)?/.exec(inside)?.[0] ?? "";
  let tag = old === "" ? `<${prefix}alignment/>` : asEmpty(old.slice(0, old.indexOf(">") + 1).trim());
  if (horizontal !== undefined) tag = withEmptyAttribute(tag, "horizontal", horizontal);
  if (vertical !== undefined) tag = withEmptyAttribute(tag, "vertical", vertical);
  if (wrap !== undefined) tag = withEmptyAttribute(tag, "wrapText", wrap ? "1" : "0");
  return tag + inside.slice(old.length);
}

const withEmptyAttribute = (tag: string, name: string, value: string): string =>
  attribute(tag, name) === value ? tag : withAttribute(tag, name, value);

/** "#EEF3FA" as files write it, with full opacity in front. */
export const argb = (color: string): string => `FF${color.replace("#", "").toUpperCase()}`;
