import { ordinals } from "../../src/core/checks/ordinals";
import { a1 } from "../../src/core/sheet/Address";
import type { Table } from "../../src/core/figures/Table";
import { formWith, tableWith } from "../fixtures/tableWith";

const FORM = formWith([{ key: "unit", header: "Nội dung", kind: "label" }, { key: "points", header: "Điểm", kind: { unit: "điểm" } }], []);

/** What is told of rows by their ordinals, each named after its place unless a name is given. */
const told = (...rows: readonly (string | readonly [ordinal: string, name: string])[]): readonly string[] => {
  const read = rows.map((row, index) => (typeof row === "string" ? ([row, `Dòng ${index + 1}`] as const) : row));
  const made = tableWith(FORM, read.map(([, name]) => [name, { points: 1 }]));
  const table: Table = { ...made, rows: made.rows.map((row, index) => ({ ...row, ordinal: read[index]![0] })) };
  return [...ordinals.judge(table, { tables: [table], answers: new Map() })].flatMap((verdict) => (verdict.kind === "fail" ? verdict.cells.map(a1).join(" ") : []));
};

describe("numbers of rows", () => {
  it("are told where one stands twice under a heading", () => expect(told("9.3", "9.3.1", "9.3.2", "9.3.2", "9.3.3")).toEqual(["A13 A12"]));
  it("may begin anew in another section", () => expect(told("I", "1", "1.1", "1.2", "II", "1", "1.1", "1.2")).toEqual([]));
  it("may begin anew under a line that is numbered anew", () => expect(told("1", "1.1", "1.2", "1", "1.1")).toEqual([]));
  it("are told once where a heading stands twice, not for all below it", () => expect(told("1.4", "1.4.1", "1.4.2", "1.4", "1.4.1", "1.4.2")).toEqual(["A13 A10"]));
  it("may stand again where the row itself is repeated", () => expect(told(["1.1", "Đất đai"], ["1.1", "Đất đai"])).toEqual([]));
  it("without dots count nothing by themselves", () => expect(told("1", "2", "1", "2")).toEqual([]));
});
