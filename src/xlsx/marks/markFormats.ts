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

/**
 * Before our formats stands, as a comment, how many they are and, where we had to open or make their list, what stood there before.
 * Excel drops the comment when it saves. Earlier versions did not count.
 */
const RECORD = /<!--kstt:(?:([0-9]+)(?::((?:<[^<>]*>)?))?|(<[^<>]*>)?)-->/;

/**
 * The style sheet with a format per kind of mark behind all others, and the number of the first. `used` are the numbers of formats
 * that others use: some may be of none, and must not come to mean ours.
 */
export function withMarkFormats(xml: string, kinds: readonly MarkKind[], used: readonly number[]): { readonly xml: string; readonly first: number } {
  if (kinds.length === 0) return { xml, first: 0 };
  const root = rootOf(xml);
  const prefix = prefixOf(root.name);
  const children = childrenOf(xml, root);
  const list = children.find((child) => localName(child.name) === "dxfs");
  const standing = list ? formatsIn(xml, list).length : 0;
  const first = firstFree(standing, kinds.length, used);
  const formats = `<${prefix}dxf/>`.repeat(first - standing) + kinds.map((kind) => formatXml(kind, prefix)).join("");
  const count = first - standing + kinds.length;
  if (list && !list.empty) return { xml: recounted(xml, list, count, list.closeStart, list.closeStart, `<!--kstt:${count}-->${formats}`), first };
  const record = `<!--kstt:${count}:${list ? openTag(xml, list) : ""}-->`;
  const whole = `<${prefix}dxfs count="${first + kinds.length}">${record}${formats}</${prefix}dxfs>`;
  const place = list?.start ?? placeFor("dxfs", STYLE_SHEET_ORDER, children, root.openEnd);
  return { xml: spliced(xml, [{ start: place, end: list?.end ?? place, text: whole }]), first };
}

/** The first number behind those that stand from which on so many are used by nobody. */
function firstFree(standing: number, count: number, used: readonly number[]): number {
  let first = standing;
  for (const number of Float64Array.from(used).sort()) if (number >= first && number < first + count) first = number + 1;
  return first;
}

/**
 * The style sheet without our formats, as far as they stand last; others keep their numbers. What our record counts is ours whoever
 * uses it; without one a format that others use stays. That harms nothing: Excel drops it when it saves.
 */
export function withoutMarkFormats(xml: string, ours: readonly number[], usedByOthers: readonly number[]): string {
  if (ours.length === 0) return xml;
  const list = childrenOf(xml, rootOf(xml)).find((child) => localName(child.name) === "dxfs");
  if (!list || list.empty) return xml;
  const formats = formatsIn(xml, list);
  const record = RECORD.exec(xml.slice(list.openEnd, list.closeStart));
  const place = list.openEnd + (record?.index ?? 0);
  const counted = record?.[1] === undefined ? undefined : Number(record[1]);
  const isCounted = counted !== undefined && formats.filter(({ start }) => start > place).length === counted;
  let kept = formats.length - (isCounted ? counted : 0);
  while (!isCounted && kept > 0 && ours.includes(kept - 1) && !usedByOthers.includes(kept - 1)) kept--;
  if (kept === formats.length) return xml;
  const before = counted === undefined ? (record && (record[3] ?? "")) : record?.[2];
  if (kept === 0 && typeof before === "string") return spliced(xml, [{ start: list.start, end: list.end, text: before }]);
  return recounted(xml, list, kept - formats.length, isCounted ? place : formats[kept]!.start, formats.at(-1)!.end, "");
}

const formatsIn = (xml: string, list: Element): readonly Element[] => childrenOf(xml, list).filter(({ name }) => localName(name) === "dxf");

/** Puts text in the list's inside and adds to its count, where it gives one. */
function recounted(xml: string, list: Element, more: number, start: number, end: number, text: string): string {
  const tag = openTag(xml, list);
  const count = attribute(tag, "count");
  // What counts in no usual way is left as it is: nothing in it would tell later what it was.
  const opening = count === undefined || !/^(?:0|[1-9][0-9]{0,8})$/.test(count) ? tag : withAttribute(tag, "count", String(Number(count) + more));
  return spliced(xml, [{ start: list.start, end: list.openEnd, text: opening }, { start, end, text }]);
}
