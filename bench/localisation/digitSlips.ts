import type { Chance } from "./chance";

export type DigitSlip = "digit_replace" | "digit_transpose" | "digit_drop" | "digit_add";

export const DIGIT_SLIPS: readonly DigitSlip[] = ["digit_replace", "digit_transpose", "digit_drop", "digit_add"];

const ROW = "1234567890";
const PAD: Readonly<Record<string, string>> = { 0: "12", 1: "024", 2: "0135", 3: "26", 4: "157", 5: "2468", 6: "359", 7: "48", 8: "579", 9: "68" };
const DIGITS = [..."0123456789"];

/** The keys beside a digit, on the top row of the keyboard or on the number pad. */
function neighbours(digit: string, draw: Chance): readonly string[] {
  if (draw.hit(0.5)) return [...PAD[digit]!];
  const at = ROW.indexOf(digit);
  return [ROW[at - 1], ROW[at + 1]].filter((key) => key !== undefined);
}

function slip(kind: DigitSlip, digits: string, draw: Chance): string {
  const at = draw.whole(0, digits.length - 1);
  const [before, here, after] = [digits.slice(0, at), digits[at]!, digits.slice(at + 1)];
  switch (kind) {
    case "digit_replace":
      return before + (draw.hit(0.6) ? draw.pick(neighbours(here, draw)) : draw.pick(DIGITS)) + after;
    case "digit_transpose":
      return after === "" ? digits : before + after[0]! + here + after.slice(1);
    case "digit_drop":
      return before + after;
    case "digit_add":
      return before + here + (draw.hit(0.5) ? here : draw.pick(DIGITS)) + after;
  }
}

/** A number typed with one slip of this kind: another whole number without a leading zero; nothing where none came out. */
export function typedWithSlip(kind: DigitSlip, value: number, draw: Chance): number | undefined {
  for (let attempt = 0; attempt < 20; attempt++) {
    const typed = slip(kind, String(value), draw);
    if (typed !== "" && typed !== String(value) && (typed === "0" || !typed.startsWith("0"))) return Number(typed);
  }
  return undefined;
}
