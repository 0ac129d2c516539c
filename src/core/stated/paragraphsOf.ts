/** A paragraph of a written text, by offsets; `end` is the one after it. */
export interface TextStretch {
  readonly start: number;
  readonly end: number;
}

/** What begins a paragraph of its own: a dash, a plus, "a)", "I.", "1.", "(". */
const BEGINNING = /^\s*(?:[-+•–—(]|[a-zđ]\)|[a-zđ]\.\s|[ivx]{1,5}\.|\d{1,2}(?:\.\d{1,2})*[.)]\s)/iu;

/**
 * The paragraphs of a text. Text taken from a page is broken off at the end of each printed line, and again between pages: a line
 * goes on in the next unless that one begins with a dash or a number, or it is closed by a sign and a blank line follows.
 * @param text As written, normalised to NFC.
 */
export function paragraphsOf(text: string): readonly TextStretch[] {
  const paragraphs: TextStretch[] = [];
  let start = 0;
  let end = 0;
  let blank = true;
  let at = 0;
  for (const line of text.split("\n")) {
    const next = at + line.length + 1;
    if (line.trim() === "") blank = true;
    else {
      const before = text.slice(start, end).replace(/[\s*_]+$/, "");
      const isClosed = before.endsWith(":") || (blank && (/[.;!?/)]$/.test(before) || !/^[\s*_]*[\p{Ll}\d]/u.test(line)));
      const goesOn = before !== "" && !BEGINNING.test(line) && !isClosed;
      if (!goesOn) {
        if (before !== "") paragraphs.push({ start, end });
        start = at;
      }
      end = at + line.length;
      blank = false;
    }
    at = next;
  }
  if (text.slice(start, end).trim() !== "") paragraphs.push({ start, end });
  return paragraphs;
}
