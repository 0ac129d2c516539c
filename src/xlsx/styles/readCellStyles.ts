import { isOldFont, type Look } from "../../core/sheet/Cell";
import type { CellStyle } from "../../core/sheet/SheetPlan";
import { childrenOf, localName, outerXml, rootOf } from "../xml/elements";
import { attribute, isOn } from "../xml/text";

/** A cell style as it stands in a file; colours are "#RRGGBB". */
export interface ReadStyle extends CellStyle {
  /** Of the letters; absent for black. */
  readonly colour?: string;
  /** In steps. */
  readonly indent?: number;
}

const HORIZONTAL = ["left", "center", "right"] as const;
const VERTICAL = ["top", "center", "bottom"] as const;

/** The cell styles of a style sheet by their number, as far as they tell or show anything. Of a theme only the colours count. */
export function readCellStyles(xml: string, theme: string | undefined): readonly ReadStyle[] {
  const collections = childrenOf(xml, rootOf(xml));
  const items = (name: string): readonly string[] => {
    const collection = collections.find((each) => localName(each.name) === name);
    return collection ? childrenOf(xml, collection).map((item) => outerXml(xml, item)) : [];
  };
  const themed = themeColours(theme);
  const fonts = items("fonts").map((font) => fontStyle(font, themed));
  const fills = items("fills").map((fill) => fillStyle(fill, themed));
  const borders = items("borders").map(borderStyle);
  return items("cellXfs").map((xf) => {
    const tag = tagOf(xf, "xf");
    const part = (styles: readonly ReadStyle[], id: string): ReadStyle => styles[Number(attribute(tag, id) ?? 0)] ?? {};
    return { ...part(fonts, "fontId"), ...part(fills, "fillId"), ...part(borders, "borderId"), ...alignmentStyle(tagOf(xf, "alignment")) };
  });
}

/** What styles tell, by their number; undefined where all is as in the first style, which is the workbook's usual one. */
export function looksOf(styles: readonly ReadStyle[]): readonly (Look | undefined)[] {
  const usual = styles[0];
  return styles.map(({ bold, italic, indent, fill, colour, fontSize, fontName }) => {
    const look: Look = {
      ...(bold ? { bold } : {}),
      ...(italic ? { italic } : {}),
      ...(indent ? { indent } : {}),
      // White paper looks like none.
      ...(fill === undefined || fill === WHITE ? {} : { fill: fill.slice(1) }),
      ...(colour === undefined ? {} : { colour: colour.slice(1) }),
      ...(fontSize === undefined || fontSize === usual?.fontSize ? {} : { size: fontSize }),
      ...(fontName === undefined || (fontName === usual?.fontName && !isOldFont(fontName)) ? {} : { font: fontName }),
    };
    return Object.keys(look).length > 0 ? look : undefined;
  });
}

/** The first opening tag of that name; "" where there is none. */
const tagOf = (xml: string, name: string): string => new RegExp(`<(?:[\\w.-]+:)?${name}(?=[\\s/>])[^<>]*>`).exec(xml)?.[0] ?? "";

/** "<b/>" and "<b val="1"/>" say yes. */
const says = (xml: string, name: string): boolean => {
  const tag = tagOf(xml, name);
  return tag !== "" && (attribute(tag, "val") === undefined || isOn(attribute(tag, "val")));
};

function fontStyle(xml: string, themed: readonly string[]): ReadStyle {
  const name = attribute(tagOf(xml, "name"), "val");
  const size = Number(attribute(tagOf(xml, "sz"), "val"));
  const colour = colourOf(tagOf(xml, "color"), themed);
  return {
    ...(name === undefined ? {} : { fontName: name }),
    ...(size > 0 ? { fontSize: size } : {}),
    ...(says(xml, "b") ? { bold: true } : {}),
    ...(says(xml, "i") ? { italic: true } : {}),
    ...(colour === undefined || colour === "#000000" ? {} : { colour }),
  };
}

