import type { Table } from "../../src/core/figures/Table";
import { a1 } from "../../src/core/sheet/Address";
import { parsePeriod } from "../../src/core/words/Period";
import { VOCABULARY } from "../../src/vocabulary/vocabulary";
import { checkOf, failsOf, linesOf, reportWith, sheetOf, tableIn, tally, TITLE, HEADER, totalOf, verdictsOf, type Leaves } from "../fixtures/report";

const check = checkOf("units-own");
const UNITS: readonly (readonly [string, Leaves])[] = [
  ["UBND xã Phú Sơn", [533, 136, 42, 560, 73, 16, 53, 9]],
  ["UBND xã Nga Sơn", [10, 5, 0, 9, 3, 0, 3, 0]],
];
const together: Table = { ...tableIn(sheetOf([...TITLE, ...HEADER, ...linesOf(UNITS), totalOf(UNITS)], "Tổng hợp")), unit: "UBND tỉnh" };
const own = (cells: Readonly<Record<string, string>> = {}, unit = "UBND xã Phú Sơn"): Table => ({ ...reportWith(cells), sheet: "Phú Sơn", unit });
const judged = (...tables: readonly Table[]) => verdictsOf(check, together, { tables: [together, ...tables], vocabulary: VOCABULARY });

it("a unit's row agrees with the sheet of that unit, quantity by quantity", () => {
  expect(tally(judged(own()))).toEqual({ pass: 11 });
});

it("what differs is told once, with both cells, and mended from either side", () => {
  const [fail, ...others] = failsOf(judged(own({ C11: "712" })));
  expect(others).toEqual([]);
  expect(fail!.phrase.vi).toBe("“UBND xã Phú Sơn”: hồ sơ tiếp nhận ở ô C7 là 711, còn biểu của đơn vị (trang “Phú Sơn”, ô C11) ghi là 712.");
  expect(fail!.others!.map(({ sheet, at }) => `${sheet}!${a1(at)}`)).toEqual(["Phú Sơn!C11"]);
  expect(fail!.suggestions!.map(({ sure, changes: [change] }) => `${sure} ${change!.sheet ?? "Tổng hợp"}!${a1(change!.at)}`)).toEqual(["possible Tổng hợp!C7", "possible Phú Sơn!C11"]);
});

it.each([
  ["another unit's sheet", own({ C11: "712" }, "UBND xã Hà Long")],
  ["a sheet of another period", { ...own({ C11: "712" }), period: { period: parsePeriod("15/3/2024 - 14/6/2024")!, at: { row: 1, column: 2 }, text: "" } }],
  ["the same unit, as in two copies of one report", own({ C11: "712" }, "UBND tỉnh")],
])("%s says nothing of it", (_, table) => {
  expect(judged(table)).toEqual([]);
});

it("of two sheets of one unit neither is taken", () => {
  expect(judged(own({ C11: "712" }), own())).toEqual([]);
});
