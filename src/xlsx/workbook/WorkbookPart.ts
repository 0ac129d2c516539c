import { contentTypeOf } from "../package/contentTypes";
import type { Package } from "../package/Package";
import { kindOf, relationshipsOf, type Relationship } from "../package/relationships";
import { fileTrouble } from "../troubles";
import { childrenOf, localName, openTag, rootOf, rootTag } from "../xml/elements";
import { attribute, decodeExcelString, isOn, prefixedAttribute } from "../xml/text";
import { BrokenXml } from "../xml/TagCursor";

/** A sheet as the workbook lists it. */
export interface SheetEntry {
  readonly name: string;
  /** The part that holds it. */
  readonly path: string;
  /** False for chart sheets and the like, which hold no cells. */
  readonly worksheet: boolean;
  readonly visible: boolean;
}

/** What the workbook's own part says. */
export interface WorkbookPart {
  readonly path: string;
  readonly sheets: readonly SheetEntry[];
  /** Days count from 1904 instead of 1900. */
  readonly date1904: boolean;
  /** No sheet may be added. */
  readonly structureLocked: boolean;
  /** Written in the strict edition of ISO 29500, whose URIs differ. */
  readonly strict: boolean;
}

/** Where the workbook's part lies. Throws `TroubleError` when the package is something else. */
export function locateWorkbook(parts: Package, fileName: string): string {
  if (!parts.has("[Content_Types].xml")) {
    const type = parts.has("mimetype") ? parts.text("mimetype")! : "";
    throw fileTrouble(type.includes("opendocument") ? "openDocument" : "notWorkbook", fileName);
  }
  const main = relationshipsOf(parts, "").find((relationship) => kindOf(relationship) === "officeDocument");
  const type = main && (contentTypeOf(parts, main.target) ?? "");
  if (!main || !parts.has(main.target)) throw fileTrouble("notWorkbook", fileName);
  if (/ms-excel\.sheet\.binary/i.test(type!)) throw fileTrouble("binaryExcel", fileName);
  if (/wordprocessingml|presentationml|ms-word|ms-powerpoint/i.test(type!)) throw fileTrouble("word", fileName);
  if (localName(rootOf(parts.text(main.target)!).name) !== "workbook") throw fileTrouble("notWorkbook", fileName);
  return main.target;
}

/** Reads the workbook's part. Throws `BrokenXml`. */
export function readWorkbookPart(parts: Package, path: string): WorkbookPart {
  const xml = parts.text(path)!;
  const children = childrenOf(xml, rootOf(xml));
  const relationships = new Map(relationshipsOf(parts, path).map((each) => [each.id, each]));
  const tagOf = (name: string): string => {
    const element = children.find((child) => localName(child.name) === name);
    return element ? openTag(xml, element) : "";
  };
  const list = children.find((child) => localName(child.name) === "sheets");
  if (!list) throw new BrokenXml("a workbook without a list of sheets");
  const listed = childrenOf(xml, list);
  const sheets = listed.flatMap((sheet) => sheetEntry(openTag(xml, sheet), relationships));
  if (listed.length > 0 && sheets.length === 0) throw new BrokenXml("a workbook whose sheets cannot be found");
  return {
    path,
    sheets,
    date1904: isOn(attribute(tagOf("workbookPr"), "date1904")),
    structureLocked: isOn(attribute(tagOf("workbookProtection"), "lockStructure")),
    strict: rootTag(xml).tag.includes("http://purl.oclc.org/ooxml/"),
  };
}

function sheetEntry(tag: string, relationships: ReadonlyMap<string, Relationship>): readonly SheetEntry[] {
  const id = prefixedAttribute(tag, "id");
  const relationship = id === undefined ? undefined : relationships.get(id);
  if (!relationship) return [];
  const state = attribute(tag, "state") ?? "visible";
  return [
    {
      name: decodeExcelString(attribute(tag, "name") ?? ""),
      path: relationship.target,
      worksheet: kindOf(relationship) === "worksheet",
      visible: state === "visible",
    },
  ];
}

/** The URIs of the edition that the workbook is written in. */
export function editionOf({ strict }: WorkbookPart): { readonly main: string; readonly relationships: string } {
  const base = strict ? "http://purl.oclc.org/ooxml" : "http://schemas.openxmlformats.org";
  return {
    main: strict ? `${base}/spreadsheetml/main` : `${base}/spreadsheetml/2006/main`,
    relationships: strict ? `${base}/officeDocument/relationships` : `${base}/officeDocument/2006/relationships`,
  };
}

