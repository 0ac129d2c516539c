import { examine } from "../../src/core/examine";
import type { RowRun } from "../../src/core/figures/rowsTold";
import { allFindings } from "../../src/core/findings/Finding";
import { NOTHING_KEPT, withRows } from "../../src/core/justifications/Kept";
import { narrate } from "../../src/core/narrative/narrate";
import { a1 } from "../../src/core/sheet/Address";
import type { Sheet } from "../../src/core/sheet/Sheet";
import { LIBRARY } from "../../src/library";
import { VOCABULARY } from "../../src/vocabulary/vocabulary";
import { plainText } from "../../src/word/html";
import type { Cells } from "../fixtures/report";
import { addLeaves, checkOf, failsOf, rowOf, sheetOf, tableIn, verdictsOf } from "../fixtures/report";
import { HALF, linesWith, REST, UNCLEAR, unclearSheet } from "../fixtures/unclearRows";

const body = (...parts: readonly Cells[]) => tableIn(sheetOf(linesWith(parts)));
const told = (table: ReturnType<typeof body>) => failsOf(verdictsOf(checkOf("which-rows"), table)).map(({ cells, phrase }) => `${cells.map(a1).join()}: ${phrase.vi}`);

it("asks which rows are added up where most columns do not come out, and nothing is judged by it", () => {
  const table = body(rowOf("-", "Khai sinh", HALF), rowOf("-", "Kết hôn", addLeaves([REST, [3, 5, 2, 7, 4, 6, 3, 9]])));
  expect(told(table)).toEqual([expect.stringMatching(/^B6: Dòng 6 “Hộ tịch” .*7–8.*\? Số liệu của dòng chưa được đối chiếu\.$/)]);
  expect(failsOf(verdictsOf(checkOf("subtotal-of-section"), table))).toEqual([]);
});

it("asks nothing where a single figure is off, or all come out", () => {
  expect(told(body(rowOf("-", "Khai sinh", HALF), rowOf("-", "Kết hôn", REST)))).toEqual([]);
  expect(told(body(rowOf("-", "Khai sinh", HALF), rowOf("-", "Kết hôn", addLeaves([REST, [4, 0, 0, 0, 0, 0, 0, 0]]))))).toEqual([]);
  expect(told(body())).toEqual([]);
});

const answered = (sheet: Sheet, runs: readonly RowRun[]) => examine([sheet], LIBRARY, withRows(NOTHING_KEPT, `${sheet.name}|Hộ tịch`, runs));
const checksIn = async (sheet: Sheet, runs: readonly RowRun[]) =>
  allFindings((await answered(sheet, runs)).audit).map(({ severity, reasons: [{ check }], cells: [at] }) => `${severity} ${check} ${a1(at)}`);
const BELOW: readonly RowRun[] = [{ first: "Khai sinh", last: "Kết hôn", count: 2 }];

describe("the question which rows are added up", () => {
  it("offers what was read, and that the row is no sum", () => {
    const [fail] = failsOf(verdictsOf(checkOf("which-rows"), body(...UNCLEAR)));
    expect(fail!.rowsAsked).toMatchObject({ key: "II.06a|Hộ tịch", choices: [{ runs: BELOW }, { runs: [] }] });
    expect(fail!.rowsAsked!.choices.map(({ name }) => name.vi)).toEqual(["Tổng các dòng 7–8", "Không phải dòng tổng"]);
  });

  it("once answered, is asked no more: the sum is judged by the answer, but nothing is certain where most of it fails", async () => {
    const { audit } = await answered(unclearSheet(), BELOW);
    const found = allFindings(audit);
    expect(found.length).toBeGreaterThan(0);
    expect(found.filter(({ rowsAsked }) => rowsAsked)).toEqual([]);
    expect(found.flatMap(({ reasons }) => reasons.map(({ check }) => check))).toContain("subtotal-of-section");
    expect(found.flatMap(({ suggestions }) => suggestions).filter(({ sure }) => sure === "certain")).toEqual([]);
  });

  it("answered that it is no sum, leaves the rows below for what they tell of it", async () => {
    expect(await checksIn(unclearSheet(), [])).toEqual([]);
    const { audit } = await answered(unclearSheet(), []);
    const [{ table }] = audit.tables as [(typeof audit.tables)[0]];
    expect(table.sums.map(({ row, parts }) => `${row} = ${parts.join(" ")}`)).toEqual(["6 = 0 1 4 5"]);
    expect(plainText(narrate(table, { vocabulary: VOCABULARY, style: undefined, tables: [table], answers: new Map() }))).toContain("đã tiếp nhận trong kỳ báo cáo: 711");
  });

  it("keeps its answer when the table moves and rows are put in elsewhere", async () => {
    const moved = sheetOf([["Bản nháp"], [], ...linesWith(UNCLEAR).toSpliced(5, 0, rowOf("2", "Xây dựng", [0, 0, 0, 0, 0, 0, 0, 0]))]);
    expect(await checksIn(moved, [])).toEqual([]);
  });

  it.each([
    ["a row is put in between", [rowOf("-", "Nuôi con nuôi", [0, 0, 0, 0, 0, 0, 0, 0])]],
    ["one of the rows is gone", undefined],
  ])("is asked again where %s", async (_, more) => {
    const parts = more ? [UNCLEAR[0]!, ...more, UNCLEAR[1]!] : [UNCLEAR[0]!, rowOf("-", "Ly hôn", addLeaves([REST, [10, 9, 10, 7, 4, 6, 3, 9]]))];
    expect(await checksIn(sheetOf(linesWith(parts)), BELOW)).toEqual(["warning which-rows B6"]);
  });
});
