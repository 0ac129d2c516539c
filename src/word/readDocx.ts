import { unzipSync } from "fflate";
import { readText } from "../core/words/xmlText";

/** No report is larger, unpacked: more than this is no text somebody wrote. */
const LARGEST = 50_000_000;

/** The pieces of a paragraph that show: text, tabs and breaks; what was deleted with changes tracked is kept apart by Word. */
const PIECES = /<w:t(?:\s[^<>]*)?>([^<]*)<\/w:t>|<w:(tab|br|cr)(?:\s[^<>]*)?\/>|<(\/w:p)>/g;

/** The same with the rows and cells of tables. */
const PIECES_AND_ROWS = /<w:t(?:\s[^<>]*)?>([^<]*)<\/w:t>|<w:(tab|br|cr)(?:\s[^<>]*)?\/>|<(\/w:p|w:tr|\/w:tr|\/w:tc)(?:\s[^<>]*)?>/g;

/**
 * The running text of a Word document, paragraphs parted by blank lines. Headers, footers and notes are left out.
 * Undefined where the bytes are no .docx.
 * @param tables Whether tables are left out, or told as lines of cells between bars.
 */
export function readDocx(bytes: Uint8Array, tables: "left out" | "as lines" = "left out"): string | undefined {
  let document: Uint8Array | undefined;
  try {
    document = unzipSync(bytes, { filter: ({ name, originalSize }) => name === "word/document.xml" && originalSize <= LARGEST })["word/document.xml"];
  } catch {
    return undefined;
  }
  if (!document) return undefined;
  const all = new TextDecoder().decode(document);
  if (tables === "as lines") return withRows(all);
  const body = withoutTables(all);
  let text = "";
  for (const [, words, gap, end] of body.matchAll(PIECES)) text += words !== undefined ? readText(words) : end ? "\n\n" : gap === "tab" ? " " : "\n";
  return text;
}

/** Rows of tables within a cell are told as rows of their own. */
function withRows(xml: string): string {
  let text = "";
  let rows = 0;
  for (const [, words, gap, end] of xml.matchAll(PIECES_AND_ROWS)) {
    if (words !== undefined) text += rows > 0 ? readText(words).replaceAll("|", "/") : readText(words);
    else if (end === "w:tr") {
      rows++;
      text += "\n|";
    } else if (end === "/w:tr") {
      rows = Math.max(0, rows - 1);
      text += "\n";
    } else if (end === "/w:tc") text += " |";
    else if (rows > 0) text += " ";
    else text += end ? "\n\n" : gap === "tab" ? " " : "\n";
  }
  return text;
}

/** Tables may hold others: only what stands outside of all of them is kept. */
function withoutTables(xml: string): string {
  let depth = 0;
  let kept = "";
  let from = 0;
  for (const { 0: tag, index } of xml.matchAll(/<w:tbl>|<w:tbl\s[^<>]*>|<\/w:tbl>/g)) {
    if (depth === 0) kept += xml.slice(from, index);
    depth = Math.max(0, depth + (tag.startsWith("</") ? -1 : 1));
    from = index + tag.length;
  }
  return depth === 0 ? kept + xml.slice(from) : kept;
}
