import fc from "fast-check";
import { parseDecimal, sayDecimal } from "../../src/core/words/decimal";

describe("a number is read exactly", () => {
  it.each([
    ["1652", 1652, 0],
    ["08", 8, 0],
    ["17,4", 174, 1],
    ["17.4", 174, 1],
    ["2,0", 20, 1],
    ["0.652", 652, 3],
    ["12.3456", 123456, 4],
    ["1.652,5", 16525, 1],
    ["1,652.5", 16525, 1],
    ["1 652,56", 165256, 2],
    ["1\u00a0652", 1652, 0],
    ["1\u202f652\u202f000", 1652000, 0],
    ["1.652.000", 1652000, 0],
    ["1,652,000.75", 165200075, 2],
    ["1.652,000", 1652000, 3],
    ["-1.652,5", -16525, 1],
    ["−3", -3, 0],
    ["-0", 0, 0],
  ])("%s", (text, units, digits) => {
    expect(parseDecimal(text)).toMatchObject({ units, digits });
    expect(parseDecimal(text)).not.toHaveProperty("isAmbiguous");
  });

  it.each(["1.652", "1,652", "999.000", "-1,652"])("and %s is told to be ambiguous", (text) => {
    expect(parseDecimal(text)).toMatchObject({ units: Number(text.replace(/[.,]/g, "")), digits: 0, isAmbiguous: true });
  });

  it("with its notation", () => {
    expect(parseDecimal("1.652,5")).toEqual({ units: 16525, digits: 1, grouping: ".", point: "," });
    expect(parseDecimal("1\u2009652")).toEqual({ units: 1652, digits: 0, grouping: " " });
    expect(parseDecimal("1,8")).toEqual({ units: 18, digits: 1, point: "," });
    expect(parseDecimal("949")).toEqual({ units: 949, digits: 0 });
  });

  it.each(["", "-", "1.652.5", "1.6520,5", "1,652,5", ",5", "5,", "1.2.3", "16 52", "12a", "1652.000.000", "12345678901234567890", "1e3", "Infinity"])("but not from %j", (text) => {
    expect(parseDecimal(text)).toBeUndefined();
  });
});

describe("a number is written", () => {
  it.each([
    [174, 1, 0, "17,4", "17.4"],
    [16525, 1, 0, "1.652,5", "1,652.5"],
    [20, 1, 0, "2", "2"],
    [20, 1, 1, "2,0", "2.0"],
    [5750, 2, 1, "57,5", "57.5"],
    [5756, 2, 1, "57,56", "57.56"],
    [7, 2, 0, "0,07", "0.07"],
    [0, 2, 0, "0", "0"],
    [-16525, 1, 0, "-1.652,5", "-1,652.5"],
    [1234567, 0, 0, "1.234.567", "1,234,567"],
  ])("%d with %d decimals, %d at least", (units, decimals, least, vietnamese, english) => {
    expect([sayDecimal(units, decimals, "vi", least), sayDecimal(units, decimals, "en", least)]).toEqual([vietnamese, english]);
  });

  it("and read again as what it was, unless it is ambiguous", () => {
    const units = fc.integer({ min: -1e12, max: 1e12 });
    fc.assert(
      fc.property(units, fc.integer({ min: 0, max: 4 }), fc.constantFrom("vi" as const, "en" as const), (number, decimals, language) => {
        const read = parseDecimal(sayDecimal(number, decimals, language, decimals))!;
        const digits = read.isAmbiguous && decimals === 3 ? 3 : read.digits;
        expect([read.units, digits]).toEqual([number, decimals]);
      }),
    );
  });
});
