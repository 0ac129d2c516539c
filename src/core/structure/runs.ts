import { STEP, type Steps } from "../steps";
import { kindOf, type Body } from "./Body";
import { mayBeSum } from "./outlook";
import { follows } from "./readOrdinal";

/** Rows without numbers are looked at one by one as long as they are few. */
const FEW = 40;

/** Whether a row and the one before it are alike: numbered one after the other, or not at all, and looking the same. */
function goesOn({ rows, signs }: Body, row: number): boolean {
  const [before, own] = [signs[row - 1]!, signs[row]!];
  if (before.ordinal.kind !== own.ordinal.kind) return false;
  const isInOrder = own.ordinal.kind === "number" ? own.ordinal.first === before.ordinal.value + 1 : kindOf(before) === "none" && kindOf(own) === "none" ? true : own.ordinal.kind !== "mark" && follows(before.ordinal.value, own.ordinal);
  const [one, other] = [rows[row - 1]!, rows[row]!];
  return isInOrder && (one.bold ?? false) === (other.bold ?? false) && (one.indent ?? 0) === (other.indent ?? 0);
}

/**
 * Where rows can be nothing but lines like the one before and after them, they are read together: by their first row, the last; 0 elsewhere.
 * A long table is read in a few steps so.
 */
export function* runsIn(body: Body): Steps<Uint32Array> {
  const { size, rows, signs } = body;
  const lastOf = new Uint32Array(size);
  /** Whether a row may be read with those around it. */
  const isPlain = (row: number): boolean => {
    const { sum, leads, isNote, ordinal: { kind } } = signs[row]!;
    const { isFilled, adds, isAcross, says } = rows[row]!;
    return !sum && !leads && !adds && !isAcross && !says && (isFilled || kind === "number") && !(isNote && !isFilled) && (kind === "number" || (kind === "none" && isFilled));
  };
  for (let first = 0; first < size; ) {
    let end = first;
    while (end + 1 < size && isPlain(end + 1) && goesOn(body, end + 1)) end++;
    const isNumbered = signs[first]!.ordinal.kind === "number";
    if (end - first > (isNumbered ? 2 : FEW)) {
      let start = first + 1;
      for (let row = first + 1; row < end; row++) {
        if (row % STEP === 0) yield;
        if (isNumbered || !mayBeSum(body, row)) continue;
        if (row - 1 > start) lastOf[start] = row - 1;
        start = row + 1;
      }
      if (end - 1 > start) lastOf[start] = end - 1;
    }
    first = end + 1;
  }
  return lastOf;
}
