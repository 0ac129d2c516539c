import { ONE } from "./Amount";

/** Whether one count may have been typed for the other: one digit changed, left out, doubled or put in, or two neighbours changed over. Both in ten-thousandths. */
export function isSlip(one: number, other: number): boolean {
  if (one === other || one < 0 || other < 0 || one % ONE !== 0 || other % ONE !== 0) return false;
  const [short, long] = [String(one / ONE), String(other / ONE)].sort((first, second) => first.length - second.length);
  if (long!.length - short!.length > 1) return false;
  let from = 0;
  while (from < short!.length && short![from] === long![from]) from++;
  let [shortEnd, longEnd] = [short!.length, long!.length];
  while (shortEnd > from && longEnd > from && short![shortEnd - 1] === long![longEnd - 1]) {
    shortEnd--;
    longEnd--;
  }
  if (longEnd - from <= 1) return true;
  return longEnd - from === 2 && shortEnd - from === 2 && short![from] === long![from + 1] && short![from + 1] === long![from];
}
