import { leafColumns, type Gap } from "../form/Form";
import { sayNumbers } from "../form/numberingMark";
import { a1, type Position } from "../sheet/Address";
import { sayFigure } from "../figures/figureValue";
import { isBlank } from "../figures/isUnfilled";
import { meantUnits } from "../figures/Reading";
import { rowSums } from "../figures/derived";
import { answerKey, rowNames } from "../figures/rowNames";
import { columnsThere, figureOf, holdsAcross, type Figure, type Table, type TableRow } from "../figures/Table";
import { STEP } from "../steps";
import { both, type Language, type Phrase } from "../words/Phrase";
import { PAUSE, pausing, type CheckMaker, type Verdict } from "./Check";
import { balancesIn } from "./balance";
import { columnName, rowName } from "./columnWords";

/** A row's total and parts, and by how much the total is more. */
interface Found {
  readonly figures: readonly [Figure, ...Figure[]];
  readonly units: readonly number[];
  readonly gap: number;
}

/** The text with names in braces replaced by what they stand for. */
const filled = (text: string, words: ReadonlyMap<string, string>): string => text.replace(/\{(\w+)\}/g, (whole, name: string) => words.get(name) ?? whole);

/** In every row one column is usually the sum of others: where it is not, the form has a question, and the reporter's answer is counted. */
export const gap: CheckMaker<"balance"> = ({ id, total, plus, gap: asked }, layout) => {
  const { question, sign, statement, lawful, unlawful }: Gap = asked!;
  const columns = leafColumns(layout.columns);
  const relation = `${sayNumbers([total], columns)}=${sayNumbers(plus, columns)}`;

  /** Where the total, then the parts, stand among a row's figures. */
  const placesIn = ({ columns: there }: Table, keys: readonly string[]): readonly number[] =>
    [total, ...keys].map((key) => there.findIndex(({ column }) => column.key === key)).filter((place) => place >= 0);

  /** By how much the total is more than the parts; undefined where that cannot be told. Asked of every row, it makes nothing. */
  function gapIn({ figures }: TableRow, places: readonly number[]): number | undefined {
    let [rest, isBlank] = [0, true];
    for (let index = 0; index < places.length; index++) {
      const { reading } = figures[places[index]!]!;
      if (reading.kind === "unreadable") return undefined;
      if (reading.kind === "blank") continue;
      isBlank = false;
      rest += index === 0 ? reading.units : -reading.units;
    }
    return isBlank || places.length < 2 ? undefined : rest;
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

  /** Whether a difference is accounted for. A sum row repeats the gaps of its lines; only what they leave unexplained is its own. */
  function isExplained(rest: number, gapBelow: number | undefined, answer: number | undefined): boolean {
    if (answer === undefined) return rest === 0 || rest === gapBelow;
    return (sign === "either" ? Math.abs(rest) : sign === "negative" ? -rest : rest) === answer;
  }

  /** The cells of parts into which nobody has typed anything yet, down to the columns that a part adds up; empty where each has something. */
  function untyped(row: TableRow, table: Table): readonly Figure[] {
    return plus.flatMap((key) => {
      const own = figureOf(table, row, key);
      const leaves = (columns.find((each) => each.key === key)?.sum ?? [key]).flatMap((part) => figureOf(table, row, part) ?? []);
      const isIdle = !own || isBlank(own) || (own.cell.formula !== undefined && meantUnits(own.reading) === 0);
      return isIdle && leaves.every(isBlank) ? leaves : [];
    });
  }

  /** A row that was left half typed is no row of files withdrawn. */
  function sayUntyped(row: TableRow, blanks: readonly Figure[]): Verdict {
    const cells = blanks.map(({ at }) => at) as [Position, ...Position[]];
    const named = blanks.map(({ column }) => columnName(column)).join(", ");
    return {
      kind: "fail",
      cells,
      phrase: both((language) =>
        language === "vi" ? `${rowName(row, "vi")}: chưa nhập cột ${named}; nếu không phát sinh hãy ghi 0.` : `${rowName(row, "en")}: nothing is typed in column ${named} yet; type 0 where there is none.`,
      ),
    };
  }

  function failOf(row: TableRow, places: readonly number[], rest: number, table: Table): Verdict {
    const blanks = rest > 0 && row.kind === "line" ? untyped(row, table) : [];
    if (blanks.length > 0) return sayUntyped(row, blanks);
    const figures = places.map((place) => row.figures[place]!) as [Figure, ...Figure[]];
    const units = figures.map(({ reading }) => meantUnits(reading)!);
    const isLawful = sign === "either" || (sign === "positive") === rest > 0;
    const cells = figures.map(({ at }) => at) as [Position, ...Position[]];
    return { kind: "fail", cells, phrase: say(row, { figures, units, gap: rest }, isLawful ? lawful : unlawful), ...(isLawful ? { question: asked! } : {}) };
  }

  return {
    role: "sum",
    severity: "warning",
    title: { vi: `Trên mỗi dòng thường có ${relation}`, en: `In every row usually ${relation}` },
    *judge(table, context) {
      const answers = context.answers.get(question);
      // Rows are named for their answers alone.
      const names = answers?.size ? yield* pausing(rowNames(table)) : undefined;
      const places = placesIn(table, columnsThere(table, plus) ?? []);
      const sums = new Map(rowSums(table).map(({ sum, parts }) => [sum, parts]));
      /** What the lines leave unexplained that a row adds up; a sum row only repeats it. */
      const gapBelow = (row: TableRow): number | undefined => sums.get(row)?.reduce((all, part) => all + (gapIn(part, places) ?? 0), 0);
      const isAcross = holdsAcross(table);
      let times = 0;
      for (const [index, row] of table.rows.entries()) {
        if (index % STEP === 0) yield PAUSE;
        if (!isAcross(row) || row.kind === "memo") continue;
        const rest = gapIn(row, places);
        const answer = names && answers!.get(answerKey(table, row.label, names.get(row.row)!.ofLabel));
        if (rest === undefined) yield { kind: "skip", cells: [row.labelAt], why: "unreadable" };
        else if (!isExplained(rest, gapBelow(row), answer)) yield failOf(row, places, rest, table);
        else if (++times === STEP) {
          yield { kind: "pass", times };
          times = 0;
        }
      }
      if (times > 0) yield { kind: "pass", times };
    },
    *balances(table) {
      for (const item of balancesIn(table, id, total, plus)) yield { ...item, gap: asked! };
    },
  };
};
