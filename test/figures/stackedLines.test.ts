import { cellFromText } from "../fixtures/sheetFromText";
import { FIELDS, HEADER, linesOf, sheetOf, tableIn, TITLE, totalOf, type Cells } from "../fixtures/report";
import { namesIn, stackedCounts } from "../../src/core/figures/stackedLines";
import type { TableRow } from "../../src/core/figures/Table";

const counts = (text: string) => stackedCounts({ value: { kind: "text", text } });

describe("the counts that stand one under the other in a cell", () => {
  it.each<readonly [string, readonly number[] | undefined]>([
    ["12\n15", [12, 15]],
    ["12\r\n15\r\n", [12, 15]],
    [" 1.652 \v 08", [1652, 8]],
    ["3\n-\n0", [3, 0, 0]],
    ["12\n\n15", [12, 15]],
    ["12", undefined],
    ["12\n", undefined],
    ["12 15", undefined],
    ["12\nhồ sơ", undefined],
    ["12\n-3", undefined],
    ["", undefined],
  ])("%j: %j", (text, expected) => {
    expect(counts(text)).toEqual(expected);
  });

  it("are not looked for in a formula's result", () => {
    expect(stackedCounts({ ...cellFromText("=A1 -> 12"), value: { kind: "text", text: "12\n15" } })).toBeUndefined();
  });
});

/** The third row of a table with these cells in columns (3) to (13). */
function rowWith(cells: Readonly<Record<number, string>>, label = "Đất đai\nBảo trợ xã hội"): TableRow {
  const row: Cells = ["3\n4", label, ...Array.from({ length: 11 }, (_, index) => cells[index + 3] ?? "0")];
  return tableIn(sheetOf([...TITLE, ...HEADER, ...linesOf(FIELDS.slice(0, 2)), row, totalOf()])).rows[2]!;
}

const read = ({ figures }: TableRow): readonly string[] => figures.map(({ reading }) => (reading.kind === "figure" ? `${reading.units} ${reading.notation}` : reading.kind));

describe("a row whose cells hold several counts", () => {
  it("counts for all its lines together, and is a line of the table", () => {
    const row = rowWith({ 3: '"150\n46"', 4: '"150\n46"' });
    expect(row.kind).toBe("line");
    expect(read(row).slice(0, 3)).toEqual(["196 stacked", "196 stacked", "0 number"]);
    expect(namesIn(row)).toEqual(["Đất đai", "Bảo trợ xã hội"]);
  });

  it.each<readonly [string, Readonly<Record<number, string>>]>([
    ["only one cell does: it may be anything", { 3: '"12\n15"' }],
    ["they hold different numbers of counts", { 3: '"12\n15"', 4: '"5\n6\n7"' }],
    ["all look like a number cut by a line break", { 3: '"1\n652"', 4: '"12\n640"' }],
  ])("stays unreadable where %s", (_, cells) => {
    expect(read(rowWith(cells))[0]).toBe("unreadable");
  });

  it("is two rows where one cell shows that the others are not cut: 1 over 652 beside 0 over 12", () => {
    expect(read(rowWith({ 3: '"1\n652"', 4: '"0\n12"' })).slice(0, 2)).toEqual(["653 stacked", "12 stacked"]);
  });

  it("has the name it has, where that does not fall into as many lines", () => {
    expect(namesIn(rowWith({ 3: '"12\n15"', 4: '"12\n15"' }, "Đất đai, môi trường"))).toEqual(["Đất đai, môi trường"]);
  });
});

it("a name that runs over two lines is one name", () => {
  expect(namesIn(rowWith({ 3: "12", 4: "12" }, "Lĩnh vực\nđất đai"))).toEqual(["Lĩnh vực đất đai"]);
});
