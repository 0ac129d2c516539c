import type { Steps } from "../steps";
import { readFormula } from "./readFormula";
import { columnsOf, type Sheet } from "./Sheet";

/** Whether any result on the sheet may change when another sheet does: by its name, that of a table or of cells there, or by INDIRECT and the like. */
export function* dependsOnOthers({ rows, name, names }: Sheet): Steps<boolean> {
  for (const [row, line] of rows) {
    yield;
    for (const column of columnsOf(line)) {
      const formula = line[column]?.formula;
      if (formula === undefined) continue;
      const { reads, readsUnknown, readsWorkbook } = readFormula(formula, { at: { row, column }, sheet: name, ...(names ? { names } : {}) });
      if (readsUnknown || readsWorkbook || reads.some(({ sheet }) => sheet !== undefined)) return true;
    }
  }
  return false;
}