function fillStyle(xml: string, themed: readonly string[]): ReadStyle {
  const fill = attribute(tagOf(xml, "patternFill"), "patternType") === "solid" ? colourOf(tagOf(xml, "fgColor"), themed) : undefined;
  return fill === undefined ? {} : { fill };
}

/** One line for all sides: a page draws a table's grid, not its finer points. */
function borderStyle(xml: string): ReadStyle {
  const sides = ["left", "right", "top", "bottom"].filter((side) => attribute(tagOf(xml, side), "style") !== undefined);
  return sides.length >= 2 ? { border: true } : {};
}

function alignmentStyle(tag: string): ReadStyle {
  const horizontal = HORIZONTAL.find((each) => each === attribute(tag, "horizontal"));
  const vertical = VERTICAL.find((each) => each === attribute(tag, "vertical"));
  const indent = Number(attribute(tag, "indent") ?? 0);
  return {
    ...(horizontal ? { horizontal } : {}),
    ...(vertical ? { vertical } : {}),
    ...(isOn(attribute(tag, "wrapText")) ? { wrap: true } : {}),
    ...(indent > 0 ? { indent } : {}),
  };
}

const WHITE = "#FFFFFF";

/** Colours that files give by number (ISO/IEC 29500-1, 18.8.27): the first eight, which the next eight repeat, and those from 16 on. */
const INDEXED = (
  "000000 FFFFFF FF0000 00FF00 0000FF FFFF00 FF00FF 00FFFF 800000 008000 000080 808000 800080 008080 C0C0C0 808080 9999FF 993366 FFFFCC CCFFFF " +
  "660066 FF8080 0066CC CCCCFF 000080 FF00FF FFFF00 00FFFF 800080 800000 008080 0000FF 00CCFF CCFFFF CCFFCC FFFF99 99CCFF FF99CC CC99FF FFCC99 " +
  "3366FF 33CCCC 99CC00 FFCC00 FF9900 FF6600 666699 969696 003366 339966 003300 333300 993300 993366 333399 333333"
).split(" ");

/** The colour that a tag gives; undefined where it leaves it to the system. */
function colourOf(tag: string, themed: readonly string[]): string | undefined {
  const rgb = attribute(tag, "rgb");
  if (rgb !== undefined) return /^(?:[0-9a-f]{2})?[0-9a-f]{6}$/i.test(rgb) ? `#${rgb.slice(-6).toUpperCase()}` : undefined;
  const indexed = attribute(tag, "indexed");
  if (indexed !== undefined) {
    const found = INDEXED[Number(indexed) - (Number(indexed) < 8 ? 0 : 8)];
    return found && `#${found}`;
  }
  const colour = themed[Number(attribute(tag, "theme") ?? NaN)];
  return colour && tinted(colour, Number(attribute(tag, "tint") ?? 0));
}

/** Lighter where the tint is above nought, darker below, as near as telling colours apart needs it. */
function tinted(colour: string, tint: number): string {
  const shade = (part: string): string => {
    const light = Number.parseInt(part, 16);
    return Math.round(tint < 0 ? light * (1 + tint) : light + (255 - light) * tint).toString(16).padStart(2, "0");
  };
  return `#${colour.slice(1).replace(/../g, shade)}`.toUpperCase();
}

/** Those of a theme in the order in which cells number them: paper before ink, though the theme lists ink first. */
function themeColours(theme: string | undefined): readonly string[] {
  const [, behind = ""] = (theme ?? "").split(/<(?:[\w.-]+:)?clrScheme\b/, 2);
  const [scheme = ""] = behind.split(/<\/(?:[\w.-]+:)?clrScheme>/, 1);
  const named = [...scheme.matchAll(/<[\w.-]+:(?:srgbClr val|sysClr [^<>]*lastClr)="([0-9A-Fa-f]{6})"/g)].map((match) => `#${match[1]!.toUpperCase()}`);
  const [ink = "#000000", paper = WHITE, darker = "#44546A", lighter = "#E7E6E6", ...others] = named;
  return [paper, ink, lighter, darker, ...others];
}
