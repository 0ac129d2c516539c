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
    ["3 hồ sơ TTHC", 3, "text-with-unit"],
    ["3 hồ sơ quá hạn", 3, "text-with-more"],
    ["1.200 (100%)", 1200, "text-with-more"],
    ["12 người", 12, "text-with-more"],
    ["21O", 210, "mistyped"],
    ["l2", 12, "mistyped"],
    ["12'210", 12210, "mistyped"],
    ["12’210", 12210, "mistyped"],
    ["75 (12)", 75, "bracketed"],
    ["75²", 75, "footnote"],
    ["\u200b75", 75, "hidden"],
    ["１２", 12, "plain-text"],
    ["+12", 12, "plain-text"],
    ["“12”", 12, "plain-text"],
    ["1. 652", 1652, "grouped-text"],
    ["KPS", 0, "nothing"],
    ["…", 0, "dots"],
    ["- -", 0, "dash"],
    ["=37+4", 41, "formula-text"],
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

  it.each(["chưa rõ", "1.652,5", "12 ngày", "O", "21Ox", "12'21", "1.652.1", "1.652,100", "(5)", "5+3", "9007199254740993", "-chưa", "12/3"])("%j is no count", (written) => {
    expect(readCount(text(written)).kind).toBe("unreadable");
  });

  it("raised digits are a footnote's", () => {
    expect(readCount({ value: textValue("752"), raised: 1 })).toEqual({ kind: "figure", units: 75, notation: "footnote" });
  });

  it.each(["=VLOOKUP(A1,B:C,2)", "=A1*2"])("%s is a formula that only Excel can work out", (written) => {
    expect(readCount(text(written))).toEqual({ kind: "unreadable", why: "formula-text" });
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

describe("a count whose format shows something else", () => {
  const shown = (typed: number, numberFormat: string) => readCount({ value: numberValue(typed), numberFormat });

  it.each([
    [45_386, "d-mmm"],
    [45_386.5, "dd/mm/yyyy hh:mm"],
  ])("%d as %s is a day, and nobody knows what was typed", (typed, format) => expect(shown(typed, format)).toEqual({ kind: "unreadable", why: "date" }));

  it.each([
    [12, "dd/mm/yyyy", 12, "shown-otherwise"],
    [1_652, "#,##0,", 1652, "shown-otherwise"],
    [12, ";;;", 12, "shown-otherwise"],
    [0.14, "0%", 14, "as-percent"],
    [0, "0%", 0, "number"],
    [12, '0" hồ sơ"', 12, "number"],
    [12, '_(* #,##0_);_(* (#,##0);_(* "-"??_);_(@_)', 12, "number"],
  ] as const)("%d as %s is %d", (typed, format, units, notation) => expect(shown(typed, format)).toEqual({ kind: "figure", units, notation }));

  it.each([3, 0.1234])("%d as a percentage may be this or a hundredfold", (typed) => expect(shown(typed, "0%")).toEqual({ kind: "unreadable", why: "percent" }));
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
