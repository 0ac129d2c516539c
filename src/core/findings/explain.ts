import type { Balance, OtherCell, Suggestion, Sureness } from "../checks/Check";
import { changeTo } from "../checks/changeTo";
import { rowName } from "../checks/columnWords";
import { outcomeOf } from "../checks/balance";
import { addTo } from "../addTo";
import { firstFrom } from "../firstFrom";
import { a1, positionKey, type Position } from "../sheet/Address";
import { sayFigure } from "../figures/figureValue";
import { isStacked } from "../figures/stackedLines";
import type { Notation } from "../figures/Reading";
import type { Figure, Table } from "../figures/Table";
import { both, capitalised, type Language, type Phrase, type Severity } from "../words/Phrase";
import type { Draft } from "./Finding";
import { LIKELY, type Answer, type Cause, type Repair, type ToldEvent } from "./localisation/causes";
import { rowOf, sayAnswer, sayCells, sayEvent, sayFollowers, sayPlace, sayStanding } from "./sayEvent";
import { isArithmetic, readFormula } from "../sheet/readFormula";
import type { FailedSum } from "./worlds";

/** From this probability on an answer is certain: of a hundred such answers, ninety-eight are right (docs/localisation.md). */
export const CERTAIN = 0.9;

const MOST_ALTERNATIVES = 5;
const MOST_CELLS = 6;
/** An alternative this much less likely than the best is not among the places to look at. */
const RIVAL = 0.5;
/** What is this unlikely is not worth a reader's time. */
const LEAST = 0.01;

const keyOf = ({ at }: Figure): number => positionKey(at);

/** How sure an answer of this probability is. A search that was cut short may have missed a rival. */
export function surenessOf(probability: number, complete: boolean): Sureness {
  if (probability >= CERTAIN && complete) return "certain";
  return probability >= LIKELY ? "likely" : "possible";
}

/**
 * How sure an answer is that mends these sums. One of whose cells a single sum speaks is never certain: another cell of that sum may be the one.
 * Nor is a number in place of a word. Where it is not sure what is added up, or a formula has a say that is not understood or is itself to be
 * mended, it is no more than possible.
 */
export function sureOf(answer: Answer, complete: boolean, sums: readonly FailedSum[] = []): Sureness {
  if (!answer.isUnderstood || sums.some(({ balance }) => balance.isUnsure)) return "possible";
  const sure = surenessOf(answer.probability, complete);
  const isWord = guiltyOf(answer).some(({ reading }) => reading.kind === "figure" && GUESSED.has(reading.notation));
  return sure === "certain" && (!answer.isBorneOut || isWord) ? "likely" : sure;
}

/** Notations of which it is a guess that a figure was meant, and which. */
const GUESSED: ReadonlySet<Notation> = new Set<Notation>(["nothing", "dots", "mistyped"]);

/** The cells at fault in an answer: not those that merely follow. */
export const guiltyOf = ({ events }: Answer): readonly Figure[] =>
  events.flatMap(({ repairs, unknown }) => [...repairs.map(({ figure }) => figure), ...(unknown?.figures ?? [])]);

/** What is needed to tell causes as findings. */
export interface Telling {
  readonly table: Table;
  readonly violations: Violations;
  /** Whether everything likely was looked at. */
  readonly complete: boolean;
}

/** The failing sums in which a cell stands. */
export type Violations = (figure: Figure) => readonly FailedSum[];

/** A longer sum is gone through when asked for: noting all its cells would take longer. */
const LONG = 1_000;

export function violationsOf(failed: readonly FailedSum[]): Violations {
  const byCell = new Map<number, FailedSum[]>();
  for (const sum of failed) {
    const { total, parts, taken = [] } = sum.balance;
    for (const figure of parts.length > LONG ? [] : [total, ...parts, ...taken]) addTo(byCell, keyOf(figure), sum);
  }
  const long = failed.filter(({ balance }) => balance.parts.length > LONG);
  return (figure) => [...(byCell.get(keyOf(figure)) ?? []), ...long.filter(({ balance }) => keyOf(balance.total) === keyOf(figure) || standsIn(balance, figure))];
}

/** Whether a sum adds up a cell. A long one goes down the rows in their order, so that it is found by halving. */
function standsIn({ parts }: Balance, figure: Figure): boolean {
  const key = keyOf(figure);
  if (parts.length <= LONG) return parts.some((part) => keyOf(part) === key);
  const found = parts[firstFrom(parts, key, keyOf)];
  return found !== undefined && keyOf(found) === key;
}

