import type { Steps } from "../steps";
import type { Sheet } from "./Sheet";

/** Texts in quotes are no references; sheet names in apostrophes keep their "!" behind them. */
const QUOTED = /"[^"]*"/g;
/** Names, functions with their bracket, and references. */
const WORDS = /[\p{L}_\\$][\p{L}\p{N}_.$]*\(?/gu;
/** References, truth values and functions, but for those that make a reference of a text or a distance. */
const LOCAL = /^(?:\$?[A-Z]{1,3}\$?\d*|\$\d+|TRUE|FALSE|(?!INDIRECT|OFFSET)[A-Z][A-Z0-9.]*\()$/i;

/** Whether a formula may take figures from outside its sheet: by another sheet's name, a table, a defined name, or INDIRECT. */
export function refersElsewhere(formula: string): boolean {
  const plain = formula.includes('"') ? formula.replace(QUOTED, "") : formula;
  return /[![]/.test(plain) || (plain.match(WORDS) ?? []).some((word) => !LOCAL.test(word));
}

/** Whether any result on the sheet may change when another sheet does. */
export function* dependsOnOthers(sheet: Sheet): Steps<boolean> {
  for (const line of sheet.rows.values()) {
    yield;
    for (const cell of line) if (cell?.formula !== undefined && refersElsewhere(cell.formula)) return true;
  }
  return false;
}
