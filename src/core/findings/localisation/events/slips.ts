import type { Phrase } from "../../../words/Phrase";

const SWAPPED: Phrase = { vi: "gõ đảo chữ số", en: "digits swapped" };
const REPLACED: Phrase = { vi: "gõ nhầm một chữ số", en: "one digit mistyped" };
const WITHOUT_POINT: Phrase = { vi: "gõ thiếu dấu thập phân", en: "decimal point missing" };
const DROPPED: Phrase = { vi: "gõ thiếu một chữ số", en: "one digit missing" };
const ADDED: Phrase = { vi: "gõ thừa một chữ số", en: "one digit too many" };

/** The keys beside each digit on the row above the letters and on the keypad. */
const BESIDE_IN_ROW = ["9", "2", "13", "24", "35", "46", "57", "68", "79", "80"];
const BESIDE_ON_PAD = ["12", "240", "1350", "26", "1574", "2468", "359", "48", "579", "68"];

/** Six wrong digits of ten are a neighbour of the right one; a slip hits what is near (Grudin 1983). */
const NEAR = 0.6;
/** Half of the digits too many are the one before, once more: the key was held, or hit twice. */
const DOUBLED = 0.5;

/** A figure above 0 as it is typed: 18 at one decimal is "1.8". Noughts at its ends are left out. */
function typedAs(units: number, decimals: number): string {
  if (decimals === 0) return String(units);
  const digits = String(units).padStart(decimals + 1, "0");
  return plain(`${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`);
}

/** What was typed without noughts at its ends that change nothing. */
function plain(typed: string): string {
  if (typed.includes(".")) return typed.replace(/^0+(?=\d)/, "").replace(/\.?0{0,9}$/, "").replace(/^\./, "0.");
  return typed.startsWith("0") ? typed.replace(/^0+(?=\d)/, "") : typed;
}

/** The units of a figure as typed; undefined where it is none of so many decimals. */
function unitsOf(typed: string, decimals: number): number | undefined {
  const [whole, fraction = "", ...more] = typed.split(".");
  return more.length > 0 || fraction.length > decimals ? undefined : Number(whole + fraction.padEnd(decimals, "0"));
}

const without = (typed: string, at: number): string => typed.slice(0, at) + typed.slice(at + 1);

/** With a digit and the next one exchanged, the decimal point between them left where it is; undefined at the last digit. */
function swapped(typed: string, at: number): string | undefined {
  const next = typed[at + 1] === "." ? at + 2 : at + 1;
  if (typed[at] === "." || next >= typed.length) return undefined;
  return typed.slice(0, at) + typed[next]! + typed.slice(at + 1, next) + typed[at]! + typed.slice(next + 1);
}

/** The only place at which two texts of one length differ; undefined where there are more, or none. */
function onlyDifference(one: string, other: string): number | undefined {
  let at = 0;
  while (at < one.length && one[at] === other[at]) at++;
  return at < one.length && one.slice(at + 1) === other.slice(at + 1) ? at : undefined;
}

/** Whether `longer` is `shorter` with one key put in. */
const hasOneMore = (longer: string, shorter: string): boolean => longer.length === shorter.length + 1 && [...longer].some((_, at) => without(longer, at) === shorter);

/** The one slip that turns a figure into another; undefined when it takes more: restricted Damerau–Levenshtein distance 1 (Scholtus 2009). */
export function typingSlip(typed: number, meant: number, decimals = 0): Phrase | undefined {
  // A nought is a cell left unfilled, not a slip of the fingers.
  if (typed === meant || typed <= 0 || meant <= 0) return undefined;
  const [from, to] = [typedAs(typed, decimals), typedAs(meant, decimals)];
  if (from.length === to.length) {
    if (onlyDifference(from, to) !== undefined) return REPLACED;
    return [...from].some((_, at) => swapped(from, at) === to) ? SWAPPED : undefined;
  }
  if (to.replace(".", "") === from) return WITHOUT_POINT;
  if (hasOneMore(to, from)) return DROPPED;
  return hasOneMore(from, to) ? ADDED : undefined;
}

function wrongDigit(meant: string, typed: string): number {
  const beside = (keys = ""): number => (keys.includes(typed) ? 1 / keys.length : 0);
  const digit = Number(meant);
  const near = (beside(BESIDE_IN_ROW[digit]) + beside(BESIDE_ON_PAD[digit])) / 2;
  return NEAR * near + (1 - NEAR) / 9;
}

/** P(typed | meant, one digit is wrong). */
function replaced(meant: string, typed: string): number {
  const at = meant.length === typed.length ? onlyDifference(meant, typed) : undefined;
  return at === undefined ? 0 : wrongDigit(meant[at]!, typed[at]!) / meant.length;
}

/** P(typed | meant, two neighbouring digits changed places). */
function transposed(meant: string, typed: string): number {
  if (typed.length > meant.length) return 0;
  let [ways, hits] = [0, 0];
  for (let at = 0; at + 1 < meant.length; at++) {
    const exchanged = swapped(meant, at);
    if (exchanged === undefined || exchanged === meant) continue;
    ways++;
    if (plain(exchanged) === typed) hits++;
  }
  return ways === 0 ? 0 : hits / ways;
}

/** P(typed | meant, a digit is missing). */
function dropped(meant: string, typed: string): number {
  if (meant.length < 2 || typed.length >= meant.length) return 0;
  let hits = 0;
  for (let at = 0; at < meant.length; at++) if (plain(without(meant, at)) === typed) hits++;
  return hits / meant.length;
}

/** P(typed | meant, there is a digit too many). */
function added(meant: string, typed: string): number {
  if (typed.length !== meant.length + 1) return 0;
  let [doubled, inserted] = [0, 0];
  for (let at = 0; at < typed.length; at++) {
    if (without(typed, at) !== meant) continue;
    inserted++;
    if (at > 0 && typed[at] === typed[at - 1]) doubled++;
  }
  return (DOUBLED * doubled) / meant.length + ((1 - DOUBLED) * inserted) / (typed.length * 10);
}

/** P(typed | meant) of one slip, the four kinds equally frequent; 0 when it takes more. A nought is no slip. In units of the column, with its decimals. */
export function slipProbability(typed: number, meant: number, decimals = 0): number {
  if (typed <= 0 || meant <= 0 || typed === meant || !Number.isInteger(meant)) return 0;
  const [from, to] = [typedAs(typed, decimals), typedAs(meant, decimals)];
  if (Math.abs(to.length - from.length) > 1 && typed > meant) return 0;
  return (replaced(to, from) + transposed(to, from) + dropped(to, from) + added(to, from)) / 4;
}

/** Every figure that one slip of the fingers turns into this one. */
export function slipsTo(typed: number, decimals = 0): ReadonlySet<number> {
  const keys = typedAs(typed, decimals);
  const meant = new Set<number>();
  const take = (text: string | undefined): void => {
    const units = text === undefined ? undefined : unitsOf(text, decimals);
    // Beside a decimal point some keys make no other figure of it.
    if (units && units !== typed && (decimals === 0 || slipProbability(typed, units, decimals) > 0)) meant.add(units);
  };
  for (let at = 0; at <= keys.length; at++) {
    for (let digit = 0; digit < 10; digit++) {
      take(keys.slice(0, at) + String(digit) + keys.slice(at));
      if (at < keys.length) take(keys.slice(0, at) + String(digit) + keys.slice(at + 1));
    }
    if (decimals > 0) take(`${keys.slice(0, at)}.${keys.slice(at)}`);
    if (at < keys.length && keys.length > 1) take(without(keys, at));
    take(swapped(keys, at));
  }
  return meant;
}
