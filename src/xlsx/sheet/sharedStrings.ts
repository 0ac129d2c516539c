import { BLANK, textValue, type Value } from "../../core/sheet/Cell";
import { TagCursor } from "../xml/TagCursor";
import { rootTag } from "../xml/elements";
import { decodeExcelString, readText } from "../xml/text";

/** The texts of the shared strings part, by their number. Throws `BrokenXml`. */
export function readSharedStrings(xml: string): readonly Value[] {
  const { prefix, end } = rootTag(xml);
  const item = `${prefix}si`;
  const tags = new TagCursor(xml, end);
  const strings: Value[] = [];
  while (tags.next()) {
    if (!tags.is(item) || tags.closing) continue;
    const { end: from, empty } = tags;
    if (!empty) tags.skipElement();
    strings.push(empty ? BLANK : textValue(richText(xml, from, tags.start, prefix)));
  }
  return strings;
}

/** The text of a string item or inline string: its runs put together, without readings (phonetic text). */
export function richText(xml: string, from: number, to: number, prefix: string): string {
  const tags = new TagCursor(xml, from, to);
  let text = "";
  while (tags.next()) {
    if (tags.closing) continue;
    if (tags.is(`${prefix}rPh`)) tags.skipElement();
    else if (tags.is(`${prefix}t`) && !tags.empty) {
      const start = tags.end;
      tags.skipElement();
      text += decodeExcelString(readText(xml.slice(start, tags.start)));
    }
  }
  return text;
}
