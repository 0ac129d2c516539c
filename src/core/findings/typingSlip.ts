import type { Phrase } from "../words/Phrase";

const SWAPPED: Phrase = { vi: "gõ đảo chữ số", en: "digits swapped" };
const REPLACED: Phrase = { vi: "gõ nhầm một chữ số", en: "one digit mistyped" };
const DROPPED: Phrase = { vi: "gõ thiếu một chữ số", en: "one digit missing" };
const ADDED: Phrase = { vi: "gõ thừa một chữ số", en: "one digit too many" };

/** Whether `longer` is `shorter` with one digit put in. */
function hasOneMore(longer: string, shorter: string): boolean {
  return longer.length === shorter.length + 1 && [...longer].some((_, at) => longer.slice(0, at) + longer.slice(at + 1) === shorter);
}

/**
 * The single slip of the fingers that turns one count into another, in words; undefined when it takes more than one.
 * Restricted Damerau–Levenshtein distance 1, as in correct_typos (Scholtus 2009).
 */
export function typingSlip(typed: number, meant: number): Phrase | undefined {
  const [from, to] = [String(typed), String(meant)];
  // A nought is a cell left unfilled, not a slip of the fingers.
  if (from === to || typed <= 0 || meant <= 0) return undefined;
  if (from.length === to.length) {
    const differing = [...from].flatMap((digit, at) => (digit === to[at] ? [] : [at]));
    const [first, second] = differing;
    if (differing.length === 1) return REPLACED;
    return differing.length === 2 && second === first! + 1 && from[first!] === to[second] && from[second] === to[first!] ? SWAPPED : undefined;
  }
  if (hasOneMore(to, from)) return DROPPED;
  return hasOneMore(from, to) ? ADDED : undefined;
}
