import type { Position } from "../sheet/Address";
import { meantUnits } from "../figures/Reading";
import { figureOf, lines, type Figure, type Table, type TableRow } from "../figures/Table";
import { both } from "../words/Phrase";
import { rowByRow, type CheckMaker, type Fact, type Verdict } from "./Check";
import { columnName, rowName, sayPlaces } from "./columnWords";

/** In every record exactly one of several columns is marked: a ballot says one thing. */
export const oneOf: CheckMaker<"one-of"> = ({ columns }) => {
  function judgeRow(row: TableRow, table: Table): Verdict | undefined {
    const figures = columns.flatMap((key) => figureOf(table, row, key) ?? []);
    if (row.kind !== "line" || figures.length < columns.length) return undefined;
    const cells = figures.map(({ at }) => at) as [Position, ...Position[]];
    const units = figures.map(({ reading }) => meantUnits(reading));
    if (units.some((each) => each === undefined)) return { kind: "skip", cells, why: "unreadable" };
    const marked = figures.filter((_, index) => units[index]! > 0);
    if (marked.length === 1) return { kind: "pass" };
    // A record that nothing was filled in of yet is none.
    if (row.figures.every(({ reading }) => reading.kind === "blank")) return { kind: "skip", cells, why: "blank" };
    const names = (which: readonly Figure[]): string => which.map(({ column }) => columnName(column)).join(", ");
    return {
      kind: "fail",
      cells: marked.length > 1 ? (marked.map(({ at }) => at) as [Position, ...Position[]]) : cells,
      phrase: both((language) => {
        const [name, where] = [rowName(row, language), sayPlaces(marked.length > 1 ? marked : figures, language)];
        if (marked.length === 0) return language === "vi" ? `${name}: chưa đánh dấu mức nào trong ${names(figures)} (${where}).` : `${name}: none of ${names(figures)} is marked (${where}).`;
        return language === "vi" ? `${name}: đánh dấu cả ${names(marked)} (${where}), chỉ được một.` : `${name}: ${names(marked)} are all marked (${where}), only one may be.`;
      }),
    };
  }
  /** Of several marks in a row any may be one too many; of none, any may be missing. */
  function* facts(table: Table): Iterable<Fact> {
    for (const row of lines(table)) {
      const verdict = judgeRow(row, table);
      if (verdict?.kind !== "fail") continue;
      const figures = columns.map((key) => figureOf(table, row, key)!);
      const marked = figures.filter(({ reading }) => meantUnits(reading)! > 0);
      const [odd, count] = marked.length > 1 ? ([marked, 0] as const) : ([figures, 1] as const);
      const source = { vi: "mỗi dòng chỉ một mức", en: "one level a row" };
      for (const figure of odd) yield { figure, count, source, wrong: 1 - 1 / odd.length };
    }
  }
  return {
    facts,
    role: "heard",
    severity: "error",
    title: { vi: "Mỗi dòng đánh dấu đúng một mức", en: "Every row marks exactly one level" },
    judge: rowByRow(judgeRow),
  };
};
