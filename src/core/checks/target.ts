import type { Level } from "../form/Form";
import { a1 } from "../sheet/Address";
import { textValue } from "../sheet/Cell";
import { shownText } from "../sheet/shownText";
import { levelOf } from "../figures/levelOf";
import { readFigure } from "../figures/readFigure";
import { meantUnits } from "../figures/Reading";
import { figureOf, type Table, type TableRow } from "../figures/Table";
import { both } from "../words/Phrase";
import { rowByRow, type CheckContext, type CheckMaker, type Verdict } from "./Check";
import { rowName } from "./columnWords";

/** Every result reaches its target, "Tối thiểu 80" or bare "80". What was missed is worth knowing, no mistake. */
export const target: CheckMaker<"target"> = ({ result, target: aim }, layout) => {
  const [column, constant] = typeof aim === "string" ? [aim] : [undefined, aim.least];
  const asked = new Map("lines" in layout.rows ? layout.rows.lines.map(({ key, given }) => [key, column === undefined ? undefined : given?.[column]]) : []);
  const elsewhere = new Map<string, readonly Level[]>("lines" in layout.rows ? layout.rows.lines.map(({ key, notApplicableAt = [] }) => [key, notApplicableAt]) : []);

  /** Nought or nothing where the line is no affair of such a unit; of a unit nobody named it is taken for that, too. */
  const isElsewhere = (table: Table, { info }: CheckContext, { key = "" }: TableRow, units: number | undefined): boolean => {
    const levels = elsewhere.get(key) ?? [];
    const level = levelOf(table.unit) ?? info?.level;
    return units === 0 && levels.length > 0 && (level === undefined || levels.includes(level));
  };

  function judgeRow(row: TableRow, table: Table, context: CheckContext): Verdict | undefined {
    const [reached, aimed] = [figureOf(table, row, result), column === undefined ? undefined : figureOf(table, row, column)];
    if (row.kind !== "line" || !reached) return undefined;
    // What the form prints is asked for, whatever the cell says; a line typed below its own has a target of its own.
    const printed = constant ?? asked.get(row.key ?? "");
    if (printed === undefined && (!aimed || aimed.reading.kind === "blank")) return undefined;
    const least = meantUnits(printed === undefined ? aimed!.reading : readFigure({ value: textValue(String(printed)) }, aimed?.column ?? reached.column));
    const units = meantUnits(reached.reading);
    if (isElsewhere(table, context, row, units)) return { kind: "notApplicable" };
    if (units === undefined || least === undefined || reached.reading.kind === "blank") {
      return { kind: "skip", cells: [reached.at, ...(aimed ? [aimed.at] : [])], why: reached.reading.kind === "blank" ? "blank" : "unreadable" };
    }
    if (units >= least) return { kind: "pass" };
    return {
      kind: "fail",
      cells: [reached.at],
      phrase: both((language) => {
        const [says, asks] = [shownText(reached.cell, language), printed ?? shownText(aimed!.cell, language)];
        return language === "vi"
          ? `${rowName(row, "vi")}: kết quả ${says} (ô ${a1(reached.at)}) chưa đạt chỉ tiêu ${asks}.`
          : `${rowName(row, "en")}: the result ${says} (cell ${a1(reached.at)}) misses the target ${asks}.`;
      }),
    };
  }
  return {
    role: "heard",
    severity: "info",
    title: { vi: "Kết quả đạt chỉ tiêu được giao", en: "Results reach their targets" },
    judge: rowByRow(judgeRow),
  };
};
