import { BrokenXml, TagCursor } from "./TagCursor";
import { asOpen } from "./text";

/** Where an element stands in an XML text. */
export interface Element {
  /** With its prefix, as written. */
  readonly name: string;
  readonly start: number;
  /** Behind the opening tag. */
  readonly openEnd: number;
  /** Before the closing tag; equal to `openEnd` for `<name/>`. */
  readonly closeStart: number;
  readonly end: number;
  /** Written `<name/>`. */
  readonly empty: boolean;
}

/** The elements standing directly between two places of the text. */
export function elementsBetween(xml: string, from: number, to: number): readonly Element[] {
  const cursor = new TagCursor(xml, from, to);
  const found: Element[] = [];
  while (cursor.next()) {
    if (cursor.closing) throw new BrokenXml(`a closing tag without an opening one at ${cursor.start}`);
    const { name, start, end: openEnd, empty } = cursor;
    cursor.skipElement();
    found.push({ name, start, openEnd, closeStart: empty ? openEnd : cursor.start, end: cursor.end, empty });
  }
  return found;
}

/** The elements directly inside one. */
export const childrenOf = (xml: string, { openEnd, closeStart }: Element): readonly Element[] => elementsBetween(xml, openEnd, closeStart);

/** The outermost element. */
export function rootOf(xml: string): Element {
  const [root] = elementsBetween(xml, 0, xml.length);
  if (!root) throw new BrokenXml("no element at all");
  return root;
}

/** The opening tag of the outermost element, without a look at what follows it. */
export function rootTag(xml: string): { readonly tag: string; readonly prefix: string; readonly end: number } {
  const cursor = new TagCursor(xml);
  if (!cursor.next()) throw new BrokenXml("no element at all");
  return { tag: cursor.tag, prefix: prefixOf(cursor.name), end: cursor.end };
}

/** "x:" of "x:worksheet"; "" where there is none. */
export const prefixOf = (name: string): string => name.slice(0, name.indexOf(":") + 1);

export const localName = (name: string): string => name.slice(name.indexOf(":") + 1);

export const openTag = (xml: string, { start, openEnd }: Element): string => xml.slice(start, openEnd);

export const outerXml = (xml: string, { start, end }: Element): string => xml.slice(start, end);

/** A piece of text to stand in the place of another. */
export interface Splice {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** The text with all splices made; none may overlap. Those at one place come in the order given. */
export function spliced(text: string, splices: readonly Splice[]): string {
  const ordered = [...splices].sort((first, second) => first.start - second.start);
  const pieces: string[] = [];
  let at = 0;
  for (const { start, end, text: piece } of ordered) {
    pieces.push(text.slice(at, start), piece);
    at = end;
  }
  pieces.push(text.slice(at));
  return pieces.join("");
}

/** Text put in at the end of an element's inside. */
export function inserted(xml: string, element: Element, text: string): Splice {
  if (!element.empty) return { start: element.closeStart, end: element.closeStart, text };
  const tag = asOpen(outerXml(xml, element));
  return { start: element.start, end: element.end, text: `${tag}${text}</${element.name}>` };
}

/** Where a child goes so that the children keep the order the schema asks for: behind the last of its own kind or of those before it. */
export function placeFor(name: string, order: readonly string[], children: readonly Element[], first: number): number {
  const rank = order.indexOf(name);
  let place = first;
  for (const child of children) {
    const own = order.indexOf(localName(child.name));
    if (own >= 0 && own <= rank) place = child.end;
  }
  return place;
}
