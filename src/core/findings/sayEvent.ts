import { formatCount, rowName } from "../checks/columnWords";
import { a1 } from "../sheet/Address";
import { meantUnits } from "../table/Reading";
import { isStacked, stackedCounts } from "../table/stackedLines";
import type { Figure } from "../table/Table";
import type { Language } from "../words/Phrase";
import type { FigureNames } from "./figureNames";
import type { Answer, Repair, ToldEvent } from "./localisation/causes";

const MOST_CELLS = 6;

/** "D11, E11 và F11", or how many where they are many. */
export function sayCells(figures: readonly Figure[], language: Language): string {
  const names = figures.map(({ at }) => a1(at));
  if (names.length > MOST_CELLS) return `${names.slice(0, MOST_CELLS).join(", ")}, … (${names.length} ${language === "vi" ? "ô" : "cells"})`;
  const last = names.pop();
  return names.length === 0 ? (last ?? "") : `${names.join(", ")} ${language === "vi" ? "và" : "and"} ${last}`;
}

/** What stands in a cell: a blank is not a 0 that somebody typed, and the counts of several lines are not their sum. */
export function sayStanding(figure: Figure, language: Language): string {
  const { reading, cell } = figure;
  if (isStacked(figure)) return (stackedCounts(cell) ?? []).map((count) => formatCount(count, language)).join(" + ");
  if (reading.kind === "blank") return language === "vi" ? "(trống)" : "(blank)";
  const count = meantUnits(reading);
  return count === undefined ? (language === "vi" ? "(không đọc được)" : "(unreadable)") : formatCount(count, language);
}

/** "D11: 0 → 14" */
export const sayRepair = ({ figure, to }: Repair, language: Language): string => `${a1(figure.at)}: ${sayStanding(figure, language)} → ${formatCount(to!, language)}`;

/** "ô G12, cột (7) Tổng số, “Du lịch”: 161 → 116 (gõ đảo chữ số)" */
export function sayEvent({ what, repairs, other, unknown }: ToldEvent, names: FigureNames, language: Language): string {
  if (unknown) {
    const sum = formatCount(unknown.sum, language);
    return language === "vi"
      ? `các ô ${sayCells(unknown.figures, "vi")} bỏ trống, cộng lại phải được ${sum}`
      : `cells ${sayCells(unknown.figures, "en")} were left blank, together they must be ${sum}`;
  }
  const [only, ...more] = repairs;
  if (only && more.length === 0) return `${names.say(only.figure, language)}: ${sayStanding(only.figure, language)} → ${formatCount(only.to!, language)} (${what[language]})`;
  const shown = repairs.slice(0, MOST_CELLS).map((repair) => sayRepair(repair, language));
  if (repairs.length > MOST_CELLS) shown.push(`… (${repairs.length} ${language === "vi" ? "ô" : "cells"})`);
  const row = only && names.rowOf(only.figure);
  const place = row?.kind === "line" && repairs.every(({ figure }) => figure.at.row === row.row) ? `${rowName(row, language)}: ` : "";
  const otherRow = other && names.rowOf(other);
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
export const sayAnswer = ({ events, followers }: Answer, names: FigureNames, language: Language): string =>
  [...events.map((event) => sayEvent(event, names, language)), sayFollowers(followers, language)].filter(Boolean).join("; ");
