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

/** Gives a part its content type, and relationship parts theirs where that was missing. */
export function addContentType(parts: Package, path: string, type: string): void {
  const xml = parts.text(PATH)!;
  const root = rootOf(xml);
  const prefix = prefixOf(root.name);
  const hasRels = contentTypeOf(parts, "x.rels") !== undefined;
  const rels = hasRels ? "" : `<${prefix}Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>`;
  const override = `<${prefix}Override PartName="/${escapeAttribute(path)}" ContentType="${escapeAttribute(type)}"/>`;
  parts.write(PATH, spliced(xml, [{ start: root.openEnd, end: root.openEnd, text: rels }, { start: root.closeStart, end: root.closeStart, text: override }]));
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
