import { isFigureColumn, type FigureColumn, type TableForm } from "../form/Form";
import { a1 } from "../sheet/Address";
import { sayFigure } from "../figures/figureValue";
import { decimalsOf, unitsOf } from "../figures/readFigure";
import { meantUnits } from "../figures/Reading";
import { figureOf, type Table, type TableRow } from "../figures/Table";
import { both } from "../words/Phrase";
import { rowByRow, type CheckMaker, type Verdict } from "./Check";
import { columnName, columnOf, rowName } from "./columnWords";

/** The most that the form prints in a line, in units of a column; undefined where it prints none. */
function printedMost(layout: TableForm, { key }: TableRow, more: string): number | undefined {
  const { rows } = layout;
  const printed = "lines" in rows ? rows.lines.find((line) => line.key === key)?.given?.[more] : undefined;
  const column = columnOf(layout, more);
  return printed !== undefined && isFigureColumn(column) ? unitsOf(String(printed), decimalsOf(column)) : undefined;
}

/**
 * In every row one column is a part of another: it holds no more; of a line with a maximum no more than the form prints, where the sheet leaves that out.
 * A sum row that only repeats what is wrong with a line is not faulted again.
 */
export const atMost: CheckMaker<"at-most"> = ({ less, more }, layout) => {
  const judgeRow = (row: TableRow, table: Table): Verdict | undefined => {
    const [part, whole] = [figureOf(table, row, less), figureOf(table, row, more)];
    if (!part || row.kind === "section" || row.kind === "summary") return undefined;
    const stated = whole && whole.reading.kind !== "blank" ? whole : undefined;
    const [held, most] = [meantUnits(part.reading), stated ? meantUnits(stated.reading) : printedMost(layout, row, more)];
    const cells = [part.at, ...(whole ? [whole.at] : [])] as const;
    if (!stated && most === undefined) return whole ? { kind: "skip", cells, why: "blank" } : undefined;
    if (held === undefined || most === undefined) return { kind: "skip", cells, why: "unreadable" };
    if (held <= most) return { kind: "pass" };
    const column = stated?.column ?? (columnOf(layout, more) as FigureColumn);
    const phrase = both((language) => {
      const [one, other] = [sayFigure(held, part.column, language), sayFigure(most, column, language)];
      const [cell, wholeCell] = [a1(part.at), stated ? ` (${language === "vi" ? "ô" : "cell"} ${a1(stated.at)})` : ""];
      return language === "vi"
        ? `${rowName(row, "vi")}: cột ${columnName(part.column)} ghi ${one} (ô ${cell}), nhiều hơn cột ${columnName(column)} ghi ${other}${wholeCell}.`
        : `${rowName(row, "en")}: column ${columnName(part.column)} says ${one} (cell ${cell}), more than column ${columnName(column)} with ${other}${wholeCell}.`;
    });
    return { kind: "fail", cells, phrase };
  };
  return {
    role: "heard",
    severity: "error",
    title: { vi: "Phần không lớn hơn toàn bộ", en: "A part is not more than the whole" },
    *judge(table, context) {
      let isBroken: boolean | undefined;
      const hasBrokenLine = (): boolean => (isBroken ??= table.rows.some((row) => row.kind === "line" && judgeRow(row, table)?.kind === "fail"));
      yield* rowByRow((row) => {
        const verdict = judgeRow(row, table);
        return verdict?.kind === "fail" && row.kind !== "line" && hasBrokenLine() ? undefined : verdict;
      })(table, context);
    },
  };
};
