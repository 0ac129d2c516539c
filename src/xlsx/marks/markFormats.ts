import { MARK_LOOKS } from "../../core/highlights/markRule";
import type { MarkKind } from "../../core/words/Phrase";
import { STYLE_SHEET_ORDER } from "../styles/StyleSheet";
import { argb } from "../styles/styleXml";
import { childrenOf, localName, openTag, placeFor, prefixOf, rootOf, spliced, type Element } from "../xml/elements";
import { attribute, withAttribute } from "../xml/text";

const LINES = { solid: "thin", dashed: "dashed", dotted: "dotted" } as const;

/** The differential format of a kind of mark; its children in the order of CT_Dxf. */
function formatXml(kind: MarkKind, prefix: string): string {
  const { fill, font, line, lineStyle, italic } = MARK_LOOKS[kind];
  const tag = (name: string, inside: string): string => `<${prefix}${name}>${inside}</${prefix}${name}>`;
  const color = (name: string, value: string): string => `<${prefix}${name} rgb="${argb(value)}"/>`;
  const side = (name: string): string => `<${prefix}${name} style="${LINES[lineStyle]}">${color("color", line)}</${prefix}${name}>`;
  const pattern = `<${prefix}patternFill patternType="solid">${color("fgColor", fill)}${color("bgColor", fill)}</${prefix}patternFill>`;
  const sides = ["left", "right", "top", "bottom"].map(side).join("");
  return tag("dxf", tag("font", (italic ? `<${prefix}i/>` : "") + color("color", font)) + tag("fill", pattern) + tag("border", sides));
}

/** Beside formats in a list that we had to open or make stands, as a comment, what stood there before. */
const RECORD = /<!--kstt:(<[^<>]*>)?-->/;

/** The style sheet with a format per kind of mark behind all others, and the number of the first. */
export function withMarkFormats(xml: string, kinds: readonly MarkKind[]): { readonly xml: string; readonly first: number } {
  if (kinds.length === 0) return { xml, first: 0 };
  const root = rootOf(xml);
  const prefix = prefixOf(root.name);
  const children = childrenOf(xml, root);
  const list = children.find((child) => localName(child.name) === "dxfs");
  const formats = kinds.map((kind) => formatXml(kind, prefix)).join("");
  const first = list ? formatsIn(xml, list).length : 0;
  if (list && !list.empty) return { xml: recounted(xml, list, kinds.length, list.closeStart, list.closeStart, formats), first };
  const record = `<!--kstt:${list ? openTag(xml, list) : ""}-->`;
  const whole = `<${prefix}dxfs count="${kinds.length}">${record}${formats}</${prefix}dxfs>`;
  const place = list?.start ?? placeFor("dxfs", STYLE_SHEET_ORDER, children, root.openEnd);
  return { xml: spliced(xml, [{ start: place, end: list?.end ?? place, text: whole }]), first };
}

/**
 * The style sheet without our formats, as far as they stand last and nobody else uses them; others keep their numbers.
 * A format that stays harms nothing: Excel drops it when it saves.
 */
export function withoutMarkFormats(xml: string, ours: readonly number[], usedByOthers: readonly number[]): string {
  if (ours.length === 0) return xml;
  const list = childrenOf(xml, rootOf(xml)).find((child) => localName(child.name) === "dxfs");
  if (!list || list.empty) return xml;
  const formats = formatsIn(xml, list);
  let kept = formats.length;
  while (kept > 0 && ours.includes(kept - 1) && !usedByOthers.includes(kept - 1)) kept--;
  if (kept === formats.length) return xml;
  const record = RECORD.exec(xml.slice(list.openEnd, list.closeStart));
  if (kept === 0 && record) return spliced(xml, [{ start: list.start, end: list.end, text: record[1] ?? "" }]);
  return recounted(xml, list, kept - formats.length, formats[kept]!.start, formats.at(-1)!.end, "");
}

const formatsIn = (xml: string, list: Element): readonly Element[] => childrenOf(xml, list).filter(({ name }) => localName(name) === "dxf");

/** Puts text in the list's inside and adds to its count, where it gives one. */
function recounted(xml: string, list: Element, more: number, start: number, end: number, text: string): string {
  const tag = openTag(xml, list);
  const count = attribute(tag, "count");
  const opening = count === undefined ? tag : withAttribute(tag, "count", String(Number(count) + more));
  return spliced(xml, [{ start: list.start, end: list.openEnd, text: opening }, { start, end, text }]);
}
