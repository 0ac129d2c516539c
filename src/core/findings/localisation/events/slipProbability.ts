/** The keys beside each digit on the row above the letters and on the keypad. */
const BESIDE_IN_ROW = ["9", "2", "13", "24", "35", "46", "57", "68", "79", "80"];
const BESIDE_ON_PAD = ["12", "240", "1350", "26", "1574", "2468", "359", "48", "579", "68"];

/** Six wrong digits of ten are a neighbour of the right one; a slip hits what is near (Grudin 1983). */
const NEAR = 0.6;
/** Half of the digits too many are the one before, once more: the key was held, or hit twice. */
const DOUBLED = 0.5;

function wrongDigit(meant: string, typed: string): number {
  const beside = (keys: string): number => (keys.includes(typed) ? 1 / keys.length : 0);
  const digit = Number(meant);
  const near = (beside(BESIDE_IN_ROW[digit]!) + beside(BESIDE_ON_PAD[digit]!)) / 2;
  return NEAR * near + (1 - NEAR) / 9;
}

/** P(typed | meant, one digit is wrong). */
function replaced(meant: string, typed: string): number {
  if (meant.length !== typed.length) return 0;
  const differing = [...meant].flatMap((digit, at) => (digit === typed[at] ? [] : [at]));
  return differing.length === 1 ? wrongDigit(meant[differing[0]!]!, typed[differing[0]!]!) / meant.length : 0;
}

/** P(typed | meant, two neighbouring digits changed places). */
function transposed(meant: string, typed: number): number {
  let ways = 0;
  let hits = 0;
  for (let at = 0; at + 1 < meant.length; at++) {
    if (meant[at] === meant[at + 1]) continue;
    ways++;
    if (Number(meant.slice(0, at) + meant[at + 1]! + meant[at]! + meant.slice(at + 2)) === typed) hits++;
  }
  return ways === 0 ? 0 : hits / ways;
}

/** P(typed | meant, a digit is missing). */
function dropped(meant: string, typed: number): number {
  if (meant.length < 2) return 0;
  let hits = 0;
  for (let at = 0; at < meant.length; at++) if (Number(meant.slice(0, at) + meant.slice(at + 1)) === typed) hits++;
  return hits / meant.length;
}

/** P(typed | meant, there is a digit too many). */
function added(meant: string, typed: string): number {
  if (typed.length !== meant.length + 1) return 0;
  let doubled = 0;
  let inserted = 0;
  for (let at = 0; at < typed.length; at++) {
    if (typed.slice(0, at) + typed.slice(at + 1) !== meant) continue;
    inserted++;
    if (at > 0 && typed[at] === typed[at - 1]) doubled++;
  }
  return (DOUBLED * doubled) / meant.length + ((1 - DOUBLED) * inserted) / (typed.length * 10);
}

/**
 * P(typed | meant) of one slip of the fingers, the four kinds being equally frequent; 0 when it takes more than one.
 * A nought is a cell left unfilled, not a slip.
 */
export function slipProbability(typed: number, meant: number): number {
  if (typed <= 0 || meant <= 0 || typed === meant || !Number.isInteger(meant)) return 0;
  const digits = String(meant);
  const keys = String(typed);
  if (Math.abs(digits.length - keys.length) > 1 && typed > meant) return 0;
  return (replaced(digits, keys) + transposed(digits, typed) + dropped(digits, typed) + added(digits, keys)) / 4;
}

/** Every count that one slip of the fingers turns into this one. */
export function slipsTo(typed: number): ReadonlySet<number> {
  const keys = String(typed);
  const meant = new Set<number>();
  for (let at = 0; at <= keys.length; at++) {
    const [before, digit, after] = [keys.slice(0, at), keys.slice(at, at + 1), keys.slice(at + 1)];
    for (let each = 0; each < 10; each++) {
      meant.add(Number(before + String(each) + digit + after));
      if (digit !== "") meant.add(Number(before + String(each) + after));
    }
    if (digit !== "" && keys.length > 1) meant.add(Number(before + after));
    if (after !== "") meant.add(Number(before + after[0]! + digit + after.slice(1)));
  }
  meant.delete(typed);
  meant.delete(0);
  return meant;
}
