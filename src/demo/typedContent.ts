import { parseA1Range } from "../core/sheet/Address";
import { BLANK, contentOf, numberValue, plainText, textValue, type Cell, type Content } from "../core/sheet/Cell";

/** What typing a text into a cell means: whole numbers are numbers, "=…" is a formula, an apostrophe makes text, the rest is text. */
export function typedContent(typed: string): Content {
  const text = typed.trim();
  if (text === "") return BLANK;
  if (typed.startsWith("'")) return textValue(typed.slice(1));
  if (/^[-+]?\d{1,15}$/.test(text)) return numberValue(Number(text));
  if (text.startsWith("=") && text.length > 1) return { kind: "formula", formula: text.replace(CELLS, upperCased), value: BLANK };
  return textValue(typed.normalize("NFC"));
}

const CELLS = /\$?[a-z]{1,3}\$?\d+(?::\$?[a-z]{1,3}\$?\d+)?/gi;

const upperCased = (reference: string): string => (parseA1Range(reference) ? reference.toUpperCase() : reference);

/** What the cell offers for editing: its formula, else its value, as typing it again would give it. */
export function editableText(cell: Cell): string {
  const content = contentOf(cell);
  if (content.kind === "formula") return content.formula;
  const text = plainText(content);
  const staysText = content.kind === "text" && typedContent(text).kind !== "text";
  return staysText ? `'${text}` : text;
}
