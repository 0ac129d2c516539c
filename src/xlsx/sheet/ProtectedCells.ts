import { contains, parseA1Range, positionKey, type Position, type Rectangle } from "../../core/sheet/Address";
import type { Package } from "../package/Package";
import { kindOf, relationshipsOf } from "../package/relationships";
import type { StyleSheet } from "../styles/StyleSheet";
import { rootTag } from "../xml/elements";
import { attribute } from "../xml/text";
import { SheetCursor } from "./SheetCursor";

/** The cells of a worksheet that Excel would not let a person write into, or that must not be written alone. */
export class ProtectedCells {
  /** Cells of a locked sheet that are free; undefined when the sheet is not locked. */
  private readonly free: ReadonlySet<number> | undefined;
  private readonly blocks: readonly Rectangle[];

  /** `path` is the worksheet's, `pieces` its text. */
  constructor(parts: Package, path: string, pieces: readonly string[], locked: boolean, styles: StyleSheet) {
    this.free = locked ? freeCells(pieces, styles) : undefined;
    this.blocks = [...pieces.flatMap(arrayBlocks), ...tableHeaders(parts, path)];
  }

  refuses(position: Position): boolean {
    if (this.free && !this.free.has(positionKey(position))) return true;
    return this.blocks.some((block) => contains(block, position));
  }
}

function freeCells(pieces: readonly string[], styles: StyleSheet): ReadonlySet<number> {
  const free = new Set<number>();
  const cursor = new SheetCursor(pieces);
  for (let event = cursor.next(); event !== "end"; event = cursor.next()) {
    if (event === "cell" && !styles.locks(cursor.style)) free.add(positionKey(cursor));
  }
  return free;
}

/** "You can't change part of an array": formulas and data tables that fill several cells at once. */
function arrayBlocks(xml: string): readonly Rectangle[] {
  if (!xml.includes("array") && !xml.includes("dataTable")) return [];
  return [...xml.matchAll(/<(?:[\w.-]+:)?f\s[^>]*\bt\s*=\s*["'](?:array|dataTable)["'][^>]*>/g)]
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
