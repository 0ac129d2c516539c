import { fixedRange, sheetPrefix } from "../../core/sheet/writeFormula";
import type { Steps } from "../../core/steps";
import { addContentType, addTypeOfExtension } from "../package/contentTypes";
import { freeNumber } from "../package/freeName";
import type { Package } from "../package/Package";
import { addRelationship, RELATIONSHIPS } from "../package/relationships";
import type { SheetContent } from "../sheet/sheetXml";
import { childrenOf, inserted, localName, openTag, placeFor, prefixOf, rootOf, rootTag, spliced, type Element, type Splice } from "../xml/elements";
import { attribute, escapeAttribute, escapeText, withAttribute, withoutAttribute } from "../xml/text";
import { editionOf, type WorkbookPart } from "./WorkbookPart";

const WORKSHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml";

/** The order of the elements of a workbook (CT_Workbook), up to those that follow the defined names. */
export const WORKBOOK_ORDER = [
  "fileVersion", "fileSharing", "workbookPr", "AlternateContent", "workbookProtection", "bookViews", "sheets", "functionGroups",
  "externalReferences", "definedNames", "calcPr", "oleSize", "customWorkbookViews", "pivotCaches",
];

/** Puts a worksheet behind all sheets and in front of the reader, with its names for printing. */
export function* addSheetPart(parts: Package, workbook: WorkbookPart, name: string, pieces: readonly string[], print: SheetContent["print"]): Steps<void> {
  const folder = workbook.path.slice(0, workbook.path.lastIndexOf("/") + 1);
  const named = (number: number): string => `${folder}worksheets/sheet${number}.xml`;
  const path = named(freeNumber(parts, workbook.sheets.length + 1, (number) => [named(number)]));
  yield* parts.writePieces(path, pieces);
  addTypeOfExtension(parts, "rels", RELATIONSHIPS);
  addContentType(parts, path, WORKSHEET);
  const id = addRelationship(parts, workbook.path, `${editionOf(workbook).relationships}/worksheet`, path);
  yield* unselectOthers(parts, workbook);
  parts.write(workbook.path, withSheet(parts.text(workbook.path)!, workbook, name, id, print));
}

/** Sheets selected together are edited together in Excel; only the new one may be. */
function* unselectOthers(parts: Package, { sheets }: WorkbookPart): Steps<void> {
  for (const { path } of sheets) {
    const [xml, ...others] = (yield* parts.pieces(path)) ?? [];
    if (xml === undefined) continue;
    const before = xml.search(/<(?:[\w.-]+:)?(?:sheetData|sheetFormatPr|pageMargins)\b/);
    const head = xml.slice(0, Math.max(before, 0));
    const changed = head.replace(/<(?:[\w.-]+:)?sheetView\s[^<>]*>/g, (tag) => withoutAttribute(tag, "tabSelected"));
    if (changed !== head) yield* parts.writePieces(path, [changed + xml.slice(head.length), ...others]);
  }
}

function withSheet(xml: string, workbook: WorkbookPart, name: string, id: string, print: SheetContent["print"]): string {
  const root = rootOf(xml);
  const prefix = prefixOf(root.name);
  const children = childrenOf(xml, root);
  const find = (local: string): Element | undefined => children.find((child) => localName(child.name) === local);
  const sheets = find("sheets")!;
  const tags = childrenOf(xml, sheets).map((sheet) => openTag(xml, sheet));
  const number = Math.max(0, ...tags.map((tag) => Number(attribute(tag, "sheetId")))) + 1;
  const namespace = editionOf(workbook).relationships;
  const sheet = `<${prefix}sheet xmlns:kr="${namespace}" name="${escapeAttribute(name)}" sheetId="${number}" kr:id="${id}"/>`;
  const declared = declaredPrefix(rootTag(xml).tag, namespace);
  const written = declared ? sheet.replace(` xmlns:kr="${namespace}"`, "").replace("kr:id", `${declared}:id`) : sheet;
  const position = tags.length;
  const splices: Splice[] = [inserted(xml, sheets, written)];
  const views = find("bookViews");
  const view = views && childrenOf(xml, views)[0];
  if (view) splices.push({ start: view.start, end: view.openEnd, text: withAttribute(openTag(xml, view), "activeTab", String(position)) });
  else {
    const place = placeFor("bookViews", WORKBOOK_ORDER, children, root.openEnd);
    splices.push({ start: place, end: place, text: `<${prefix}bookViews><${prefix}workbookView activeTab="${position}"/></${prefix}bookViews>` });
  }
  if (print) {
    const names = printNames(name, print).map(
      ([label, value]) => `<${prefix}definedName name="${label}" localSheetId="${position}">${escapeText(value)}</${prefix}definedName>`,
    );
    const list = find("definedNames");
    const place = placeFor("definedNames", WORKBOOK_ORDER, children, root.openEnd);
    if (list) splices.push(inserted(xml, list, names.join("")));
    else splices.push({ start: place, end: place, text: `<${prefix}definedNames>${names.join("")}</${prefix}definedNames>` });
  }
  return spliced(xml, splices);
}

/** The prefix a root declares for a namespace. */
function declaredPrefix(tag: string, namespace: string): string | undefined {
  return [...tag.matchAll(/\sxmlns:([\w.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g)].find((match) => (match[2] ?? match[3]) === namespace)?.[1];
}

function printNames(sheet: string, { area, repeatedRows: [first, last] }: NonNullable<SheetContent["print"]>): readonly (readonly [string, string])[] {
  return [
    ["_xlnm.Print_Area", sheetPrefix(sheet) + fixedRange(area)],
    ["_xlnm.Print_Titles", `${sheetPrefix(sheet)}$${first + 1}:$${last + 1}`],
  ];
}
