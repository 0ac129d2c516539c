import { besides, type Table } from "../../src/core/figures/Table";
import { a1 } from "../../src/core/sheet/Address";
import { parsePeriod } from "../../src/core/words/Period";
import { VOCABULARY } from "../../src/vocabulary/vocabulary";
import { addLeaves, checkOf, failsOf, FIELDS, HEADER, linesOf, sheetOf, tableIn, tally, TITLE, totalOf, verdictsOf, type Leaves } from "../fixtures/report";

const check = checkOf("units-together");

type Fields = readonly (readonly [string, Leaves])[];

const report = (fields: Fields, sheet: string, unit: string): Table => ({ ...tableIn(sheetOf([...TITLE, ...HEADER, ...linesOf(fields), totalOf(fields)], sheet)), unit });
const OTHERS: Fields = [["Lĩnh vực Hộ tịch", [7, 1, 2, 6, 1, 1, 2, 0]], ["Đất đai", [3, 2, 1, 2, 2, 0, 2, 0]]];
const ofUnits = (others: Fields = OTHERS): readonly Table[] => [
  ...besides([report(FIELDS, "II.06a", "UBND xã An Phú")], "an-phu.xlsx"),
  ...besides([report(others, "II.06a", "UBND xã Hòa Bình")], "hoa-binh.xlsx"),
];

/** The fields of both, added up. */
const TOGETHER: Fields = FIELDS.map(([label, leaves]) => [label, addLeaves([leaves, ...OTHERS.filter(([name]) => name.endsWith(label)).map(([, each]) => each)])]);
const judged = (fields: Fields, units: readonly Table[]) => {
  const table = report(fields, "II.06b", "UBND huyện");
  return verdictsOf(check, table, { tables: [table], units, vocabulary: VOCABULARY });
};
/** Its fields, and nothing typed. */
const blank: Table = { ...tableIn(sheetOf([...TITLE, ...HEADER, ...FIELDS.map(([label], index) => [String(index + 1), label])])), unit: "UBND xã Tân Lập" };
const moved = (fields: Fields, at: number): Fields => fields.map(([label, leaves], index) => [label, index === at ? (leaves.with(0, leaves[0] + 5) as unknown as Leaves) : leaves]);

it("an aggregate is what its units' forms add up to, field by field", () => {
  expect(tally(judged(TOGETHER, ofUnits()))).toEqual({ pass: 44 });
});

it("a field that differs is told, and none of the other workbooks is to be changed", () => {
  const fails = failsOf(judged(moved(TOGETHER, 2), ofUnits()));
  expect(fails.map(({ cells }) => a1(cells[0]))).toEqual(expect.arrayContaining(["C9", "D9"]));
  expect(fails[0]!.phrase.vi).toMatch(/^“Đất đai”: hồ sơ tiếp nhận ở ô C9 là 161, còn tổng ở biểu của 2 đơn vị là 156\.$/);
  expect(fails[0]!.others!.map(({ sheet, at }) => `${sheet}!${a1(at)}`)).toEqual(["[an-phu.xlsx]II.06a!C9", "[hoa-binh.xlsx]II.06a!C8"]);
  expect(fails.flatMap(({ suggestions = [] }) => suggestions)).toEqual([]);
});

it("where a unit names a field otherwise only the total is held against it", () => {
  const renamed: Fields = [["Hộ tịch, quốc tịch", OTHERS[0]![1]], OTHERS[1]!];
  expect(tally(judged(TOGETHER, ofUnits(renamed)))).toEqual({ pass: 11 });
  expect(new Set(failsOf(judged(moved(TOGETHER, 0), ofUnits(renamed))).map(({ cells }) => cells[0].row + 1))).toEqual(new Set([11]));
});

it.each([
  ["a unit that is there twice", [...ofUnits(), ...ofUnits()]],
  ["forms of another period", ofUnits().map((table) => ({ ...table, period: { period: parsePeriod("15/3/2024 - 14/6/2024")!, at: { row: 1, column: 2 }, text: "" } }))],
  ["forms that name no unit", ofUnits().map(({ unit: _, ...table }) => table)],
  ["a form that nobody filled in", [...ofUnits(), ...besides([blank], "tan-lap.xlsx")]],
  ["no forms", []],
])("nothing is said of %s", (_, units) => {
  expect(judged(moved(TOGETHER, 0), units)).toEqual([]);
});
