import { mended } from "../fixtures/atOnce";
import { parseA1, positionKey } from "../../src/core/sheet/Address";
import { numberValue } from "../../src/core/sheet/Cell";
import { meantUnits } from "../../src/core/figures/Reading";
import type { Figure, Table } from "../../src/core/figures/Table";
import { inTenths } from "../fixtures/inTenths";
import { liveWith } from "../fixtures/report";

const at = (cell: string) => positionKey(parseA1(cell)!);
const read = (table: Table, ...cells: readonly string[]) =>
  cells.map((cell) => meantUnits(table.rows.flatMap(({ figures }) => figures).find((figure) => positionKey(figure.at) === at(cell))!.reading));

describe("a table judged as if cells were mended", () => {
  it("works out the live sums over a mended count", () => {
    const table = mended(liveWith(), new Map([[at("D8"), { count: 220 }]]));
    expect(read(table, "D8", "C8", "D11", "C11", "C7", "G8")).toEqual([220, 255, 633, 811, 360, 150]);
  });

  it("works out a mended formula", () => {
    const table = mended(liveWith({ C11: "=SUM(C7:C9) -> 665" }), new Map([[at("C11"), { formula: "=SUM(C7:C10)" }]]));
    expect(read(table, "C11")).toEqual([711]);
  });

  it("keeps stale results that do not rest on a mended cell", () => {
    const table = mended(liveWith({ C7: "=D7+E7+F7 -> 999" }), new Map([[at("D8"), { count: 220 }]]));
    expect(read(table, "C7", "C11")).toEqual([999, 999 + 255 + 150 + 46]);
  });

  it("keeps formulas of other shapes and circles as they show", () => {
    const table = mended(liveWith({ C8: "=MAX(D8) -> 155", C9: "=C9+D9 -> 150" }), new Map([[at("D8"), { count: 220 }], [at("D9"), { count: 90 }]]));
    expect(read(table, "C8")).toEqual([155]);
    expect(read(table, "D9", "D11")).toEqual([90, 643]);
  });

  it("follows sums of sums however deep they go", () => {
    const lines = 40_000;
    const [report, first] = [liveWith(), liveWith().rows[0]!];
    const figureAt = (row: number): Figure => ({ ...first.figures[1]!, at: { row, column: 3 }, cell: { value: { kind: "number", number: 0 }, ...(row > 0 ? { formula: `=D${row}` } : {}) } });
    const rows = Array.from({ length: lines }, (_, row) => ({ ...first, row, figures: first.figures.map((figure, index) => (index === 1 ? figureAt(row) : { ...figure, at: { ...figure.at, row } })) }));
    const table = mended({ ...report, rows }, new Map([[at("D1"), { count: 7 }]]));
    expect(meantUnits(table.rows.at(-1)!.figures[1]!.reading)).toBe(7);
  });

  it("works out decimals as they are shown, in units of their column", () => {
    const table = mended(inTenths(liveWith({ D8: "1.8", E8: "17.4", F8: "0.1", C8: "=D8+E8+F8 -> 19.3" })), new Map([[at("D8"), { value: numberValue(2.3) }], [at("F8"), { count: 5 }]]));
    // 23 and 174 and 5 tenths; the total with 360, 150 and 46.
    expect(read(table, "D8", "F8", "C8", "C11")).toEqual([23, 5, 202, 5762]);
  });

  it("is the same table when nothing is mended", () => {
    const table = liveWith();
    expect(mended(table, new Map())).toBe(table);
  });
});
