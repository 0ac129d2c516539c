import { childrenOf, localName, openTag, prefixOf, rootOf, spliced, type Element } from "../xml/elements";
import { attribute, escapeAttribute } from "../xml/text";
import type { Package } from "./Package";

const PATH = "[Content_Types].xml";

/** The content type of a part, by its own entry or by its extension; undefined where none is given. */
export function contentTypeOf(parts: Package, path: string): string | undefined {
  const xml = parts.text(PATH);
  if (xml === undefined) return undefined;
  const override = overrideOf(xml, path);
  if (override) return attribute(openTag(xml, override), "ContentType");
  const extension = path.slice(path.lastIndexOf(".") + 1).toLowerCase();
  const byExtension = childrenOf(xml, rootOf(xml)).find(
    (element) => localName(element.name) === "Default" && attribute(openTag(xml, element), "Extension")?.toLowerCase() === extension,
  );
  return byExtension && attribute(openTag(xml, byExtension), "ContentType");
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
  const xml = parts.text(PATH);
  return xml !== undefined && overrideOf(xml, path) !== undefined;
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