/** The failing sums in which cells of this answer stand. */
const mendedBy = (answer: Answer, violations: Violations): readonly FailedSum[] => [
  ...new Set([...guiltyOf(answer), ...answer.followers.map(({ figure }) => figure)].flatMap(violations)),
];

const change = ({ figure, to }: Repair): Suggestion["changes"][number] => changeTo(figure, to!);

/** An answer as edits that belong together; none where not every count is known. */
export function suggestionOf(answer: Answer, sure: Sureness, mends: number, table: Table): Suggestion | undefined {
  const repairs = [...answer.events.flatMap((event) => event.repairs), ...answer.followers];
  if (repairs.length === 0 || repairs.some(({ to }) => to === undefined) || answer.events.some(({ unknown }) => unknown)) return undefined;
  // One number in place of two would lose both; one in place of a link would cut it off.
  if (repairs.some(({ figure }) => isStacked(figure)) || guiltyOf(answer).some(({ cell }) => cell.formula !== undefined && !isArithmetic(cell.formula))) return undefined;
  return {
    // Live sums follow by themselves.
    changes: repairs.filter(({ figure }) => figure.cell.formula === undefined || guiltyOf(answer).includes(figure)).map(change),
    sure,
    probability: answer.probability,
    why: both((language) => {
      const told = sayAnswer(answer, table, language);
      if (mends === 0) return capitalised(told);
      return language === "vi" ? `${capitalised(told)}: ${mends} phép cộng đang lệch sẽ khớp` : `${capitalised(told)}: ${mends} sums that fail will come out`;
    }),
  };
}

/** Sums whose printed total is right once these cells are mended: the reader sees why nobody blames the total. */
function agreement(answer: Answer, sure: readonly Answer[], { table, violations }: Telling): Phrase | undefined {
  const [guilty, ...more] = guiltyOf(answer);
  const across = guilty && more.length === 0 && mendedBy(answer, violations).find(({ balance }) => balance.total.at.row !== guilty.at.row && standsIn(balance, guilty))?.balance;
  if (!across || answer.followers.some(({ figure }) => keyOf(figure) === keyOf(across.total))) return undefined;
  const mending = sure.flatMap(guiltyOf).filter((figure) => standsIn(across, figure));
  if (sure.flatMap(guiltyOf).some((figure) => keyOf(figure) === keyOf(across.total))) return undefined;
  const stated = outcomeOf(across)!.total;
  const row = rowOf(table, across.total)!;
  return both((language) =>
    language === "vi"
      ? `Sửa ${sayCells(mending, "vi")} thì ${rowName(row, "vi")} ${sayFigure(stated, across.total.column, "vi")} ở ô ${a1(across.total.at)} khớp với cộng các dòng.`
      : `With ${sayCells(mending, "en")} mended, ${rowName(row, "en")} ${sayFigure(stated, across.total.column, "en")} in cell ${a1(across.total.at)} is the sum of its rows.`,
  );
}

/** "Ô D12, cột (4) Trực tuyến, “…” ghi 0, phải là 14 (gõ đảo chữ số)" */
function sayGuilty(event: ToldEvent, sure: Sureness, table: Table, language: Language): string {
  const { repairs, unknown, what } = event;
  const hedge = sure === "certain" ? "" : language === "vi" ? "nhiều khả năng " : "probably ";
  const [only, ...more] = repairs;
  if (unknown || !only || more.length > 0) return capitalised(`${hedge}${sayEvent(event, table, language)}`);
  const place = capitalised(sayPlace(table, only.figure, language));
  const to = sayFigure(only.to!, only.figure.column, language);
  const blank = only.figure.reading.kind === "blank";
  const now = only.figure.reading.kind === "figure" ? sayStanding(only.figure, language) : sayFigure(0, only.figure.column, language);
  const because = isWorthSaying(event) ? ` (${what[language]})` : "";
  return language === "vi"
    ? `${place} ${blank ? "đang để trống" : `ghi ${now}`}, ${hedge}phải là ${to}${because}`
    : `${place} ${blank ? "is blank" : `says ${now}`}, it should ${hedge}be ${to}${because}`;
}

/** A cell left at nought says so itself, and "another number" says nothing. */
const isWorthSaying = ({ kind }: ToldEvent): boolean => kind !== "left-blank" && kind !== "arbitrary-change";

