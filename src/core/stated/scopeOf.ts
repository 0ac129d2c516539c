import { isPeriod } from "../words/SaidPeriod";
import type { Lexicon, Token } from "./Lexicon";
import type { TextStretch } from "./paragraphsOf";

const NEUTRAL_KINDS: ReadonlySet<string> = new Set(["sign", "dash", "place", "files", "within-which", "namely", "say"]);

/** A word as written: "đạt" and "đất" are flattened alike. */
const wordIn = (text: string, { start, end }: TextStretch): string => text.slice(start, end).toLowerCase();

/** A heading's number: "6.", "a)". */
const isOrdinal = ({ flat }: Token): boolean => /^(?:\d{1,2}|[a-z])$/.test(flat);

/** What stands before a count: whether it speaks of everything, and of whom. */
export interface Lead {
  readonly whole: boolean;
  readonly unit?: TextStretch;
}

/**
 * Judges the words before a count. Only where every one of them is known to take nothing away does the count speak of the whole:
 * what is not understood may restrict it.
 */
export function leadOf(text: string, tokens: readonly Token[], { scope }: Lexicon): Lead {
  const first = tokens[0];
  if (!first) return { whole: true };
  // Periods are set aside, so that a name does not run into them.
  let before = "";
  for (const token of tokens) before = before.padEnd(token.start - first.start) + (isPeriod(token) ? " ".repeat(token.end - token.start) : wordIn(text, token));
  const found = scope.unit.exec(before);
  const start = found ? first.start + found.index + found[0].indexOf(found[1]!) : 0;
  const unit = found && { start, end: start + found[1]!.length };
  const rest = tokens.filter((token) => !unit || token.end <= unit.start || token.start >= unit.end);
  const isNeutral = (token: Token): boolean => isPeriod(token) || NEUTRAL_KINDS.has(token.kind) || scope.before.has(wordIn(text, token));
  const whole = rest.every((token, place) => isNeutral(token) || (place <= 1 && isOrdinal(token)));
  return unit ? { whole, unit } : { whole };
}

/** Whether what follows a count leaves it as it is: "96 hồ sơ tại bộ phận …", and not "96 hồ sơ lĩnh vực …". */
export function leavesWhole(text: string, after: readonly Token[], { scope }: Lexicon): boolean {
  const next = after.find((token) => !isPeriod(token) && token.kind !== "place");
  return next === undefined || next.kind === "sign" || next.kind === "dash" || next.kind === "percent" || scope.after.has(wordIn(text, next));
}

/** Whether a heading leaves what follows the whole; what stands in brackets is a remark. */
export const headsWhole = (flat: string, { scope }: Lexicon): boolean => !scope.partial.test(flat.replace(/\s+/g, " ").replace(/\([^)]*\)/g, ""));
