import { makeTable } from "../../bench/layouts/makeTable";
import { rightOutcome } from "../../bench/layouts/outcomes";

/** Many layouts in little time: no long table among them. */
const LAYOUTS = 60;
const FIRST = 40_000;

describe("right tables, however laid out", () => {
  it("are never accused, and nothing in them is changed", async () => {
    const wrong: string[] = [];
    for (let seed = FIRST; seed < FIRST + LAYOUTS; seed++) {
      const { verdict, isChanged, certain } = await rightOutcome(makeTable(seed, { fixed: { size: "small" } }));
      if (verdict === "accused" || verdict === "failed" || isChanged || certain > 0) wrong.push(`${seed}: ${verdict}`);
    }
    expect(wrong).toEqual([]);
  });

  it("were accused once, and are no more: a section's sum that reads as the table's, above another section", async () => {
    const { verdict, isChanged } = await rightOutcome(makeTable(81_230_243_690));
    expect([verdict, isChanged]).toEqual(["passed", false]);
  });
});
