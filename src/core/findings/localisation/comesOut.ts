import { STEP, type Steps } from "../../steps";
import type { Problem } from "./Problem";

/** Whether nothing speaks against a table: every sum comes out, every statement agrees, and every cell is what it reads as. */
export function* comesOut({ sums, counts, added, facts, oddBlanks }: Problem): Steps<boolean> {
  if (oddBlanks.length > 0 || facts.some(({ cell, fact }) => counts[cell] !== fact.count)) return false;
  for (const [index, { total, parts }] of sums.entries()) {
    if (index % STEP === STEP - 1) yield;
    if (parts.reduce((rest, part) => rest - counts[part]!, counts[total]!) !== 0) return false;
  }
  return added.every((thousandths, cell) => thousandths === counts[cell]! * 1000);
}
