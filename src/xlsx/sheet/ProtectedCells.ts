import { contains, parseA1Range, positionKey, type Position, type Rectangle } from "../../core/sheet/Address";
import type { Edit, Refusal } from "../../core/sheet/WorkbookPort";
import type { Package } from "../package/Package";
import { kindOf, relationshipsOf } from "../package/relationships";
import type { StyleSheet } from "../styles/StyleSheet";
import { childrenOf, localName, openTag, rootTag } from "../xml/elements";
import { attribute, isOn } from "../xml/text";
import { readColumnStyles } from "./editSheet";
import { tailOf } from "./readSheet";
import { SheetCursor } from "./SheetCursor";

/** The cells of a worksheet that Excel would not let a person write into, or that must not be written alone. */
export class ProtectedCells {
  /** Undefined when the sheet is not locked. */
  private readonly isFree: ((position: Position) => boolean) | undefined;
  private readonly arrays: readonly Rectangle[];
  private readonly headings: readonly Rectangle[];

  /** `path` is the worksheet's, `pieces` its text. */
  constructor(parts: Package, path: string, pieces: readonly string[], locked: boolean, styles: StyleSheet) {
    this.isFree = locked ? freeCells(pieces, styles) : undefined;
    this.arrays = pieces.flatMap(arrayBlocks);
    this.headings = tableHeaders(parts, path);
  }

  /** Why a cell may not be written, whatever is written besides. */
  refuses(position: Position): Refusal["why"] | undefined {
    if (this.isFree && !this.isFree(position)) return "locked";
    return this.headings.some((block) => contains(block, position)) ? "heading" : undefined;
  }

  /** Those of a sheet's edits that would change a part of an array's block, and not all of it. */
  tornApart(edits: readonly Edit[]): ReadonlySet<Edit> {
    const torn = new Set<Edit>();
    for (const block of this.arrays) {
      const own = edits.filter(({ at }) => contains(block, at));
      const size = (block.bottom - block.top + 1) * (block.right - block.left + 1);
      if (new Set(own.map(({ at }) => positionKey(at))).size < size) for (const edit of own) torn.add(edit);
    }
    return torn;
  }
}

/** Tells the cells of a locked sheet that are free: by their own style, that of their row or column where they hold nothing yet, or as a range opened to all. */
function freeCells(pieces: readonly string[], styles: StyleSheet): (position: Position) => boolean {
  const known = new Set<number>();
  const free = new Set<number>();
  const rowStyles = new Map<number, number>();
  const cursor = new SheetCursor(pieces);
  const columnStyles = readColumnStyles(pieces[0]!, cursor);
  for (let event = cursor.next(); event !== "end"; event = cursor.next()) {
    if (event === "row") {
      const tag = cursor.xml.slice(cursor.rowTag.start, cursor.rowTag.end);
      if (tag.includes("customFormat") && isOn(attribute(tag, "customFormat"))) rowStyles.set(cursor.row, Number(attribute(tag, "s") ?? 0));
    } else if (event === "cell") {
      known.add(positionKey(cursor));
      if (!styles.locks(cursor.style)) free.add(positionKey(cursor));
    }
  }
  const open = openRanges(cursor);
  return (position) => {
    const key = positionKey(position);
    if (free.has(key) || open.some((range) => contains(range, position))) return true;
    if (known.has(key)) return false;
    const { row, column } = position;
    return !styles.locks(rowStyles.get(row) ?? columnStyles.find(({ first, last }) => column >= first && column <= last)?.style ?? 0);
  };
}

/** Ranges that anybody may edit though the sheet is locked, without a password (Review › Allow Edit Ranges). */
function openRanges(cursor: SheetCursor): readonly Rectangle[] {
  const list = tailOf(cursor).find(({ name }) => localName(name) === "protectedRanges");
  const tags = list ? childrenOf(cursor.xml, list).map((range) => openTag(cursor.xml, range)) : [];
  return tags
    .filter((tag) => ["password", "hashValue", "securityDescriptor"].every((name) => attribute(tag, name) === undefined))
    .flatMap((tag) => (attribute(tag, "sqref") ?? "").split(/\s+/).flatMap((part) => parseA1Range(part) ?? []));
}

/** "You can't change part of an array": formulas and data tables that fill several cells at once. */
function arrayBlocks(xml: string): readonly Rectangle[] {
  if (!xml.includes("array") && !xml.includes("dataTable")) return [];
  return [...xml.matchAll(/<(?:[\w.-]+:)?f\s[^<>]*\bt\s*=\s*["'](?:array|dataTable)["'][^<>]*>/g)]
    .map(([tag]) => parseA1Range(attribute(tag, "ref") ?? ""))
    .filter((block) => block !== undefined)
    .filter(({ top, left, bottom, right }) => top !== bottom || left !== right);
}

/** A table's header cells repeat its column names; changed alone, Excel repairs the file. */
function tableHeaders(parts: Package, path: string): readonly Rectangle[] {
  return relationshipsOf(parts, path)
    .filter((relationship) => kindOf(relationship) === "table" && parts.has(relationship.target))
    .flatMap(({ target }) => {
      const { tag } = rootTag(parts.text(target)!);
      const range = parseA1Range(attribute(tag, "ref") ?? "");
      const headers = Number(attribute(tag, "headerRowCount") ?? 1);
      return range && headers > 0 ? [{ ...range, bottom: range.top + headers - 1 }] : [];
    });
}
