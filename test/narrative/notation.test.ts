import fc from "fast-check";
import { fieldName, unitName } from "../../src/core/words/unitName";
import { count, percentage, type Padding } from "../../src/core/narrative/prose";
import { duringPeriod, longDate, reportingPeriod } from "../../src/core/words/Period";
import { capitalised } from "../../src/core/words/Phrase";

const sayCount = (units: number, padding?: Padding): string => count({ units, cells: [] }, padding).text;
const sayShare = (part: number, all: number, decimals: number): string | undefined => percentage({ units: part, cells: [] }, { units: all, cells: [] }, decimals)?.text;

describe("a count in a sentence", () => {
  it("has dots between its thousands", () => {
    expect([0, 12, 999, 1000, 1652, 15205, 1_234_567].map((units) => sayCount(units))).toEqual([
      "0", "12", "999", "1.000", "1.652", "15.205", "1.234.567",
    ]);
  });

  it("takes a leading zero below ten where asked, and for nothing only where asked too", () => {
    expect([0, 7, 10].map((units) => sayCount(units))).toEqual(["0", "07", "10"]);
    expect([0, 7, 10].map((units) => sayCount(units, "zero-to-nine"))).toEqual(["00", "07", "10"]);
  });

  it("keeps its sign", () => {
    expect(sayCount(-1652)).toBe("-1.652");
  });
});

describe("a percentage", () => {
  it("is what the reports print", () => {
    expect(sayShare(1642, 1652, 2)).toBe("99,39%");
    expect(sayShare(897, 3133, 2)).toBe("28,63%");
    expect(sayShare(1275, 1277, 2)).toBe("99,84%");
    expect(sayShare(2742, 3027, 0)).toBe("91%");
    expect(sayShare(74, 96, 0)).toBe("77%");
  });

  it("leaves out zeros at the end", () => {
    expect(sayShare(1652, 1652, 2)).toBe("100%");
    expect(sayShare(1, 2, 2)).toBe("50%");
    expect(sayShare(0, 5, 2)).toBe("0%");
    expect(sayShare(1, 8, 2)).toBe("12,5%");
    expect(sayShare(1, 8, 0)).toBe("13%");
  });

  it("rounds halves up, where binary fractions would not", () => {
    expect(sayShare(201, 20000, 2)).toBe("1,01%");
    expect(sayShare(1, 32, 2)).toBe("3,13%");
  });

  it("does not exist over nothing", () => {
    expect(sayShare(0, 0, 2)).toBeUndefined();
    expect(sayShare(5, 0, 2)).toBeUndefined();
  });

  it("lies within half a unit of its last digit of the true share", () => {
    const counts = fc.integer({ min: 0, max: 10_000_000_000 });
    fc.assert(
      fc.property(counts, fc.integer({ min: 1, max: 10_000_000_000 }), fc.integer({ min: 0, max: 4 }), (part, total, decimals) => {
        fc.pre(part <= total);
        const text = sayShare(part, total, decimals)!;
        const [whole = "", fraction = ""] = text.slice(0, -1).replace(/\./g, "").split(",");
        // What would round to nothing, or to all, is printed with two more digits, or four.
        const places = Math.max(decimals, Math.ceil((fraction.length - decimals) / 2) * 2 + decimals);
        const printed = BigInt(whole + fraction.padEnd(places, "0"));
        const exact = 2n * BigInt(part) * 10n ** BigInt(places + 2);
        const [lowest, highest] = [(2n * printed - 1n) * BigInt(total), (2n * printed + 1n) * BigInt(total)];
        expect(lowest <= exact && exact < highest).toBe(true);
      }),
    );
  });
});

describe("a date and a period in a sentence", () => {
  it("take leading zeros for days below 10 and months 1 and 2 only", () => {
    expect(longDate({ year: 2024, month: 3, day: 14 })).toBe("ngày 14 tháng 3 năm 2024");
    expect(longDate({ year: 2020, month: 1, day: 5 })).toBe("ngày 05 tháng 01 năm 2020");
    expect(longDate({ year: 2019, month: 6, day: 29 })).toBe("ngày 29 tháng 6 năm 2019");
  });

  it("name regular periods and tell others by their dates", () => {
    expect(duringPeriod(reportingPeriod("quarter-1", 2024))).toBe("trong quý I năm 2024");
    expect(duringPeriod(reportingPeriod("first-half", 2024))).toBe("trong 6 tháng đầu năm 2024");
    expect(duringPeriod(reportingPeriod("nine-months", 2024))).toBe("trong 9 tháng đầu năm 2024");
    expect(duringPeriod(reportingPeriod("year", 2024))).toBe("trong năm 2024");
    expect(duringPeriod({ from: { year: 2023, month: 12, day: 15 }, to: { year: 2024, month: 5, day: 19 } })).toBe(
      "từ ngày 15 tháng 12 năm 2023 đến ngày 19 tháng 5 năm 2024",
    );
    expect(duringPeriod(undefined)).toBe("trong kỳ báo cáo");
  });

  it("begin a sentence with a capital", () => {
    expect(capitalised("đất đai")).toBe("Đất đai");
    expect(capitalised("")).toBe("");
  });
});

describe("names in a sentence", () => {
  it("of fields are said with the word field once", () => {
    expect(fieldName("Lĩnh vực Hộ tịch")).toBe("lĩnh vực Hộ tịch");
    expect(fieldName("Hộ tịch")).toBe("lĩnh vực Hộ tịch");
    expect(fieldName("LĨNH VỰC  Đất đai".normalize("NFD"))).toBe("lĩnh vực Đất đai");
  });

  it("of units are not taken for fields, nor fields for units", () => {
    for (const unit of ["UBND phường Phú Sơn", "Sở Nội vụ", "Phòng Tư pháp", "Xã An Phú"]) expect(fieldName(unit)).toBe(unit);
    for (const field of ["Sở hữu trí tuệ", "Quản lý công sản", "Phòng, chống tham nhũng", "Tính thuế", "Xã hội"]) {
      expect(fieldName(field)).toBe(`lĩnh vực ${field}`);
    }
  });

  it("of reporting units in capitals are written as sentences write them", () => {
    expect(unitName("UBND PHƯỜNG PHÚ SƠN")).toBe("UBND phường Phú Sơn");
    expect(unitName("ỦY BAN NHÂN DÂN THỊ XÃ BỈM SƠN")).toBe("Ủy ban nhân dân thị xã Bỉm Sơn");
    expect(unitName("UBND PHƯỜNG 5")).toBe("UBND phường 5");
    expect(unitName("UBND xã An Phú")).toBe("UBND xã An Phú");
    expect(unitName(undefined)).toBe("đơn vị");
  });
});
