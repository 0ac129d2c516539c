import type { CellStyle } from "../../core/sheet/SheetPlan";
import { childrenOf, localName, outerXml, rootOf } from "../xml/elements";
import { attribute, isOn } from "../xml/text";

const HORIZONTAL = ["left", "center", "right"] as const;
const VERTICAL = ["top", "center", "bottom"] as const;

/** The cell styles of a style sheet by their number, as far as a page shows them. Theme colours are left out. */
export function readCellStyles(xml: string): readonly CellStyle[] {
  const collections = childrenOf(xml, rootOf(xml));
  const items = (name: string): readonly string[] => {
    const collection = collections.find((each) => localName(each.name) === name);
    return collection ? childrenOf(xml, collection).map((item) => outerXml(xml, item)) : [];
  };
  const fonts = items("fonts").map(fontStyle);
  const fills = items("fills").map(fillStyle);
  const borders = items("borders").map(borderStyle);
  return items("cellXfs").map((xf) => {
    const tag = tagOf(xf, "xf");
    const part = (styles: readonly CellStyle[], id: string): CellStyle => styles[Number(attribute(tag, id) ?? 0)] ?? {};
    return { ...part(fonts, "fontId"), ...part(fills, "fillId"), ...part(borders, "borderId"), ...alignmentStyle(tagOf(xf, "alignment")) };
  });
}

/** The first opening tag of that name; "" where there is none. */
const tagOf = (xml: string, name: string): string => new RegExp(`<(?:[\\w.-]+:)?${name}(?=[\\s/>])[^>]*>`).exec(xml)?.[0] ?? "";

/** "<b/>" and "<b val="1"/>" say yes. */
const says = (xml: string, name: string): boolean => {
  const tag = tagOf(xml, name);
  return tag !== "" && (attribute(tag, "val") === undefined || isOn(attribute(tag, "val")));
};

function fontStyle(xml: string): CellStyle {
  const name = attribute(tagOf(xml, "name"), "val");
  const size = Number(attribute(tagOf(xml, "sz"), "val"));
  return {
    ...(name === undefined ? {} : { fontName: name }),
    ...(size > 0 ? { fontSize: size } : {}),
    ...(says(xml, "b") ? { bold: true } : {}),
    ...(says(xml, "i") ? { italic: true } : {}),
  };
}

function fillStyle(xml: string): CellStyle {
  const colour = attribute(tagOf(xml, "fgColor"), "rgb");
  const solid = attribute(tagOf(xml, "patternFill"), "patternType") === "solid";
  return solid && colour !== undefined && /^[0-9a-f]{8}$/i.test(colour) ? { fill: `#${colour.slice(2)}` } : {};
}

/** One line for all sides: a page draws a table's grid, not its finer points. */
function borderStyle(xml: string): CellStyle {
  const sides = ["left", "right", "top", "bottom"].filter((side) => attribute(tagOf(xml, side), "style") !== undefined);
  return sides.length >= 2 ? { border: true } : {};
}

function alignmentStyle(tag: string): CellStyle {
  const horizontal = HORIZONTAL.find((each) => each === attribute(tag, "horizontal"));
  const vertical = VERTICAL.find((each) => each === attribute(tag, "vertical"));
  return {
    ...(horizontal ? { horizontal } : {}),
    ...(vertical ? { vertical } : {}),
    ...(isOn(attribute(tag, "wrapText")) ? { wrap: true } : {}),
  };
}
