import { parseA1Range, type Rectangle } from "../../core/sheet/Address";
import type { Hiding, Sheet, SheetRow } from "../../core/sheet/Sheet";
import { childrenOf, elementsBetween, localName, openTag, rootTag, type Element } from "../xml/elements";
import { attribute, isOn } from "../xml/text";
import type { SheetCursor } from "./SheetCursor";

/** What is known of a sheet's filters besides what its own text says. */
export interface Filters {
  /** Blocks that tables filter just now. */
  readonly ofTables: readonly Rectangle[];
  /** The block that was last filtered, if any. */
  readonly last: Rectangle | undefined;
}

/** Notes, row by row, what a worksheet's rows say of being shown. */
export class ShownRows {
  private readonly hidden: number[] = [];

  /** The row that the cursor has just come to. */
  note({ xml, rowTag, row }: SheetCursor): void {
    const tag = xml.slice(rowTag.start, rowTag.end);
    if ((tag.includes("hidden") && isOn(attribute(tag, "hidden"))) || (tag.includes('ht="0') && Number(attribute(tag, "ht")) === 0)) this.hidden.push(row);
  }

  /** What a sheet says of its rows; the blocks that are filtered are only asked for where rows are hidden. */
  told(filtered: () => readonly Rectangle[]): Pick<Sheet, "hiddenRows"> {
    const blocks = this.hidden.length > 0 ? filtered() : [];
    const why = (row: number): Hiding => (blocks.some(({ top, bottom }) => row > top && row <= bottom) ? "filtered" : "hidden");
    return this.hidden.length > 0 ? { hiddenRows: new Map(this.hidden.map((row) => [row, why(row)])) } : {};
  }
}

/** What stands before the cells of a worksheet. */
const headOf = ({ pieces: [xml = ""], dataTag }: SheetCursor): readonly Element[] => elementsBetween(xml, rootTag(xml).end, dataTag.start);

/** The blocks that leave out rows just now: by tables, by the sheet's own filter, or by conditions written elsewhere ("advanced"). */
export function filteredBlocks(cursor: SheetCursor, tail: readonly Element[], { ofTables, last }: Filters): readonly Rectangle[] {
  const own = tail.find(({ name }) => localName(name) === "autoFilter");
  if (own) return [...ofTables, readFilter(cursor.xml, own) ?? []].flat();
  const [xml = ""] = cursor.pieces;
  const properties = headOf(cursor).find(({ name }) => localName(name) === "sheetPr");
  const isFiltered = properties !== undefined && isOn(attribute(openTag(xml, properties), "filterMode"));
  return isFiltered && last ? [...ofTables, last] : ofTables;
}

/** The block that an `autoFilter` leaves rows out of; undefined where it shows all. */
export function readFilter(xml: string, filter: Element): Rectangle | undefined {
  const leavesOut = childrenOf(xml, filter).some((column) => localName(column.name) === "filterColumn" && childrenOf(xml, column).length > 0);
  return leavesOut ? parseA1Range(attribute(openTag(xml, filter), "ref") ?? "") : undefined;
}

/** The columns that are not shown, up to the last in which anything stands. */
export function hiddenColumns(cursor: SheetCursor, rows: ReadonlyMap<number, SheetRow>): Pick<Sheet, "hiddenColumns"> {
  const [xml = ""] = cursor.pieces;
  const columns = headOf(cursor).find(({ name }) => localName(name) === "cols");
  if (!columns || !/\b(?:hidden|width)\s*=\s*["'](?:1|true|0)/.test(xml.slice(columns.openEnd, columns.closeStart))) return {};
  let used = 0;
  for (const { length } of rows.values()) used = Math.max(used, length);
  const hidden = new Set<number>();
  for (const column of childrenOf(xml, columns)) {
    const tag = openTag(xml, column);
    if (!isOn(attribute(tag, "hidden")) && Number(attribute(tag, "width") ?? NaN) !== 0) continue;
    for (let at = Number(attribute(tag, "min")) - 1; at < Math.min(used, Number(attribute(tag, "max"))); at++) hidden.add(at);
  }
  return hidden.size > 0 ? { hiddenColumns: hidden } : {};
}
