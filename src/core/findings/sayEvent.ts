import { columnName, listed, rowName } from "../checks/columnWords";
import { firstFrom } from "../firstFrom";
import { a1 } from "../sheet/Address";
import { shownText } from "../sheet/shownText";
import { visible } from "../table/writtenCount";
import { sayFigure } from "../figures/figureValue";
import { meantUnits, type Notation } from "../figures/Reading";
import { isStacked, stackedCounts } from "../figures/stackedLines";
import type { Figure, Table, TableRow } from "../figures/Table";
import type { Language } from "../words/Phrase";
import type { Answer, Repair, ToldEvent } from "./localisation/causes";

/** The row of a table in which a figure stands. */
export function rowOf({ rows }: Table, { at }: Figure): TableRow | undefined {
  const found = rows[firstFrom(rows, at.row, ({ row }) => row)];
  return found?.row === at.row ? found : undefined;
}

/** "ô D11, cột (4) Trực tuyến, “Lĩnh vực BTXH”"; a formula is shown, as "ô D11 (=37+4)". */
export function sayPlace(table: Table, figure: Figure, language: Language): string {
  const row = rowOf(table, figure);
  const [cell, column] = language === "vi" ? ["ô", "cột"] : ["cell", "column"];
  const { formula } = figure.cell;
  return [`${cell} ${a1(figure.at)}${formula === undefined ? "" : ` (${formula})`}`, `${column} ${columnName(figure.column)}`, ...(row ? [rowName(row, language)] : [])].join(", ");
}

const MOST_CELLS = 6;

/** "D11, E11 và F11", or how many where they are many. */
export function sayCells(figures: readonly Pick<Figure, "at">[], language: Language): string {
  const names = figures.map(({ at }) => a1(at));
  return names.length > MOST_CELLS ? `${names.slice(0, MOST_CELLS).join(", ")}, … (${names.length} ${language === "vi" ? "ô" : "cells"})` : listed(names, language);
}

const DRESSED: ReadonlySet<Notation> = new Set<Notation>(["text-with-more", "mistyped", "bracketed", "footnote", "nothing", "dots", "formula-text"]);

/** What stands in a cell: a blank is not a 0 that somebody typed, and the counts of several lines are not their sum. */
export function sayStanding(figure: Figure, language: Language): string {
  const { reading, cell, column } = figure;
  if (isStacked(figure)) return (stackedCounts(cell) ?? []).map((count) => sayFigure(count, column, language)).join(" + ");
  if (reading.kind === "blank") return language === "vi" ? "(trống)" : "(blank)";
  // What stands around a number, or for none, is said as it stands.
  if (reading.kind === "figure" && DRESSED.has(reading.notation)) return `“${visible(shownText(cell, language))}”`;
  const count = meantUnits(reading);
  return count === undefined ? (language === "vi" ? "(không đọc được)" : "(unreadable)") : sayFigure(count, column, language);
}

/** "0 → 14" */
const sayChange = ({ figure, to }: Repair, language: Language): string => `${sayStanding(figure, language)} → ${sayFigure(to!, figure.column, language)}`;

/** "ô G12, cột (7) Tổng số, “Du lịch”: 161 → 116 (gõ đảo chữ số)" */
export function sayEvent({ what, repairs, other, unknown }: ToldEvent, table: Table, language: Language): string {
  if (unknown) {
    const sum = sayFigure(unknown.sum, unknown.figures[0]!.column, language);
    return language === "vi"
      ? `các ô ${sayCells(unknown.figures, "vi")} bỏ trống, cộng lại phải được ${sum}`
      : `cells ${sayCells(unknown.figures, "en")} were left blank, together they must be ${sum}`;
  }
  const [only, ...more] = repairs;
  if (only && more.length === 0) return `${sayPlace(table, only.figure, language)}: ${sayChange(only, language)} (${what[language]})`;
  const shown = repairs.slice(0, MOST_CELLS).map((repair) => `${a1(repair.figure.at)}: ${sayChange(repair, language)}`);
  if (repairs.length > MOST_CELLS) shown.push(`… (${repairs.length} ${language === "vi" ? "ô" : "cells"})`);
  const row = only && rowOf(table, only.figure);
  const place = row?.kind === "line" && repairs.every(({ figure }) => figure.at.row === row.row) ? `${rowName(row, language)}: ` : "";
  const otherRow = other && rowOf(table, other);
  return `${place}${what[language]}${otherRow ? ` ${rowName(otherRow, language)}` : ""} (${shown.join("; ")})`;
}

/** "tổng G20 sai theo", for cells that were added up from a wrong one; "" where there are none. */
export function sayFollowers(followers: readonly Repair[], language: Language): string {
  if (followers.length === 0) return "";
  const cells = sayCells(followers.map(({ figure }) => figure), language);
  if (language === "vi") return followers.length === 1 ? `tổng ${cells} sai theo` : `các tổng ${cells} sai theo`;
  return followers.length === 1 ? `the sum in ${cells} follows` : `the sums in ${cells} follow`;
}

/** An answer in words: its events, and what follows from them. */
export const sayAnswer = ({ events, followers }: Answer, table: Table, language: Language): string =>
  [...events.map((event) => sayEvent(event, table, language)), sayFollowers(followers, language)].filter(Boolean).join("; ");
