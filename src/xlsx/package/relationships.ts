import { addTo } from "../../core/addTo";
import { childrenOf, inserted, openTag, prefixOf, rootOf, spliced } from "../xml/elements";
import { attribute, escapeAttribute, XML_HEAD } from "../xml/text";
import { addContentType } from "./contentTypes";
import type { Package } from "./Package";

/** One part's pointer to another. */
export interface Relationship {
  readonly id: string;
  /** A URI; the last segment tells the kind in both editions of the standard. */
  readonly type: string;
  /** A path in the package, or as written where the target lies outside. */
  readonly target: string;
  readonly external: boolean;
}

export const RELATIONSHIPS = "application/vnd.openxmlformats-package.relationships+xml";
const NAMESPACE = "http://schemas.openxmlformats.org/package/2006/relationships";

/** The path of the part that holds a part's relationships; "" is the package itself. */
export function relationshipsPath(part: string): string {
  const slash = part.lastIndexOf("/") + 1;
  return `${part.slice(0, slash)}_rels/${part.slice(slash)}.rels`;
}

export function relationshipsOf(parts: Package, part: string): readonly Relationship[] {
  return parts.once(relationshipsPath(part), readRelationships)?.all ?? [];
}

/** The one of a kind that leads to a part of the package: of the workbook "styles", "sharedStrings", "calcChain". */
export function partOfKind(parts: Package, part: string, kind: string): Relationship | undefined {
  return parts.once(relationshipsPath(part), readRelationships)?.byKind.get(kind)?.find(({ target }) => parts.has(target));
}

interface Relationships {
  readonly all: readonly Relationship[];
  readonly byKind: ReadonlyMap<string, readonly Relationship[]>;
}

/** Reads a part of relationships, which lies at `path`. */
function readRelationships(xml: string, path: string): Relationships {
  const part = path.replace(/_rels\/([^/]*)\.rels$/i, "$1");
  const all = childrenOf(xml, rootOf(xml)).map((element): Relationship => {
    const tag = openTag(xml, element);
    const external = attribute(tag, "TargetMode") === "External";
    const target = attribute(tag, "Target") ?? "";
    return { id: attribute(tag, "Id") ?? "", type: attribute(tag, "Type") ?? "", external, target: external ? target : resolvePath(part, target) };
  });
  const byKind = new Map<string, Relationship[]>();
  for (const each of all) addTo(byKind, kindOf(each), each);
  return { all, byKind };
}

/** Points from one part to another; gives back the new id. */
export function addRelationship(parts: Package, part: string, type: string, target: string): string {
  const path = relationshipsPath(part);
  if (!parts.has(path)) addContentType(parts, path, RELATIONSHIPS);
  const xml = parts.text(path) ?? `${XML_HEAD}<Relationships xmlns="${NAMESPACE}"></Relationships>`;
  const last = relationshipsOf(parts, part).reduce((most, each) => Math.max(most, Number(/^rId(\d+)$/i.exec(each.id)?.[1] ?? 0)), 0);
  const id = `rId${last + 1}`;
  const root = rootOf(xml);
  const written = `<${prefixOf(root.name)}Relationship Id="${id}" Type="${escapeAttribute(type)}" Target="${escapeAttribute(relativePath(part, target))}"/>`;
  parts.write(path, spliced(xml, [inserted(xml, root, written)]));
  return id;
}

export function removeRelationship(parts: Package, part: string, id: string): void {
  const path = relationshipsPath(part);
  const xml = parts.text(path);
  if (xml === undefined) return;
  const found = childrenOf(xml, rootOf(xml)).find((element) => attribute(openTag(xml, element), "Id") === id);
  if (found) parts.write(path, spliced(xml, [{ start: found.start, end: found.end, text: "" }]));
}

/** The kind a relationship's type names: "worksheet", "styles" … */
export const kindOf = ({ type }: Relationship): string => type.slice(type.lastIndexOf("/") + 1);

function resolvePath(part: string, target: string): string {
  const plain = decode(target.replace(/\\/g, "/"));
  const segments = plain.startsWith("/") ? [] : part.split("/").slice(0, -1);
  for (const segment of plain.split("/")) {
    if (segment === "..") segments.pop();
    else if (segment !== "." && segment !== "") segments.push(segment);
  }
  return segments.join("/");
}

function decode(target: string): string {
  try {
    return decodeURIComponent(target);
  } catch {
    return target;
  }
}

/** Relative where the target lies below the part's folder, else from the root. */
function relativePath(part: string, target: string): string {
  const folder = part.slice(0, part.lastIndexOf("/") + 1);
  return target.toLowerCase().startsWith(folder.toLowerCase()) ? target.slice(folder.length) : `/${target}`;
}
