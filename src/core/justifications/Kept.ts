import type { Answers } from "../checks/Check";
import { BLANK, numberValue, type Value } from "../sheet/Cell";
import type { RowRun, RowsTold } from "../figures/rowsTold";
import { escapeText, readText } from "../words/xmlText";
import type { Justification, JustifiedCell } from "./Justification";

/** What a workbook carries for us from one session to the next, and from one person to the next. */
export interface Kept {
  readonly justifications: readonly Justification[];
  readonly answers: Answers;
  /** Which form a table is, where the reporter was asked: the form's id by `placeOfTable`. */
  readonly chosen: ReadonlyMap<string, string>;
  /** Which rows a row adds up, where the reporter was asked: by `answerKey`. */
  readonly told: RowsTold;
  /** What the reporter said of relations that tables print: false where one is not used, a text where it should read otherwise. By `relationKey`. */
  readonly relations: ReadonlyMap<string, string | false>;
  /** What rows were called in an earlier report, where they only changed their name: by `renameKey`. */
  readonly renamed: ReadonlyMap<string, string>;
  /** Forms of the agency's own, as data: what is sound among them is for whoever reads them to tell. */
  readonly own: readonly unknown[];
  /** What a newer release, or anybody else, has put there, by name: written back as it was. */
  readonly foreign: Readonly<Record<string, unknown>>;
}

export const NOTHING_KEPT: Kept = { justifications: [], answers: new Map(), chosen: new Map(), told: new Map(), relations: new Map(), renamed: new Map(), own: [], foreign: {} };

/** Raised when what is written can no longer be read by those who know only this one. */
const VERSION = 1;

/** The question that came first: its answers stand in a field of its own, where older releases look for them. */
const FIRST_QUESTION = "withdrawn";

type Plain = Readonly<Record<string, unknown>>;

const isPlain = (value: unknown): value is Plain => typeof value === "object" && value !== null && !Array.isArray(value);
const isCount = (count: unknown): count is number => Number.isSafeInteger(count) && (count as number) >= 0;
const isText = (value: unknown): value is string => typeof value === "string";
const isTexts = (value: unknown): value is readonly string[] => Array.isArray(value) && value.every(isText);

/** A stretch of rows: its name, or those of its ends and how many it holds. */
type PlainRun = readonly [only: string] | readonly [first: string, last: string, count: number];

const isRun = (value: unknown): value is PlainRun => {
  if (!Array.isArray(value)) return false;
  const [first, last, count] = value as readonly unknown[];
  return isText(first) && (value.length === 1 || (value.length === 3 && isText(last) && isCount(count)));
};
const isRuns = (value: unknown): value is readonly PlainRun[] => Array.isArray(value) && value.every(isRun);
const runFrom = ([first, last = first, count = 1]: PlainRun): RowRun => ({ first, last, count });
const plainRun = ({ first, last, count }: RowRun): PlainRun => (count === 1 ? [first] : [first, last, count]);

/** Reads what `serialiseKept` wrote. Never throws: what it cannot read is carried along as it is. */
export function parseKept(text: string | undefined): Kept {
  if (text === undefined || text.trim() === "") return NOTHING_KEPT;
  const read = json(text);
  if (!isPlain(read) || read["version"] !== VERSION) return { ...NOTHING_KEPT, foreign: { unread: [text] } };
  const { version: _, justifications = [], [FIRST_QUESTION]: first = {}, answers = {}, forms = {}, sums = {}, relations = {}, renamed = {}, own = [], unread = [], ...foreign } = read;
  const strange: unknown[] = Array.isArray(unread) ? [...(unread as readonly unknown[])] : [unread];
  const known = (Array.isArray(justifications) ? (justifications as readonly unknown[]) : []).flatMap((each) => {
    const justification = justificationFrom(each);
    if (!justification) strange.push(each);
    return justification ?? [];
  });
  if (!Array.isArray(justifications)) strange.push({ justifications });
  /** The entries that are as they should be; the others are strange, as they stood. */
  const sifted = <Value>(value: unknown, isRight: (each: unknown) => each is Value, standing: (odd: unknown) => Plain): ReadonlyMap<string, Value> => {
    const entries = isPlain(value) ? Object.entries(value) : [];
    const odd = entries.filter(([, each]) => !isRight(each));
    if (!isPlain(value)) strange.push(standing(value));
    else if (odd.length > 0) strange.push(standing(Object.fromEntries(odd)));
    return new Map(entries.flatMap(([key, each]) => (isRight(each) ? [[key, each] as const] : [])));
  };
  const answered = new Map<string, ReadonlyMap<string, number>>();
  const take = (question: string, value: unknown, standing: (odd: unknown) => Plain): void => {
    const told = sifted(value, isCount, standing);
    if (told.size > 0) answered.set(question, new Map([...(answered.get(question) ?? []), ...told]));
  };
  take(FIRST_QUESTION, first, (odd) => ({ [FIRST_QUESTION]: odd }));
  for (const [question, told] of sifted(answers, isPlain, (odd) => ({ answers: odd }))) take(question, told, (odd) => ({ answers: { [question]: odd } }));
  return {
    justifications: known,
    answers: answered,
    chosen: sifted(forms, isText, (odd) => ({ forms: odd })),
    told: new Map([...sifted(sums, isRuns, (odd) => ({ sums: odd }))].map(([key, runs]) => [key, runs.map(runFrom)])),
    relations: sifted(relations, (each): each is string | false => each === false || isText(each), (odd) => ({ relations: odd })),
    renamed: sifted(renamed, isText, (odd) => ({ renamed: odd })),
    own: Array.isArray(own) ? (own as readonly unknown[]) : [own],
    foreign: strange.length > 0 ? { ...foreign, unread: strange } : foreign,
  };
}

