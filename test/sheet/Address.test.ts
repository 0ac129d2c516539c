import fc from "fast-check";
import { a1, a1Range, columnLetters, contains, LAST_COLUMN, LAST_ROW, parseA1, parseA1Range, positionKey } from "../../src/core/sheet/Address";

describe("a column", () => {
  it.each([
    [0, "A"],
    [25, "Z"],
    [26, "AA"],
    [51, "AZ"],
    [52, "BA"],
    [701, "ZZ"],
    [702, "AAA"],
    [LAST_COLUMN, "XFD"],
  ])("%d is %s", (column, letters) => {
    expect(columnLetters(column)).toBe(letters);
  });
});

describe("a cell's address", () => {
  const position = fc.record({ row: fc.integer({ min: 0, max: LAST_ROW }), column: fc.integer({ min: 0, max: LAST_COLUMN }) });

  it("reads back as written, anywhere on the grid", () => {
    fc.assert(fc.property(position, (at) => expect(parseA1(a1(at))).toEqual(at)));
  });

  it("has a key of its own", () => {
    fc.assert(fc.property(position, position, (one, other) => expect(positionKey(one) === positionKey(other)).toBe(a1(one) === a1(other))));
  });

  it("may hold dollars and small letters", () => {
    expect(parseA1("$d$15")).toEqual({ row: 14, column: 3 });
    expect(parseA1("D$15")).toEqual({ row: 14, column: 3 });
  });

  it.each(["", "D", "15", "D0", "A01", "XFE1", "A1048577", "ABCD1", "A1:B2", " A1", "A-1", "Sheet1!A1"])("%j is none", (text) => {
    expect(parseA1(text)).toBeUndefined();
  });
});

describe("a range", () => {
  it("of one cell is written as the cell", () => {
    expect(a1Range({ top: 7, left: 0, bottom: 7, right: 0 })).toBe("A8");
    expect(parseA1Range("A8")).toEqual({ top: 7, left: 0, bottom: 7, right: 0 });
  });

  it("may be read from any two corners", () => {
    const expected = { top: 7, left: 0, bottom: 19, right: 12 };
    for (const text of ["A8:M20", "M20:A8", "M8:A20", "$A$8:$M$20"]) expect(parseA1Range(text)).toEqual(expected);
    expect(a1Range(expected)).toBe("A8:M20");
  });

  it.each(["A8:", ":A8", "A:C", "8:20", "A8:M"])("%j is none", (text) => {
    expect(parseA1Range(text)).toBeUndefined();
  });

  it("contains its edges and nothing beyond them", () => {
    const block = { top: 1, left: 1, bottom: 3, right: 2 };
    expect([{ row: 1, column: 1 }, { row: 3, column: 2 }].every((at) => contains(block, at))).toBe(true);
    expect([{ row: 0, column: 1 }, { row: 4, column: 1 }, { row: 1, column: 0 }, { row: 1, column: 3 }].some((at) => contains(block, at))).toBe(false);
  });
});
