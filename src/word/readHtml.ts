import { readText } from "../core/words/xmlText";

/** Tags that end a line, and those that end a paragraph. */
const LINES = /^(?:br|tr|\/tr)$/;
const PARAGRAPHS = /^\/(?:p|div|h[1-6]|li|ul|ol|table|title|section|article|header|footer|blockquote)$/;

/** The text of a page: paragraphs parted by blank lines, rows of tables as lines with cells between bars. What is no text for readers is left out. */
export function readHtml(page: string): string {
  let text = "";
  let hidden: string | undefined;
  let from = 0;
  for (const { 0: tag, 1: name = "", index } of page.matchAll(/<(!|\/?[a-zA-Z][a-zA-Z0-9]*)(?![a-zA-Z0-9])[^<>]*>/g)) {
    const is = name.toLowerCase();
    if (hidden === undefined) text += shown(page.slice(from, index));
    from = index + tag.length;
    if (hidden !== undefined) {
      if (is === `/${hidden}`) hidden = undefined;
    } else if (is === "script" || is === "style") hidden = is;
    else if (is === "tr") text += "\n|";
    else if (is === "/td" || is === "/th") text += " |";
    else if (LINES.test(is)) text += "\n";
    else if (PARAGRAPHS.test(is)) text += "\n\n";
  }
  return hidden === undefined ? text + shown(page.slice(from)) : text;
}

const shown = (words: string): string => readText(words.replace(/&nbsp;/gi, " ")).replace(/\s+/g, " ");
