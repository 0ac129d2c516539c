import { a1 } from "../../src/core/sheet/Address";
import type { Cell } from "../../src/core/sheet/Cell";
import { cellFromText } from "../fixtures/sheetFromText";
import { checkOf, failsOf, HEADER, rowOf, sheetOf, tableIn, tally, verdictsOf, type Cells } from "../fixtures/report";

const ratio = checkOf("percentage");
const NAMED = "Tỷ lệ giải quyết trước hạn (%) = (8)/(7)";
const UNNAMED = "Tỷ lệ giải quyết trước hạn (%)";

/** Phú Mỹ's total: 1.642 of 1.652 resolved early, 10 on time; 951 of 1.652 is 57,5666…%. */
function withPercentage(heading: string, printed: Cell) {
  const header = HEADER.map((line, index): Cells => (index === 0 ? [...line, "", "", heading] : line));
  const sheet = sheetOf([...header, rowOf("1", "Chứng thực", [1640, 12, 0, 1642, 10, 0, 0, 0]), rowOf("2", "Hộ tịch", [1652, 0, 0, 951, 600, 101, 0, 0])]);
  const rows = new Map(sheet.rows);
  rows.set(4, [...rows.get(4)!, printed]);
  return tableIn({ ...sheet, rows });
}

const judged = (heading: string, printed: Cell) => verdictsOf(ratio, withPercentage(heading, printed));
const percent = (number: number): Cell => ({ value: { kind: "number", number }, numberFormat: "0.00%" });

describe("a printed percentage", () => {
  it.each([
    ["in text", '"99,39%"'],
    ["in text with a point", '"99.39 %"'],
    ["as a number", "99.39"],
    ["to one digit", "99.4"],
    ["to no digit", "99"],
    ["unrounded", "99.3946731234867"],
  ])("is right %s", (_, written) => {
    expect(tally(judged(NAMED, cellFromText(written)))).toEqual({ pass: 1 });
  });

  it("is right as a fraction under a percent format", () => {
    expect(tally(judged(NAMED, percent(0.9939)))).toEqual({ pass: 1 });
    expect(tally(judged(NAMED, percent(1642 / 1652)))).toEqual({ pass: 1 });
  });

  it.each([
    ['"99,40%"', '"99,39%"'],
    ['"98.39 %"', '"99.39 %"'],
    ["93.99", "99.39"],
  ])("%s is wrong and should be %s", (written, expected) => {
    const [fail] = failsOf(judged(NAMED, cellFromText(written)));
    expect(a1(fail!.cells[0])).toBe("N5".replace("N", "N"));
    expect(fail!.severity).toBe("error");
    expect(fail!.suggestions![0]!.changes[0]!.to).toEqual(cellFromText(expected).value);
  });

  it("that was cut off instead of rounded is only worth knowing", () => {
    const table = withPercentage(NAMED, cellFromText("99.39"));
    const column = table.percentages[0]!;
    const cut = { ...table, percentages: [{ ...column, cells: new Map([[5, cellFromText('"57,56%"')]]) }] };
    const [fail] = failsOf(verdictsOf(ratio, cut));
    expect(fail!.severity).toBe("info");
    expect(fail!.phrase.vi).toMatch(/951\/1\.652 là 57,57% \(số đã bị cắt, không làm tròn\)/);
  });

  it.each([
    ["under a percent format", percent(951 / 1652)],
    ["in hundredths", cellFromText(String((951 / 1652) * 100))],
  ])("that Excel divided and nobody rounded is right %s", (_, cell) => {
    const table = withPercentage(NAMED, cellFromText("99.39"));
    const column = table.percentages[0]!;
    expect(tally(verdictsOf(ratio, { ...table, percentages: [{ ...column, cells: new Map([[5, cell]]) }] }))).toEqual({ pass: 1 });
  });

  it("under a heading that names no formula may follow another, and is otherwise a question", () => {
    expect(tally(judged(UNNAMED, cellFromText("100")))).toEqual({ pass: 1 });
    expect(failsOf(judged(NAMED, cellFromText("100")))).toHaveLength(1);
    expect(failsOf(judged(UNNAMED, cellFromText("93.99"))).map(({ severity }) => severity)).toEqual(["warning"]);
  });

  it.each(["không", "-5", '"99,39/100"'])("written %s is not judged", (written) => {
    expect(tally(judged(NAMED, cellFromText(written)))).toEqual({ skip: 1 });
  });

  it("that is blank is not counted", () => expect(judged(NAMED, { value: { kind: "blank" } })).toEqual([]));

  it("of nothing is not judged", () => {
    const header = HEADER.map((line, index): Cells => (index === 0 ? [...line, "", "", NAMED] : line));
    const table = tableIn(sheetOf([...header, [...rowOf("1", "Hộ tịch", [0, 0, 0, 0, 0, 0, 0, 0]), "0"]]));
    expect(tally(verdictsOf(ratio, table))).toEqual({ skip: 1 });
  });
});
