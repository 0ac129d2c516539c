import { writeBook } from "../../test/fixtures/book/writeBook";
import { makeTable } from "../layouts/makeTable";
import { rightOutcome, wrongOutcome } from "../layouts/outcomes";
import { plant, PLANTINGS } from "../layouts/plant";
import { chance } from "../localisation/chance";
import { tellCells } from "./sheets";
import type { Fault, Trial } from "./Trial";

/** A right table, and the same with one error planted, which is the only change there is to leave out. */
export function layoutTrial(seed: number): Trial {
  const draw = chance(seed + 5);
  const table = makeTable(seed, { fixed: { size: draw.pick(["small", "small", "usual"]) } });
  const planted = draw.shuffled([...PLANTINGS]).reduce<ReturnType<typeof plant>>((found, kind) => found ?? plant(table, kind, draw), undefined);
  const bookOf = (kept: readonly number[]) => (kept.length > 0 ? planted!.book : table.book);
  return {
    from: `${table.id}: ${table.layout.form}`,
    changes: planted ? [planted.kind] : [],
    judge: async (kept) => {
      const faults: Fault[] = [];
      if (kept.length === 0) {
        const { verdict, isChanged, certain } = await rightOutcome(table);
        if (verdict === "failed") faults.push({ kind: "crash", what: "the check of a right table" });
        if (verdict === "accused" || certain > 0) faults.push({ kind: "right things accused", what: verdict });
        if (isChanged) faults.push({ kind: "fix worsens", what: "changes a right table" });
        return faults;
      }
      const { verdict, certainWrong, isSpoiled } = await wrongOutcome(planted!);
      if (verdict === "failed") faults.push({ kind: "crash", what: `the check of a table with one error: ${planted!.kind}` });
      if (certainWrong > 0) faults.push({ kind: "certain and wrong", what: planted!.kind });
      if (isSpoiled) faults.push({ kind: "fix worsens", what: `a right cell changed: ${planted!.kind}` });
      // With its error left out the table is right, and must be met as such.
      return faults.length > 0 ? faults : layoutTrial(seed).judge([]);
    },
    tell: (kept) => tellCells(table.book, bookOf(kept)),
    file: (kept) => ({ name: "bang.xlsx", bytes: writeBook(bookOf(kept)) }),
  };
}
