import { childrenOf, elementsBetween, localName, openTag, rootTag, spliced, type Splice } from "../xml/elements";
import { attribute, withAttribute } from "../xml/text";
import { SheetCursor } from "./SheetCursor";
import { COLUMN_MARGIN } from "./sheetXml";

/** The worksheet's text, or the piece of it that comes before the rows, with columns made so wide, in characters by zero-based column; all else stays as it is. */
export function withColumnWidths(xml: string, widths: ReadonlyMap<number, number>): string {
  return [...widths].reduce((text, [column, width]) => spliced(text, [columnSplice(text, column + 1, String(width + COLUMN_MARGIN))]), xml);
}

/** `column` counts from 1, as in the file. */
function columnSplice(xml: string, column: number, width: string): Splice {
  const { prefix, dataTag } = new SheetCursor([xml]);
  const fresh = `<${prefix}col min="${column}" max="${column}" width="${width}" customWidth="1"/>`;
  const cols = elementsBetween(xml, rootTag(xml).end, dataTag.start).find(({ name }) => localName(name) === "cols");
  if (!cols) return { start: dataTag.start, end: dataTag.start, text: `<${prefix}cols>${fresh}</${prefix}cols>` };
  let place = cols.openEnd;
  for (const element of childrenOf(xml, cols)) {
    const tag = openTag(xml, element).replace(/\s*\/?>$/, "/>");
    const [min, max] = [Number(attribute(tag, "min")), Number(attribute(tag, "max"))];
    if (max < column) place = element.end;
    if (max < column || min > column) continue;
    // One element may stand for many columns: the others keep it.
    const part = (from: number, to: number) => (from > to ? "" : withAttribute(withAttribute(tag, "min", String(from)), "max", String(to)));
    const own = withAttribute(withAttribute(part(column, column), "width", width), "customWidth", "1");
    return { start: element.start, end: element.end, text: part(min, column - 1) + own + part(column + 1, max) };
  }
  return { start: place, end: place, text: fresh };
}
