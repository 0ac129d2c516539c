import { leafColumns, type Column, type TableForm } from "../form/Form";
import { a1 } from "../sheet/Address";
import { namesIn } from "../figures/stackedLines";
import type { Figure, TableRow } from "../figures/Table";
import type { Language } from "../words/Phrase";

/** A column as people name it: "(4) Trực tuyến", or “Điểm tự chấm” where the form does not number its columns. */
export function columnName({ no, header }: Column): string {
  return no === undefined ? `“${header}”` : `(${no}) ${header}`;
}

/** The column of a table with that key: the lint of forms has seen to it that there is one. */
export const columnOf = ({ columns }: Pick<TableForm, "columns">, key: string): Column => leafColumns(columns).find((each) => each.key === key)!;

/** A row as people name it: its label, or its row number where it has none. */
export function rowName(named: TableRow, language: Language): string {
  const { label, row } = named;
  return label !== "" ? namesIn(named).map((name) => `“${name}”`).join(" + ") : language === "vi" ? `dòng ${row + 1}` : `row ${row + 1}`;
}

/** "D11, E11 và F11" */
export const listed = (words: readonly string[], language: Language): string =>
  words.length < 2 ? words.join() : `${words.slice(0, -1).join(", ")} ${language === "vi" ? "và" : "and"} ${words.at(-1)!}`;

/** "C6, C7, C8, … (12)": of more than six cells the first so many. */
export function listCells(figures: readonly Figure[], most: number): string {
  const isLonger = figures.length > 6;
  const names = figures.slice(0, isLonger ? most : 6).map(({ at }) => a1(at)).join(", ");
  return isLonger ? `${names}, … (${figures.length})` : names;
}

/** Cells by where they stand: "ô K9 và K10", "ô B9, C9 và D9". */
export function sayPlaces(figures: readonly Figure[], language: Language): string {
  return `${language === "vi" ? "ô" : figures.length > 1 ? "cells" : "cell"} ${listed(figures.map(({ at }) => a1(at)), language)}`;
}
