import { isPeriod } from "../words/SaidPeriod";
import type { Token } from "./Lexicon";

/** The sentences of a stretch: tokens up to a full stop. */
export function sentencesOf(tokens: readonly Token[]): readonly (readonly Token[])[] {
  const sentences: Token[][] = [[]];
  for (const token of tokens) {
    sentences.at(-1)!.push(token);
    if (token.flat === ".") sentences.push([]);
  }
  return sentences.filter((each) => each.length > 0);
}

/** The count that a number's digits stand for; of a fraction, the one above. */
export const countIn = (flat: string): number => Number(flat.split("/")[0]!.replace(/\D/g, ""));

export const isNumber = ({ kind }: Token): boolean => kind === "number" || kind === "fraction";

const isBoundary = (token: Token): boolean => token.kind === "sign" || token.kind === "dash" || token.kind === "percent" || isNumber(token);

/** Whether a number, or "không có", is one of files. */
export function isOfFiles(sentence: readonly Token[], place: number): boolean {
  const next = sentence[place + 1];
  return next !== undefined && (next.kind === "files" || /^ho\s/.test(next.flat));
}

/** The first token of the clause that ends at `place`. */
export function clauseStart(sentence: readonly Token[], place: number): number {
  let at = place;
  while (at > 0 && !isBoundary(sentence[at - 1]!)) at--;
  // "82 hồ sơ đang …": the files belong to the number.
  return at > 0 && sentence[at]!.kind === "files" && isNumber(sentence[at - 1]!) && at < place ? at + 1 : at;
}

/** Where "tổng số hồ sơ" stands before a verb, with nothing but a period between. */
export function headOf(sentence: readonly Token[], place: number): number | undefined {
  let at = place - 1;
  while (at >= 0 && (isPeriod(sentence[at]!) || sentence[at]!.kind === "say")) at--;
  const [before, head] = [sentence[at - 1], sentence[at]];
  return head?.kind === "files" && /^(?:tong|so)/.test(head.flat) && !(before && isNumber(before)) ? at : undefined;
}