const positions = (figures: readonly Figure[]): readonly Position[] => distinctPositions(figures.map(({ at }) => at));

/** Each place once, where it comes first. */
export const distinctPositions = (places: readonly Position[]): readonly Position[] => [...new Map(places.map((at) => [positionKey(at), at])).values()];

const changesKey = ({ changes }: Suggestion): string => changes.map(({ at, to }) => `${positionKey(at)}=${to.kind === "number" ? to.number : ""}`).sort().join();

/** Several ways to the same counts are one suggestion; candidates are added where nothing offers what they do. */
function distinct(suggestions: readonly Suggestion[], candidates: readonly Suggestion[]): readonly Suggestion[] {
  const byChanges = new Map<string, Suggestion>();
  for (const suggestion of suggestions) {
    const key = changesKey(suggestion);
    const known = byChanges.get(key);
    byChanges.set(key, known ? { ...known, probability: (known.probability ?? 0) + (suggestion.probability ?? 0) } : suggestion);
  }
  for (const candidate of candidates) if (!byChanges.has(changesKey(candidate))) byChanges.set(changesKey(candidate), candidate);
  return [...byChanges.values()];
}

/** Answers as suggestions that are merely possible. */
const offered = (answers: readonly Answer[], { violations, table }: Telling): readonly Suggestion[] =>
  answers.flatMap((answer) => suggestionOf(answer, "possible", mendedBy(answer, violations).length, table) ?? []);

/** Where a figure is to be mended that a formula gives. */
function sayWhere(guilty: readonly Figure[], language: Language): string {
  const formulas = guilty.flatMap(({ cell }) => cell.formula ?? []);
  if (formulas.length === 0) return "";
  if (formulas.every(isArithmetic)) return language === "vi" ? " Hãy sửa ngay trong công thức." : " Mend it within the formula.";
  return language === "vi" ? " Số này do công thức lấy từ nơi khác: hãy đối chiếu và sửa ở nguồn, không gõ đè lên công thức." : " A formula takes the figure from elsewhere: compare it with its source and mend it there.";
}

/** The cells of other sheets that formulas take these figures from. */
const sourcesOf = (guilty: readonly Figure[]): readonly OtherCell[] =>
  guilty.flatMap(({ cell, at }) => (cell.formula === undefined ? [] : readFormula(cell.formula, { at }).reads.flatMap(({ sheet, range: { top, left } }) => (sheet === undefined ? [] : [{ sheet, at: { row: top, column: left } }]))));

/** Where it is a guess in all of the failing sums what they add up, nobody is accused: it is to be looked at. */
const severityOf = (sums: readonly FailedSum[]): Severity => (sums.length > 0 && sums.every(({ balance }) => balance.isUnsure) ? "warning" : "error");

/** One event that stands out: the finding names the guilty cells and what they must be. */
function ownFinding({ options: [answer, ...others], candidates }: Cause, sureAnswers: readonly Answer[], telling: Telling): Draft {
  const { table } = telling;
  const sums = [answer, ...others].map((each) => mendedBy(each, telling.violations)).find(({ length }) => length > 0) ?? [];
  const sure = sureOf(answer, telling.complete, sums);
  const [first, ...rest] = sums.map(({ reason }) => reason);
  const agrees = agreement(answer, sureAnswers, telling);
  const own = suggestionOf(answer, sure, sums.length, table);
  const follows = positions(answer.followers.map(({ figure }) => figure));
  const sources = sourcesOf(guiltyOf(answer));
  return {
    severity: severityOf(sums),
    ...(sources.length > 0 ? { others: sources } : {}),
    cells: positions(guiltyOf(answer)) as [Position, ...Position[]],
    ...(follows.length > 0 ? { follows } : {}),
    message: both((language) => {
      const told = answer.events.map((event) => sayGuilty(event, sure, table, language)).join("; ");
      const sentence = [told, sayFollowers(answer.followers, language)].filter(Boolean).join("; ");
      return `${sentence}.${agrees ? ` ${agrees[language]}` : ""}${sayWhere(guiltyOf(answer), language)}`;
    }),
    reasons: [first!, ...rest],
    suggestions: distinct([...(own ? [own] : []), ...(sure === "certain" ? [] : offered(others.filter(({ probability }) => probability >= LEAST).slice(0, MOST_ALTERNATIVES), telling))], sure === "certain" ? [] : offered(candidates, telling)),
    ...(telling.complete ? {} : { isUnfinished: true }),
  };
}

