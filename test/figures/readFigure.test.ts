import { numberValue, textValue, type Cell } from "../../src/core/sheet/Cell";
import { readFigure } from "../../src/core/figures/readFigure";
import { meantUnits } from "../../src/core/figures/Reading";

const text = (written: string): Cell => ({ value: textValue(written) });
const number = (typed: number): Cell => ({ value: numberValue(typed) });
const readCount = (cell: Cell) => readFigure(cell, { kind: { unit: "hồ sơ" } });

describe("a count in a text", () => {
  it.each([
    ["949", 949, "plain-text"],
    ["0", 0, "plain-text"],
    ["08", 8, "padded-text"],
    ["00", 0, "padded-text"],
    ["1.652", 1652, "grouped-text"],
    ["1,652", 1652, "grouped-text"],
    ["1 652", 1652, "grouped-text"],
    ["1\u00a0652", 1652, "grouped-text"],
    ["1\u202f652", 1652, "grouped-text"],
    ["1.234.567", 1234567, "grouped-text"],
    ["  1.652 ", 1652, "grouped-text"],
    ["\u00a042\u00a0", 42, "hidden"],
    ["'42", 42, "plain-text"],
    ["12 hồ sơ", 12, "text-with-unit"],
    ["07 hồ sơ.", 7, "text-with-unit"],
    ["1.652 hồ sơ", 1652, "text-with-unit"],
    ["12 hồ sơ".normalize("NFD"), 12, "text-with-unit"],
    ["3HS", 3, "text-with-unit"],
    ["3 bộ", 3, "text-with-unit"],
    ["-", 0, "dash"],
    ["–", 0, "dash"],
    ["--", 0, "dash"],
    ["-3", -3, "plain-text"],
    ["12,0", 12, "plain-text"],
    ["7200.00", 7200, "plain-text"],
    ["7.200,00", 7200, "grouped-text"],
    ["−1.652", -1652, "grouped-text"],
  ] as const)("%j means %d", (written, count, notation) => {
    expect(readCount(text(written))).toEqual({ kind: "figure", units: count, notation });
  });

  it.each(["1.65", "57,5", "1.6520", "3,14"])("%j is a fraction, which no number of files is", (written) => {
    expect(readCount(text(written))).toEqual({ kind: "unreadable", why: "fraction" });
  });

  it.each(["chưa rõ", "1.652,5", "12 người", "1.652.1", "1.652,100", "(5)", "5+3", "9007199254740993", "-chưa", "12/3"])("%j is no count", (written) => {
    expect(readCount(text(written)).kind).toBe("unreadable");
  });

  it("nothing but spaces is a blank, as it looks", () => {
    expect(readCount(text(" \u00a0 "))).toEqual({ kind: "blank" });
  });
});

describe("a count in a number", () => {
  it.each([
    [0, 0],
    [12, 12],
    [123_456, 123_456],
    [-3, -3],
  ])("%d is itself", (typed, count) => {
    expect(readCount(number(typed))).toEqual({ kind: "figure", units: count, notation: "number" });
  });

  it.each([
    [1.652, 1652],
    [1.64, 1640],
    [1.1, 1100],
    [12.345, 12_345],
    [999.999, 999_999],
    [57.5, 57_500],
  ])("%d is %d, whose dot an English Excel took for a decimal point", (typed, count) => {
    expect(readCount(number(typed))).toEqual({ kind: "figure", units: count, notation: "misread-thousands" });
  });

  it.each([0.1 + 0.2, 1.6525, 1234.5, -1.652, 1e300])("%d is a fraction or too large to be exact", (typed) => {
    expect(readCount(number(typed))).toEqual({ kind: "unreadable", why: "fraction" });
  });
});

describe("a score out of so many", () => {
  const read = (text: string, max = 2) => readFigure({ value: textValue(text) }, { kind: { unit: "điểm", decimals: 1, max } });

  it.each([
    ["1,8/2", 18],
    ["2/2", 20],
    ["17,4/18", 174],
    ["18/18", 180],
  ])("%j", (text, units) => {
    expect(read(text)).toMatchObject({ kind: "figure", units });
  });

  it.each(["1,8/3", "1,8/0", "1,8/2,5"])("%j is none", (text) => {
    expect(read(text)).toEqual({ kind: "unreadable", why: "words" });
  });
});

describe("a cell without a count", () => {
  it("a blank is no nought", () => {
    expect(readCount({ value: { kind: "blank" } })).toEqual({ kind: "blank" });
  });

  it("a formula saved without its result says nothing, whatever value stands beside it", () => {
    expect(readCount({ value: numberValue(0), formula: "=A1", uncalculated: true })).toEqual({ kind: "unreadable", why: "uncalculated" });
  });

  it("an Excel error is told as such", () => {
    expect(readCount({ value: { kind: "error", code: "#REF!" }, formula: "=#REF!" })).toEqual({ kind: "unreadable", why: "error" });
  });

  it("adds nothing to a sum when blank, and spoils it when unreadable", () => {
    expect(meantUnits({ kind: "blank" })).toBe(0);
    expect(meantUnits({ kind: "unreadable", why: "words" })).toBeUndefined();
    expect(meantUnits({ kind: "figure", units: 8, notation: "padded-text" })).toBe(8);
  });
});
