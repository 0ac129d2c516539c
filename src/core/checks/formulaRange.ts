import { timesAdded, type AdditiveFormula } from "../sheet/readFormula";
import { a1, type Position } from "../sheet/Address";
import { contentOf } from "../sheet/Cell";
import { derivedIn, downColumn, type DerivedCell } from "../figures/derived";
import { valueIn } from "../figures/figureValue";
import { meantUnits } from "../figures/Reading";
import { isStacked } from "../figures/stackedLines";
import { figuresWithin, lines, type Figure, type Table } from "../figures/Table";
import type { Phrase } from "../words/Phrase";
import type { Change, CheckKind, Verdict } from "./Check";
import { listCells } from "./columnWords";
import { formulasOf, properFormula } from "./properFormula";

/** Where a formula departs from adding each part once, and nothing else. */
interface Departures {
  /** Parts it does not name, or adds and takes away again. */
  readonly missed: readonly Figure[];
  /** Figures of the table that it adds although they are no part: another total, or itself. */
  readonly surplus: readonly Figure[];
  /** Parts it adds more than once, or takes away. */
  readonly repeated: readonly Figure[];
}

const NONE: Departures = { missed: [], surplus: [], repeated: [] };

/** Whether it names its parts one by one in their order, as nearly all along rows do. */
const listsParts = (formula: AdditiveFormula, parts: readonly Figure[]): boolean =>
  formula.length === parts.length &&
  formula.every(({ sign, range: { top, left, bottom, right } }, index) => sign === 1 && top === bottom && left === right && top === parts[index]!.at.row && left === parts[index]!.at.column);

function departures(formula: AdditiveFormula, { parts, figure }: DerivedCell, table: Table): Departures {
  if (listsParts(formula, parts)) return NONE;
  const times = new Map<Figure, number>();
  for (const { sign, range } of formula) for (const each of figuresWithin(table, range)) times.set(each, (times.get(each) ?? 0) + sign);
  const own = new Set(parts);
  return {
    missed: parts.filter((part) => !times.get(part)),
    surplus: [...times.keys()].filter((each) => !own.has(each) && (each === figure || (meantUnits(each.reading) ?? 0) !== 0)),
    repeated: parts.filter((part) => times.get(part) && times.get(part) !== 1),
  };
}

const departs = ({ missed, surplus, repeated }: Departures): boolean => missed.length + surplus.length + repeated.length > 0;

/** Whether it works the cell out of others in its row, as `=C9-G9` does: that may be right, and is not ours to judge. */
function isAnotherWay(formula: AdditiveFormula, ways: readonly DerivedCell[]): boolean {
  const { row } = ways[0]!.figure.at;
  const inRow = formula.every(({ range }) => range.top === row && range.bottom === row);
  return inRow && ways.every(({ parts, figure }) => timesAdded(formula, figure.at) === 0 && parts.every(({ at }) => timesAdded(formula, at) === 0));
}

/** Texts that SUM passes over although they mean a number. */
function skippedTexts(formula: AdditiveFormula, { parts }: DerivedCell): readonly Figure[] {
  const summed = formula.filter((term) => term.summed);
  return parts.filter((part) => {
    const { at, cell, reading } = part;
    // Rows that hold several lines are told by themselves.
    return cell.value.kind === "text" && cell.formula === undefined && reading.kind === "figure" && reading.units !== 0 && !isStacked(part) && timesAdded(summed, at) !== 0;
  });
}

function sayDepartures(at: string, text: string, { missed, surplus, repeated }: Departures): Phrase {
  const cells = (figures: readonly Figure[]) => listCells(figures, 5);
  const [vi, en] = [`Công thức ở ô ${at} (${text})`, `The formula in cell ${at} (${text})`];
  if (missed.length > 0) return { vi: `${vi} bỏ sót ô ${cells(missed)}.`, en: `${en} leaves out ${cells(missed)}.` };
  if (surplus.length > 0) return { vi: `${vi} cộng thừa ô ${cells(surplus)}.`, en: `${en} adds ${cells(surplus)} as well.` };
  return { vi: `${vi} không cộng đúng một lần ô ${cells(repeated)}.`, en: `${en} does not add ${cells(repeated)} exactly once.` };
}

function judgeFormula(derived: DerivedCell, formula: AdditiveFormula, found: Departures): Verdict {
  const { figure } = derived;
  const at = a1(figure.at);
  const text = figure.cell.formula!;
  if (departs(found)) {
    return {
      kind: "fail",
      cells: [figure.at],
      spoils: [figure.at],
      phrase: sayDepartures(at, text, found),
      suggestions: [properFormula(derived, "certain", (proper) => ({ vi: `Sửa công thức thành ${proper}`, en: `Make the formula ${proper}` }))],
    };
  }
  const texts = skippedTexts(formula, derived);
  if (texts.length === 0) return { kind: "pass" };
  const changes = texts.map(
    ({ at: place, cell, reading, column }): Change => ({ at: place, from: contentOf(cell), to: valueIn({ cell, column }, meantUnits(reading)!) }),
  );
  return {
    kind: "fail",
    cells: texts.map((each) => each.at) as [Position, ...Position[]],
    spoils: [figure.at],
    phrase: {
      vi: `Công thức ở ô ${at} (${text}) không cộng ô ${listCells(texts, 5)} vì ở đó số được lưu ở dạng chữ.`,
      en: `The formula in cell ${at} (${text}) does not add ${listCells(texts, 5)}, where a number is stored as text.`,
    },
    suggestions: [
      {
        changes,
        sure: "certain",
        why: { vi: "Chuyển chữ thành số để công thức cộng đủ", en: "Turn the text into numbers so that the formula adds them" },
      },
    ],
  };
}

/** Sum formulas add up exactly their parts: no row left out, none twice, no text passed over. */
export const formulaRange: CheckKind = {
  role: "fault",
  justifiable: false,
  severity: "error",
  title: { vi: "Công thức cộng đủ và đúng các ô thành phần", en: "Sum formulas add up exactly their parts" },
  *judge(table, context) {
    const formulas = formulasOf(table, context);
    if (formulas.formulasIn(table.range).next().done) return;
    const derived = derivedIn(table);
    const hasSubtotals = table.rows.some(({ kind }) => kind === "subtotal");
    for (const row of table.rows) {
      for (const [index, figure] of row.figures.entries()) {
        const [first, ...others] = figure.cell.formula === undefined ? [] : derived(figure);
        if (!first) continue;
        const ways = [first, ...others];
        const formula = formulas.sumAt(figure.at);
        if (!formula || isAnotherWay(formula, ways)) {
          yield { kind: "skip", cells: [figure.at], why: "nothing-to-compare" };
          continue;
        }
        // A total may be added up down its column, over the subtotals or over the lines, or across its row: each will do.
        if (row.kind === "total" && hasSubtotals) ways.push(downColumn({ sum: row, parts: lines(table) }, index));
        const found = ways.map((way) => ({ way, departures: departures(formula, way, table) }));
        const fit = found.find((each) => !departs(each.departures)) ?? found.find((each) => each.departures.missed.length === 0) ?? found[0]!;
        yield judgeFormula(fit.way, formula, fit.departures);
      }
    }
  },
};
