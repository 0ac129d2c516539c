import { BLANK, numberValue, type Value } from "../sheet/Cell";
import type { Justification, JustifiedCell } from "./Justification";

/** What a workbook carries for us from one session to the next, and from one person to the next. */
export interface Kept {
  readonly justifications: readonly Justification[];
  /** Files withdrawn, returned or stopped, by `answerKey`. */
  readonly withdrawn: ReadonlyMap<string, number>;
  /** What a newer release, or anybody else, has put there, by name: written back as it was. */
  readonly foreign: Readonly<Record<string, unknown>>;
}

export const NOTHING_KEPT: Kept = { justifications: [], withdrawn: new Map(), foreign: {} };

/** Raised when what is written can no longer be read by those who know only this one. */
const VERSION = 1;

type Plain = Readonly<Record<string, unknown>>;

const isPlain = (value: unknown): value is Plain => typeof value === "object" && value !== null && !Array.isArray(value);
const isCount = (count: unknown): count is number => Number.isSafeInteger(count) && (count as number) >= 0;
const isTexts = (value: unknown): value is readonly string[] => Array.isArray(value) && value.every((each) => typeof each === "string");

/** Reads what `serialiseKept` wrote. Never throws: what it cannot read is carried along as it is. */
export function parseKept(text: string | undefined): Kept {
  if (text === undefined || text.trim() === "") return NOTHING_KEPT;
  const read = json(text);
  if (!isPlain(read) || read["version"] !== VERSION) return { ...NOTHING_KEPT, foreign: { unread: [text] } };
  const { version: _, justifications = [], withdrawn = {}, unread = [], ...foreign } = read;
  const listed: readonly unknown[] = Array.isArray(justifications) ? justifications : [];
  const known = listed.map(justificationFrom);
  const answers = isPlain(withdrawn) ? Object.entries(withdrawn) : [];
  const odd = answers.filter(([, count]) => !isCount(count));
  const strange = [
    ...(Array.isArray(unread) ? (unread as readonly unknown[]) : [unread]),
    ...listed.filter((__, index) => known[index] === undefined),
    ...(Array.isArray(justifications) ? [] : [{ justifications }]),
    ...(isPlain(withdrawn) ? [] : [{ withdrawn }]),
    ...(odd.length > 0 ? [{ withdrawn: Object.fromEntries(odd) }] : []),
  ];
  return {
    justifications: known.filter((each) => each !== undefined),
    withdrawn: new Map(answers.flatMap(([key, count]) => (isCount(count) ? [[key, count] as const] : []))),
    foreign: strange.length > 0 ? { ...foreign, unread: strange } : foreign,
  };
}

/** The text to be kept in the workbook; undefined where there is nothing to keep. The same things give the same text. */
export function serialiseKept({ justifications, withdrawn, foreign }: Kept): string | undefined {
  if (justifications.length === 0 && withdrawn.size === 0 && Object.keys(foreign).length === 0) return undefined;
  const written = {
    ...foreign,
    version: VERSION,
    ...(justifications.length > 0 ? { justifications: justifications.map(plainJustification) } : {}),
    ...(withdrawn.size > 0 ? { withdrawn: Object.fromEntries(withdrawn) } : {}),
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

/** With an answer to how many files were withdrawn; undefined takes it back. */
export function withAnswer(kept: Kept, key: string, count: number | undefined): Kept {
  const withdrawn = new Map(kept.withdrawn);
  if (count === undefined) withdrawn.delete(key);
  else withdrawn.set(key, count);
  return { ...kept, withdrawn };
}

const sameFinding = (one: Justification, other: Justification): boolean => one.finding === other.finding && one.sheet === other.sheet;

function json(text: string): unknown {
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
