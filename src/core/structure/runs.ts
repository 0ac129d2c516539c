import { STEP, type Steps } from "../steps";
import type { Body } from "./Body";
import type { Outlooks } from "./outlook";

/** Rows without numbers are looked at one by one as long as they are few. */
const FEW = 40;

/** Whether a row and the one before it are alike: numbered one after the other, or not at all, and looking the same. */
function goesOn({ rows, signs, kinds }: Body, row: number): boolean {
  if (kinds[row - 1] !== kinds[row]) return false;
  const isInOrder = kinds[row] !== "number" || signs[row]!.ordinal.first === signs[row - 1]!.ordinal.value + 1;
  const [one, other] = [rows[row - 1]!, rows[row]!];
  return isInOrder && (one.bold ?? false) === (other.bold ?? false) && (one.indent ?? 0) === (other.indent ?? 0);
}

/** Rows that begin something, by what was said of sums: those they add up, and what comes after. */
function begunIn({ rows }: Body): ReadonlySet<number> {
  const begun = new Set<number>();
  for (const [row, { told }] of rows.entries()) {
    if (!told) continue;
    const parts = new Set(told);
    for (const place of [row, row + 1]) begun.add(place);
    for (const part of told) {
      if (!parts.has(part - 1)) begun.add(part);
      if (!parts.has(part + 1)) begun.add(part + 1);
    }
  }
  return begun;
}

/**
 * Where rows can be nothing but lines like the one before and after them, they are read together: by their first row, the last; 0 elsewhere.
 * A long table is read in a few steps so.
 */
export function* runsIn(body: Body, { isBelowItsParts, gain }: Outlooks): Steps<Uint32Array> {
  const { size, rows, signs, kinds } = body;
  const lastOf = new Uint32Array(size);
  const begun = begunIn(body);
  /** Whether a row may be read with those around it. */
  const isPlain = (row: number): boolean => {
    const { sum, leads } = signs[row]!;
    const { isFilled, adds, isAcross, says } = rows[row]!;
    return !sum && !leads && !adds && !isAcross && !says && (kinds[row] === "number" || (kinds[row] === "none" && isFilled));
  };
  for (let first = 0; first < size;) {
    let end = first;
    while (end + 1 < size && isPlain(end + 1) && !begun.has(end + 1) && goesOn(body, end + 1)) end++;
    const isNumbered = kinds[first] === "number";
    if (end - first > (isNumbered ? 2 : FEW)) {
      let start = first + 1;
      for (let row = first + 1; row < end; row++) {
        if (row % STEP === 0) yield;
        if (isNumbered || !(isBelowItsParts[row] || gain[row]! > 0)) continue;
        if (row - 1 > start) lastOf[start] = row - 1;
        start = row + 1;
      }
      if (end - 1 > start) lastOf[start] = end - 1;
    }
    first = end + 1;
  }
  return lastOf;
}
