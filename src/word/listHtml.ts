import type { JustificationList } from "../core/justifications/justificationList";
import { escapeHtml } from "./html";
import { BODY, LIST_COLUMNS, LIST_SIZE } from "./layout";

const FONT = `font-family:'${BODY.font}',serif;color:black`;
const CELL = `border:solid black 0.5pt;padding:2pt 4pt;vertical-align:top;${FONT};font-size:${LIST_SIZE}pt`;

/** A list as an HTML table for Word's clipboard, with styles of its own, since Word and the browsers' cleaners drop style sheets. */
export function toListHtml({ title, about, headings, rows }: JustificationList): string {
  const line = (text: string, style: string): string => `<p lang="${BODY.language}" style="margin:0cm 0cm ${BODY.spacing}pt;text-align:center;${FONT};${style}">${escapeHtml(text)}</p>`;
  const cell = (text: string, column: number, head: boolean): string => {
    const { align, share } = LIST_COLUMNS[column]!;
    const inside = text.split("\n").map(escapeHtml).join("<br>");
    const side = head ? "center;font-weight:bold" : align;
    return `<${head ? "th" : "td"} width="${share}%" style="${CELL};text-align:${side}">${inside}</${head ? "th" : "td"}>`;
  };
  const row = (texts: readonly string[], head: boolean): string => `<tr>${texts.map((text, column) => cell(text, column, head)).join("")}</tr>`;
  return [
    line(title, `font-size:${BODY.size}pt;font-weight:bold`),
    ...about.map((text) => line(text, `font-size:${LIST_SIZE}pt`)),
    `<table lang="${BODY.language}" width="100%" style="border-collapse:collapse;width:100%">`,
    `<thead>${row(headings, true)}</thead>`,
    `<tbody>${rows.map((texts) => row(texts, false)).join("\n")}</tbody>`,
    "</table>",
  ].join("\n");
}

/** The same as plain text, columns set apart by tabs, so that it can also be pasted into Excel. */
export function toListText({ title, about, headings, rows }: JustificationList): string {
  const flat = (text: string): string => text.replace(/\s+/g, " ").trim();
  return [title, ...about, headings.join("\t"), ...rows.map((texts) => texts.map(flat).join("\t"))].join("\n");
}
