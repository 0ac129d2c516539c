import { parseA1Range, type Rectangle } from "../../core/sheet/Address";
import type { NamedTable, Names } from "../../core/sheet/Sheet";
import type { Package } from "../package/Package";
import { kindOf, relationshipsOf } from "../package/relationships";
import { readFormula } from "../sheet/formulaText";
import { readFilter } from "../sheet/shownRows";
import { childrenOf, localName, openTag, rootOf, type Element } from "../xml/elements";
import { attribute, decodeExcelString } from "../xml/text";
import type { WorkbookPart } from "./WorkbookPart";

/** Excel's own names of what is printed, filtered and the like begin so. */
const BUILT_IN = "_xlnm.";
const FILTERED = `${BUILT_IN}_FilterDatabase`;

/** What a workbook's formulas may name, and what its parts besides the worksheets tell of their rows. */
export interface BookNames {
  readonly names: Names;
  /** By sheet: the blocks that tables filter just now. */
  readonly filters: ReadonlyMap<string, readonly Rectangle[]>;
  /** By sheet: the block that was last filtered. */
  readonly lastFiltered: ReadonlyMap<string, Rectangle>;
}

/** Reads names, tables and what of both concerns filters. Throws `BrokenXml`. */
export function readNames(parts: Package, book: WorkbookPart): BookNames {
  const xml = parts.text(book.path)!;
  const children = childrenOf(xml, rootOf(xml));
  const find = (name: string): Element | undefined => children.find((child) => localName(child.name) === name);
  const listed = childrenOf(xml, find("sheets")!).map((sheet) => decodeExcelString(attribute(openTag(xml, sheet), "name") ?? ""));
  const defined = new Map<string, string>();
  const lastFiltered = new Map<string, Rectangle>();
  const list = find("definedNames");
  for (const element of list ? childrenOf(xml, list) : []) {
    const tag = openTag(xml, element);
    const name = attribute(tag, "name") ?? "";
    const home = listed[Number(attribute(tag, "localSheetId") ?? NaN)];
    const formula = readFormula(xml.slice(element.openEnd, element.closeStart));
    if (name === FILTERED && home !== undefined) {
      const range = parseA1Range(formula.slice(formula.lastIndexOf("!") + 1));
      if (range) lastFiltered.set(home, range);
    } else if (!name.startsWith(BUILT_IN)) defined.set((home === undefined ? name : `${home}!${name}`).toUpperCase(), formula);
  }
  const calculation = find("calcPr");
  const tables = book.sheets.flatMap((sheet) =>
    relationshipsOf(parts, sheet.path)
      .filter((relationship) => kindOf(relationship) === "table" && parts.has(relationship.target))
      .flatMap(({ target }) => readTable(parts.text(target)!, sheet.name)),
  );
  return {
    names: {
      sheets: listed,
      defined,
      tables: tables.map(({ table }) => table),
      ...(calculation && attribute(openTag(xml, calculation), "calcMode") === "manual" ? { isManual: true } : {}),
    },
    filters: new Map(book.sheets.map(({ name }) => [name, tables.flatMap(({ table, filter }) => (table.sheet === name && filter ? [filter] : []))])),
    lastFiltered,
  };
}

function readTable(xml: string, sheet: string): readonly { readonly table: NamedTable; readonly filter: Rectangle | undefined }[] {
  const root = rootOf(xml);
  const tag = openTag(xml, root);
  const range = parseA1Range(attribute(tag, "ref") ?? "");
  if (!range) return [];
  const children = childrenOf(xml, root);
  const filter = children.find(({ name }) => localName(name) === "autoFilter");
  const columns = children.find(({ name }) => localName(name) === "tableColumns");
  const table: NamedTable = {
    name: decodeExcelString(attribute(tag, "displayName") ?? attribute(tag, "name") ?? ""),
    sheet,
    range,
    columns: columns ? childrenOf(xml, columns).map((column) => decodeExcelString(attribute(openTag(xml, column), "name") ?? "")) : [],
    hasHeadings: Number(attribute(tag, "headerRowCount") ?? 1) > 0,
    hasTotals: Number(attribute(tag, "totalsRowCount") ?? 0) > 0,
  };
  return [{ table, filter: filter && readFilter(xml, filter) }];
}
