import { childrenOf, localName, openTag, prefixOf, rootOf, spliced, type Element } from "../xml/elements";
import { attribute, escapeAttribute } from "../xml/text";
import type { Package } from "./Package";

const PATH = "[Content_Types].xml";

/** The content type of a part, by its own entry or by its extension; undefined where none is given. */
export function contentTypeOf(parts: Package, path: string): string | undefined {
  const types = parts.once(PATH, readTypes);
  return types?.ofParts.get(`/${path}`.toLowerCase()) ?? types?.ofExtensions.get(path.slice(path.lastIndexOf(".") + 1).toLowerCase());
}

interface Types {
  /** By name in small letters. */
  readonly ofParts: ReadonlyMap<string, string>;
  readonly ofExtensions: ReadonlyMap<string, string>;
}

/** Of two entries for the same the first counts. */
function readTypes(xml: string): Types {
  const [ofParts, ofExtensions] = [new Map<string, string>(), new Map<string, string>()];
  for (const element of childrenOf(xml, rootOf(xml))) {
    const tag = openTag(xml, element);
    const isOverride = localName(element.name) === "Override";
    const types = isOverride ? ofParts : ofExtensions;
    const key = attribute(tag, isOverride ? "PartName" : "Extension")?.toLowerCase();
    const type = attribute(tag, "ContentType");
    if (key !== undefined && type !== undefined && !types.has(key)) types.set(key, type);
  }
  return { ofParts, ofExtensions };
}

/** Gives a part its content type, where it has not got it already. */
export function addContentType(parts: Package, path: string, type: string): void {
  if (contentTypeOf(parts, path) === type) return;
  const xml = parts.text(PATH)!;
  const root = rootOf(xml);
  const override = `<${prefixOf(root.name)}Override PartName="/${escapeAttribute(path)}" ContentType="${escapeAttribute(type)}"/>`;
  parts.write(PATH, spliced(xml, [{ start: root.closeStart, end: root.closeStart, text: override }]));
}

/** Gives the parts of an extension a content type, where they have none. */
export function addTypeOfExtension(parts: Package, extension: string, type: string): void {
  if (contentTypeOf(parts, `.${extension}`) !== undefined) return;
  const xml = parts.text(PATH)!;
  const root = rootOf(xml);
  const entry = `<${prefixOf(root.name)}Default Extension="${extension}" ContentType="${escapeAttribute(type)}"/>`;
  parts.write(PATH, spliced(xml, [{ start: root.openEnd, end: root.openEnd, text: entry }]));
}

/** Whether the list of content types names a part, which need not be there. */
export function namesPart(parts: Package, path: string): boolean {
  return parts.once(PATH, readTypes)?.ofParts.has(`/${path}`.toLowerCase()) ?? false;
}

export function removeContentType(parts: Package, path: string): void {
  const xml = parts.text(PATH)!;
  const override = overrideOf(xml, path);
  if (override) parts.write(PATH, spliced(xml, [{ start: override.start, end: override.end, text: "" }]));
}

function overrideOf(xml: string, path: string): Element | undefined {
  const wanted = `/${path}`.toLowerCase();
  return childrenOf(xml, rootOf(xml)).find(
    (element) => localName(element.name) === "Override" && attribute(openTag(xml, element), "PartName")?.toLowerCase() === wanted,
  );
}
