import { leafColumns, sayNumbers, type Gap } from "../form/Form";
import { a1, type Position } from "../sheet/Address";
import { sayFigure } from "../figures/figureValue";
import { meantUnits } from "../figures/Reading";
import { answerKey, rowNames } from "../figures/rowNames";
import { columnsThere, figureOf, type Figure, type Table, type TableRow } from "../figures/Table";
import { both, type Language, type Phrase } from "../words/Phrase";
import { PAUSE, type Check, type CheckContext, type Verdict } from "./Check";
import type { CheckMaker } from "./CheckMaker";
import { rowName } from "./columnWords";
import { pausing } from "./pausing";

/** A row's total and parts, and by how much the total is more. */
interface Found {
  readonly figures: readonly [Figure, ...Figure[]];
  readonly units: readonly number[];
  readonly gap: number;
}

/** The text with names in braces replaced by what they stand for. */
const filled = (text: string, words: ReadonlyMap<string, string>): string => text.replace(/\{(\w+)\}/g, (whole, name: string) => words.get(name) ?? whole);

/**
 * In every row one column is usually the sum of others: where it is not, the form has a question, and the reporter's answer is counted.
 * Files that were withdrawn have no column of their own.
 */
export const gap: CheckMaker<"balance"> = ({ id, total, plus, gap: asked, severity = "warning", basis, title }, layout) => {
  const { question, sign, statement, lawful, unlawful }: Gap = asked!;
  const columns = leafColumns(layout.columns);
  const relation = `${sayNumbers([total], columns)}=${sayNumbers(plus, columns)}`;

  function foundIn(table: Table, row: TableRow, keys: readonly string[]): Found | undefined {
    const figures = [total, ...keys].flatMap((key) => figureOf(table, row, key) ?? []);
    const units = figures.flatMap(({ reading }) => meantUnits(reading) ?? []);
    if (figures.length < 2 || units.length < figures.length || figures.every(({ reading }) => reading.kind === "blank")) return undefined;
    return { figures: figures as [Figure, ...Figure[]], units, gap: units.slice(1).reduce((rest, each) => rest - each, units[0]!) };
  }

  function say(row: TableRow, { figures, units, gap: rest }: Found, end: Phrase): Phrase {
    const { column, at } = figures[0];
    return both((language: Language) => {
      const said = units.map((each, index) => [String(index), sayFigure(each, column, language)] as const);
      const parts = sayFigure(units[0]! - rest, column, language);
      const words = new Map([...said, ["at", a1(at)], ["parts", parts], ["gap", sayFigure(Math.abs(rest), column, language)]]);
      return `${rowName(row, language)}: ${filled(statement[language], words)}, ${filled(end[language], words)}`;
    });
  }

  function judgeRow(table: Table, row: TableRow, keys: readonly string[], context: CheckContext, lineGaps: number, time: number): Verdict {
    const found = foundIn(table, row, keys);
    if (!found) return { kind: "skip", cells: [row.labelAt], why: "unreadable" };
    const answer = context.answers.get(question)?.get(answerKey(table, row.label, time));
    // A sum row repeats the gaps of its lines; only what they leave unexplained is its own.
    const told = answer !== undefined && (sign === "either" ? Math.abs(found.gap) : sign === "negative" ? -found.gap : found.gap) === answer;
    const explained = answer !== undefined ? told : found.gap === 0 || (row.kind !== "line" && found.gap === lineGaps);
    if (explained) return { kind: "pass" };
    const isLawful = sign === "either" || (sign === "positive") === found.gap > 0;
    const cells = found.figures.map(({ at }) => at) as [Position, ...Position[]];
    return { kind: "fail", cells, phrase: say(row, found, isLawful ? lawful : unlawful), ...(isLawful ? { question: asked! } : {}) };
  }

  const check: Check = {
    id,
    kind: "gap",
    role: "sum",
    justifiable: true,
    severity,
    ...(basis === undefined ? {} : { basis }),
    title: title ?? both((language) => (language === "vi" ? `Trên mỗi dòng thường có ${relation}` : `In every row usually ${relation}`)),
    *judge(table, context) {
      const names = yield* pausing(rowNames(table));
      const keys = columnsThere(table, plus) ?? [];
      let gaps = 0;
      const sectionGaps = new Map<number, number>();
      for (const row of table.rows) {
        yield PAUSE;
        if (row.kind !== "line") continue;
        const rest = foundIn(table, row, keys)?.gap ?? 0;
        gaps += rest;
        sectionGaps.set(row.section, (sectionGaps.get(row.section) ?? 0) + rest);
      }
      for (const row of table.rows) {
        if (row.kind === "section") continue;
        yield judgeRow(table, row, keys, context, row.kind === "subtotal" ? (sectionGaps.get(row.section) ?? 0) : gaps, names.get(row.row)!.ofLabel);
      }
    },
    *balances(table) {
      const keys = columnsThere(table, plus);
      for (const row of keys ? table.rows : []) {
        const whole = row.kind === "section" ? undefined : figureOf(table, row, total);
        if (whole) yield { check: id, total: whole, parts: keys!.map((key) => figureOf(table, row, key)!), gap: asked! };
      }
    },
  };
  return check;
};