const countsOf = ({ events }: Answer): string => events.flatMap(({ repairs }) => repairs.map(({ figure, to }) => `${keyOf(figure)}=${to}`)).sort().join();

/** Several answers would do: they are offered, the likeliest first. */
function choiceFinding({ options, candidates }: Cause, telling: Telling): Draft | undefined {
  const { table } = telling;
  const answers = options.filter(({ events }) => events.length > 0);
  const [best] = answers;
  if (!best) return undefined;
  const sums = new Set(answers.flatMap((answer) => mendedBy(answer, telling.violations)));
  const [first, ...rest] = [...sums].map(({ reason }) => reason);
  if (!first) return undefined;
  const rivals = answers.filter(({ probability }) => probability >= RIVAL * best.probability);
  // The same cells and counts by another way are no rival.
  const leading = rivals.filter((answer) => answer === best || countsOf(answer) !== countsOf(best));
  const cells = positions(leading.flatMap(guiltyOf)).slice(0, MOST_CELLS) as [Position, ...Position[]];
  const shown = cells.map(a1).join(", ");
  const sure = sureOf(best, telling.complete, [...sums]);
  const suggestions = answers.slice(0, MOST_ALTERNATIVES).flatMap((answer, place) => suggestionOf(answer, place === 0 ? sure : "possible", mendedBy(answer, telling.violations).length, table) ?? []);
  return {
    severity: severityOf([...sums]),
    cells,
    message: both((language) => {
      if (leading.length === 1) {
        const told = best.events.map((event) => sayEvent(event, table, language)).join("; ");
        return language === "vi" ? `${first.phrase.vi} Nhiều khả năng nhất: ${told}.` : `${first.phrase.en} Most likely: ${told}.`;
      }
      // It cannot be offered as an edit, so it is said.
      const blank = leading.flatMap(({ events }) => events.filter(({ unknown }) => unknown)).map((event) => sayEvent(event, table, language))[0];
      const sentence = language === "vi" ? `${first.phrase.vi} Sai ở một trong các ô ${shown}; hãy đối chiếu và chọn.` : `${first.phrase.en} One of ${shown} is wrong; compare and choose.`;
      if (blank === undefined) return sentence;
      return language === "vi" ? `${sentence} Cũng có thể ${blank}.` : `${sentence} It may also be that ${blank}.`;
    }),
    reasons: [first, ...rest],
    suggestions: distinct(suggestions, offered(candidates, telling)),
    ...(telling.complete ? {} : { isUnfinished: true }),
  };
}

/** No cause was found in time: the sum is told by itself. */
export function plainFinding({ balance, reason }: FailedSum, { table, complete }: Telling): Draft {
  const { sum, total } = outcomeOf(balance)!;
  const answer: Answer = {
    events: [{ kind: "wrong-total", what: both((language) => `${language === "vi" ? "ghi" : "says"} ${sayFigure(total, balance.total.column, language)}`), repairs: [{ figure: balance.total, to: sum }] }],
    followers: [],
    probability: 0,
    isBorneOut: false,
    isUnderstood: true,
  };
  const suggestion = balance.total.cell.formula === undefined ? suggestionOf(answer, "possible", 1, table) : undefined;
  return { severity: severityOf([{ balance, reason }]), cells: [balance.total.at], message: reason.phrase, reasons: [reason], suggestions: suggestion ? [suggestion] : [], ...(complete ? {} : { isUnfinished: true }) };
}

/** Whether a cause stands out, so that it is told by itself and taken for granted when the rest is judged. */
export const standsOut = ({ options: [first] }: Cause): boolean => first.events.length > 0 && first.probability >= LIKELY;

/** The causes that failing sums speak of: a guilty cell stands in one. The others are told with the flow of files. */
export const causesOfSums = (causes: readonly Cause[], violations: Violations): readonly Cause[] =>
  causes.filter(({ options }) => options.some((answer) => guiltyOf(answer).some((figure) => violations(figure).length > 0)));

/** Findings for causes that failing sums speak of. */
export function explain(speaking: readonly Cause[], telling: Telling): readonly Draft[] {
  const sure = speaking.filter(standsOut).map(({ options }) => options[0]);
  return speaking.flatMap((cause) => (standsOut(cause) && cause.options[0].events.length === 1 ? ownFinding(cause, sure, telling) : (choiceFinding(cause, telling) ?? [])));
}