/** The text to be kept in the workbook; undefined where there is nothing to keep. The same things give the same text. */
export function serialiseKept({ justifications, answers, chosen, told: rows, relations, renamed, own, foreign }: Kept): string | undefined {
  if (justifications.length + answers.size + chosen.size + rows.size + relations.size + renamed.size + own.length === 0 && Object.keys(foreign).length === 0) return undefined;
  const { [FIRST_QUESTION]: first, ...later } = Object.fromEntries([...answers].map(([question, told]) => [question, Object.fromEntries(told)]));
  const written = {
    ...foreign,
    version: VERSION,
    ...(justifications.length > 0 ? { justifications: justifications.map(plainJustification) } : {}),
    ...(first ? { [FIRST_QUESTION]: first } : {}),
    ...(Object.keys(later).length > 0 ? { answers: later } : {}),
    ...(chosen.size > 0 ? { forms: Object.fromEntries(chosen) } : {}),
    ...(rows.size > 0 ? { sums: Object.fromEntries([...rows].map(([key, runs]) => [key, runs.map(plainRun)])) } : {}),
    ...(relations.size > 0 ? { relations: Object.fromEntries(relations) } : {}),
    ...(renamed.size > 0 ? { renamed: Object.fromEntries(renamed) } : {}),
    ...(own.length > 0 ? { own } : {}),
  };
  // XML has no place for these two, and JSON leaves them as they are.
  return JSON.stringify(written).replace(/[\ufffe\uffff]/g, (sign) => `\\u${sign.charCodeAt(0).toString(16)}`);
}

/** With a justification added, in the place of an older one for the same finding. */
export function withJustification(kept: Kept, justification: Justification, instead?: Justification): Kept {
  const others = kept.justifications.filter((each) => !sameFinding(each, justification) && !(instead && sameFinding(each, instead)));
  return { ...kept, justifications: [...others, justification] };
}

export function withoutJustification(kept: Kept, justification: Justification): Kept {
  return { ...kept, justifications: kept.justifications.filter((each) => !sameFinding(each, justification)) };
}

/** With an answer to a question, by its id, about the row of that key; undefined takes it back. */
export function withAnswer(kept: Kept, question: string, key: string, count: number | undefined): Kept {
  const told = new Map(kept.answers.get(question));
  if (count === undefined) told.delete(key);
  else told.set(key, count);
  const answers = new Map(kept.answers);
  if (told.size > 0) answers.set(question, told);
  else answers.delete(question);
  return { ...kept, answers };
}

/** With what the reporter says a table is: a form's id, by `placeOfTable`; undefined takes it back. */
export function withChoice(kept: Kept, place: string, form: string | undefined): Kept {
  const chosen = new Map(kept.chosen);
  if (form === undefined) chosen.delete(place);
  else chosen.set(place, form);
  return { ...kept, chosen };
}

/** With what the reporter says a row adds up, by its `answerKey`; undefined takes it back. */
export function withRows(kept: Kept, key: string, runs: readonly RowRun[] | undefined): Kept {
  const told = new Map(kept.told);
  if (runs === undefined) told.delete(key);
  else told.set(key, runs);
  return { ...kept, told };
}

/** With what the reporter says of a relation, by `relationKey`; undefined takes it back. */
export function withRelation(kept: Kept, key: string, said: string | false | undefined): Kept {
  const relations = new Map(kept.relations);
  if (said === undefined) relations.delete(key);
  else relations.set(key, said);
  return { ...kept, relations };
}

