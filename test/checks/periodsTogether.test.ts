import type { Table } from "../../src/core/figures/Table";
import { a1 } from "../../src/core/sheet/Address";
import { reportingPeriod, type PeriodKind } from "../../src/core/words/Period";
import { VOCABULARY } from "../../src/vocabulary/vocabulary";
import { checkOf, failsOf, HEADER, linesOf, sheetOf, tableIn, tally, TITLE, totalOf, verdictsOf, type Leaves } from "../fixtures/report";

const check = checkOf("periods-together");

function report(kind: PeriodKind, leaves: Leaves, unit = "UBND xã Phú Sơn"): Table {
  const fields: readonly (readonly [string, Leaves])[] = [["Hộ tịch", leaves]];
  const table = tableIn(sheetOf([...TITLE, ...HEADER, ...linesOf(fields), totalOf(fields)], kind));
  return { ...table, unit, period: { ...table.period!, period: reportingPeriod(kind, 2024) } };
}

// Carried over 4, 3, 2, 1; at the end 2 are left.
const QUARTERS = [
  report("quarter-1", [10, 5, 4, 10, 5, 1, 2, 1]),
  report("quarter-2", [20, 5, 3, 20, 5, 1, 1, 1]),
  report("quarter-3", [30, 5, 2, 30, 5, 1, 1, 0]),
  report("quarter-4", [40, 5, 1, 40, 3, 1, 2, 0]),
];
const RIGHT: Leaves = [100, 20, 4, 100, 18, 4, 2, 0];
const judged = (leaves: Leaves, quarters: readonly Table[] = QUARTERS) => {
  const year = report("year", leaves);
  return verdictsOf(check, year, { tables: [year, ...quarters], vocabulary: VOCABULARY });
};

it("a year is its quarters: added up, but for what it began and ended with", () => {
  const verdicts = judged(RIGHT);
  expect(failsOf(verdicts)).toEqual([]);
  expect(tally(verdicts).pass).toBeGreaterThanOrEqual(8);
});

it.each([
  ["added up", [101, 20, 4, 101, 18, 4, 2, 0], "hồ sơ tiếp nhận trực tuyến ở ô D8 là 101, còn cộng các kỳ trong đó (trang “quarter-1”, “quarter-2”, “quarter-3”, “quarter-4”) là 100"],
  ["what was carried over added up, too", [100, 20, 10, 106, 18, 4, 2, 0], "hồ sơ từ kỳ trước chuyển qua ở ô F8 là 10, còn kỳ đầu trong đó (trang “quarter-1”, “quarter-2”, “quarter-3”, “quarter-4”) là 4"],
  ["what is left added up, too", [104, 20, 4, 100, 18, 4, 6, 0], "hồ sơ đang giải quyết trong hạn ở ô L8 là 6, còn kỳ cuối trong đó"],
] as const)("%s is told", (_, leaves, said) => {
  const fails = failsOf(judged(leaves as unknown as Leaves));
  expect(fails.some(({ phrase }) => phrase.vi.includes(said))).toBe(true);
  expect(fails.every(({ others }) => others!.every(({ sheet }) => sheet.startsWith("quarter")))).toBe(true);
});

it("says nothing where a quarter is missing, told twice, or another unit's", () => {
  const wrong: Leaves = [999, 20, 4, 100, 18, 4, 2, 0];
  expect(judged(wrong, QUARTERS.slice(1))).toEqual([]);
  expect(judged(wrong, [...QUARTERS, QUARTERS[0]!])).toEqual([]);
  expect(judged(wrong, [...QUARTERS.slice(1), report("quarter-1", [10, 5, 4, 10, 5, 1, 2, 1], "UBND xã Nga Sơn")])).toEqual([]);
});

it("of what is left nothing is offered but the last quarter's figure, from either side", () => {
  const [fail] = failsOf(judged([100, 20, 4, 100, 18, 4, 6, 0])).filter(({ cells }) => a1(cells[0]) === "L8");
  expect(fail!.suggestions!.map(({ changes: [change] }) => `${change!.sheet ?? "year"}!${a1(change!.at)}`)).toEqual(["year!L8", "quarter-4!L8"]);
});
