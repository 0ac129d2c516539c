import { a1 } from "../sheet/Address";
import { plainText } from "../sheet/Cell";
import { shownText } from "../sheet/shownText";
import type { FormulaGraph } from "../sheet/FormulaGraph";
import { STEP, type Steps } from "../steps";
import { derivedIn } from "../figures/derived";
import { isStacked } from "../figures/stackedLines";
import type { Figure } from "../figures/Table";
import { sayFigure } from "../figures/figureValue";
import { meantUnits, type Notation } from "../figures/Reading";
import { both } from "../words/Phrase";
import { changeTo } from "./changeTo";
import { PAUSE, pausing, type CheckKind, type Suggestion, type Verdict } from "./Check";
import { listCells } from "./columnWords";
import { formulasOf, properFormula } from "./properFormula";

const showsError = ({ cell }: Figure): boolean => cell.value.kind === "error";
/** Over such a text "+" is an error, whatever is meant by it. */
const isWords = ({ reading, cell }: Figure): boolean => cell.value.kind === "text" && (reading.kind === "unreadable" ? reading.why === "words" : reading.kind === "figure" && !PLAIN.has(reading.notation));
const PLAIN: ReadonlySet<Notation> = new Set<Notation>(["plain-text", "padded-text", "stacked"]);

/** The cells whose errors are their own, each with those that only pass it on. Of errors that lead round in a circle the first counts as the source. */
function* sources(failing: readonly Figure[], graph: FormulaGraph): Steps<ReadonlyMap<Figure, readonly Figure[]>> {
  const found = new Map<Figure, readonly Figure[]>();
  if (failing.length === 0) return found;
  const byFormula = new Map(failing.map((figure) => [graph.numberAt(figure.at.row, figure.at.column), figure]));
  const isFailing = (formula: number): boolean => byFormula.has(formula);
  const readersOf = yield* graph.readers();
  const following = new Set<Figure | undefined>();
  for (const figure of failing) {
    yield;
    for (const formula of readersOf(figure.at)) if (byFormula.get(formula) !== figure) following.add(byFormula.get(formula));
  }
  const covered = new Set<Figure>();
  for (const figure of [...failing.filter((each) => !following.has(each)), ...failing]) {
    yield;
    if (covered.has(figure)) continue;
    const reached = [...(yield* graph.restingOn([figure.at], isFailing))].sort((one, other) => one - other).map((formula) => byFormula.get(formula)!);
    for (const each of [figure, ...reached]) covered.add(each);
    found.set(figure, reached.filter((each) => each !== figure));
  }
  return found;
}

/** No figure shows an Excel error such as #REF!. Cells that only pass another's error on are named with it, not told again. */
export const formulaError: CheckKind = {
  role: "fault",
  justifiable: false,
  severity: "error",
  title: { vi: "Không có ô báo lỗi công thức", en: "No cell shows a formula error" },
  *judge(table, context) {
    const failing: Figure[] = [];
    let times = 0;
    for (const [index, { figures }] of table.rows.entries()) {
      if (index % STEP === 0) yield PAUSE;
      for (let place = 0; place < figures.length; place++) {
        const figure = figures[place]!;
        // "+" over words, or over several lines in a cell, is an error of theirs: other checks tell of them.
        if (showsError(figure) || isWords(figure) || isStacked(figure)) failing.push(figure);
        else if (figure.cell.formula !== undefined) times++;
      }
    }
    if (times > 0) yield { kind: "pass", times };
    if (!failing.some(showsError)) {
      const sound = failing.filter(({ cell }) => cell.formula !== undefined).length;
      if (sound > 0) yield { kind: "pass", times: sound };
      return;
    }
    const formulas = formulasOf(table, context);
    const own = yield* pausing(sources(failing, formulas));
    const derived = derivedIn(table);
    const properOf = (figure: Figure): Suggestion | undefined => {
      const [first] = figure.cell.formula === undefined ? [] : derived(figure);
      return first && properFormula(first, "likely", table, formulas, (formula) => ({ vi: `Viết lại công thức ${formula}`, en: `Write the formula ${formula} again` }));
    };
    for (const figure of failing) {
      const followers = own.get(figure);
      if (followers && followers.length > 0 && isWords(figure) && figure.reading.kind === "figure") yield wordsFail(figure, followers);
      else if (showsError(figure)) yield followers ? failOf(figure, properOf(figure), followers) : { kind: "skip", cells: [figure.at], why: "unreadable" };
      else if (figure.cell.formula !== undefined) yield { kind: "pass" };
    }
  },
};

/** A text that is read as meant, over which Excel cannot add up. */
function wordsFail(figure: Figure, followers: readonly Figure[]): Verdict {
  const { at, cell, reading } = figure;
  const following = listCells(followers, 6);
  const count = meantUnits(reading)!;
  return {
    kind: "fail",
    cells: [at],
    phrase: {
      vi: `Ô ${a1(at)} ghi “${shownText(cell, "vi")}” ở dạng chữ nên ${following} báo lỗi.`,
      en: `Cell ${a1(at)} holds “${shownText(cell, "en")}” as text, so that ${following} show errors.`,
    },
    ...(cell.formula === undefined
      ? { suggestions: [{ changes: [changeTo(figure, count)], sure: "likely", why: both((language) => `${language === "vi" ? "Ghi số" : "Write"} ${sayFigure(count, figure.column, language)}`) }] }
      : {}),
  };
}

function failOf({ at, cell }: Figure, proper: Suggestion | undefined, followers: readonly Figure[]): Verdict {
  const code = plainText(cell.value);
  const following = listCells(followers, 6);
  const cause =
    cell.formula === undefined
      ? {
          vi: `Ô ${a1(at)} chỉ có chữ báo lỗi ${code}, không có số liệu và cũng không có công thức.`,
          en: `Cell ${a1(at)} holds nothing but the error ${code}, neither a figure nor a formula.`,
        }
      : {
          vi: `Ô ${a1(at)} báo lỗi ${code} (${cell.formula}): công thức trỏ tới ô không còn hoặc không tính được.`,
          en: `Cell ${a1(at)} shows ${code} (${cell.formula}): it points at cells that are gone or cannot be computed.`,
        };
  return {
    kind: "fail",
    cells: [at],
    phrase: {
      vi: `${cause.vi}${following ? ` Vì thế ${following} cũng báo lỗi.` : ""}`,
      en: `${cause.en}${following ? ` Therefore ${following} fail as well.` : ""}`,
    },
    ...(proper ? { suggestions: [proper] } : {}),
  };
}