/** With what a row was called in an earlier report, by `renameKey`; undefined takes it back. */
export function withRename(kept: Kept, key: string, former: string | undefined): Kept {
  const renamed = new Map(kept.renamed);
  if (former === undefined) renamed.delete(key);
  else renamed.set(key, former);
  return { ...kept, renamed };
}

/** With a form of the agency's own, in the place of an older one of its id. */
export function withOwn(kept: Kept, form: { readonly id: string }): Kept {
  return { ...kept, own: [...kept.own.filter((each) => !isPlain(each) || each["id"] !== form.id), form] };
}

const sameFinding = (one: Justification, other: Justification): boolean => one.finding === other.finding && one.sheet === other.sheet;

/** What we write lies four levels deep; what lies deeper than this is carried along as text, as writing it anew might not end. */
const DEEPEST = 64;

/** Whether brackets outside of texts are nested too deep. */
function isTooDeep(text: string): boolean {
  let [depth, isQuoted] = [0, false];
  for (let at = 0; at < text.length; at++) {
    const sign = text[at]!;
    if (isQuoted && sign === "\\") at++;
    else if (sign === '"') isQuoted = !isQuoted;
    else if (!isQuoted && (sign === "[" || sign === "{") && ++depth > DEEPEST) return true;
    else if (!isQuoted && (sign === "]" || sign === "}")) depth--;
  }
  return false;
}

function json(text: string): unknown {
  if (isTooDeep(text)) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function justificationFrom(value: unknown): Justification | undefined {
  if (!isPlain(value)) return undefined;
  const { finding, form, sheet, checks, message, cells, compared = [], reason, at } = value;
  const texts = [finding, form, sheet, message, reason, at];
  if (!isTexts(texts) || !isTexts(checks)) return undefined;
  const [own, others] = [cellsFrom(cells), cellsFrom(compared)];
  return own && others && { ...(value as unknown as Justification), cells: own, compared: others };
}

function cellsFrom(value: unknown): readonly JustifiedCell[] | undefined {
  if (!Array.isArray(value)) return undefined;
  const cells = value.map((each: unknown): JustifiedCell | undefined => {
    if (!isPlain(each)) return undefined;
    const { at, place, stated } = each;
    const shown = valueFrom(each["shown"]);
    if (typeof at !== "string" || shown === undefined || (place !== undefined && typeof place !== "string")) return undefined;
    return { at, shown, ...(place === undefined ? {} : { place }), ...(Number.isSafeInteger(stated) ? { stated: stated as number } : {}) };
  });
  return cells.every((cell) => cell !== undefined) ? cells : undefined;
}

/** Fields that this release does not know stay with their justification. */
const plainJustification = (justification: Justification): Plain => ({
  ...justification,
  cells: justification.cells.map((cell) => ({ ...cell, shown: plainValue(cell.shown) })),
  compared: justification.compared.map((cell) => ({ ...cell, shown: plainValue(cell.shown) })),
});

/** null for a blank, a number, a text; an object for Excel's errors. */
function plainValue(value: Value): unknown {
  switch (value.kind) {
    case "blank":
      return null;
    case "number":
      return value.number;
    case "text":
      return value.text;
    case "error":
      return { error: value.code };
  }
}

function valueFrom(value: unknown): Value | undefined {
  if (value === null) return BLANK;
  if (typeof value === "number") return numberValue(value);
  if (typeof value === "string") return { kind: "text", text: value };
  return isPlain(value) && typeof value["error"] === "string" ? { kind: "error", code: value["error"] } : undefined;
}

/** The namespace of the one custom XML part that is ours, in which a workbook carries what the reporter told us. */
export const KEPT_NAMESPACE = "urn:kiem-soat-tthc:kept:1";

/** A text as the whole of such a part. */
export function keptXml(text: string): string {
  return `<kept xmlns="${KEPT_NAMESPACE}">${escapeText(text)}</kept>`;
}

/** The text such a part holds, however Excel or another program has written its XML anew; undefined for any other part. */
export function keptText(xml: string): string | undefined {
  const match = /^(?:\uFEFF?\s*<\?[^>]*\?>)?\uFEFF?\s*<((?:[\w.-]+:)?)kept(\s[^>]*)?>([^]*)<\/\1kept\s*>\s*$/.exec(xml);
  return match?.[2]?.includes(KEPT_NAMESPACE) ? readText(match[3]!) : undefined;
}
