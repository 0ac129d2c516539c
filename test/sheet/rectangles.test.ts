import fc from "fast-check";
import { a1Range, contains, parseA1, type Position } from "../../src/core/sheet/Address";
import { rectanglesOf } from "../../src/core/sheet/rectangles";

const of = (...cells: readonly string[]) => rectanglesOf(cells.map((cell) => parseA1(cell)!)).map(a1Range);

describe("rectangles over marked cells", () => {
  it("join neighbours across and down", () => {
    expect(of("B2", "B3", "A2", "A3")).toEqual(["A2:B3"]);
    expect(of("A1", "A3")).toEqual(["A1", "A3"]);
    expect(of("A1", "B2")).toEqual(["A1", "B2"]);
    expect(of()).toEqual([]);
    expect(of("D1", "E1", "D2", "E2", "D3", "E3", "D2")).toEqual(["D1:E3"]);
  });

  it("keep a row's end apart from the next row's beginning", () => {
    expect(of("XFD1", "A2")).toEqual(["XFD1", "A2"]);
  });

  it("cover each cell once and no other, in whatever order the cells come", () => {
    const cell = fc.record({ row: fc.nat(6), column: fc.nat(6) });
    fc.assert(
      fc.property(fc.array(cell, { maxLength: 40 }), (cells: readonly Position[]) => {
        const rectangles = rectanglesOf(cells);
        for (let row = 0; row <= 7; row++) {
          for (let column = 0; column <= 7; column++) {
            const times = rectangles.filter((each) => contains(each, { row, column })).length;
            expect(times).toBe(cells.some((each) => each.row === row && each.column === column) ? 1 : 0);
          }
        }
      }),
    );
  });
});
