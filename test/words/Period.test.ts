import { calendarDate, dayNumber, formatDate, isoDate, parseIsoDate, parsePeriod, reportingPeriod, reportingPeriodOf, withFirstDate, type PeriodKind } from "../../src/core/words/Period";

const said = (text: string): string | undefined => {
  const period = parsePeriod(text);
  return period && `${isoDate(period.from)} ${isoDate(period.to)}`;
};

describe("a period in a text", () => {
  it.each([
    ["(Từ ngày 15/12/2023 đến ngày 19/5/2024)", "2023-12-15 2024-05-19"],
    ["(Từ ngày 01/01/2024 đến ngày 14/03/2024 )", "2024-01-01 2024-03-14"],
    ["(Kỳ báo cáo: Từ ngày 15/3/2022 đến ngày 14/6/2023)", "2022-03-15 2023-06-14"],
    ["(Thời gian chốt số liệu từ ngày 15/12/2023 - 19/5/2024)", "2023-12-15 2024-05-19"],
    ["15-12-2023 đến 14-3-2024", "2023-12-15 2024-03-14"],
    ["15.12.2023 – 14.3.2024", "2023-12-15 2024-03-14"],
    ["15 / 12 / 2023 đến 14 / 3 / 2024", "2023-12-15 2024-03-14"],
    ["Từ ngày 14/3/2024 đến ngày 14/3/2024", "2024-03-14 2024-03-14"],
    ["(Từ ngày 15 tháng 12 năm 2023 đến ngày 14 tháng 3 năm 2024)", "2023-12-15 2024-03-14"],
    ["(Từ ngày 15 THÁNG 12 NĂM 2023 đến ngày 14 tháng 3 năm 2024)".normalize("NFD"), "2023-12-15 2024-03-14"],
    ["(Từ ngày 15/12/23 đến ngày 14/3/24)", "2023-12-15 2024-03-14"],
  ])("%s", (text, period) => {
    expect(said(text)).toBe(period);
  });

  it.each([
    ["one date", "01/2020/TT-VPCP ngày 21/10/2020"],
    ["dots to be filled in", "(Từ ngày … đến ngày …)"],
    ["a day that no calendar has", "Từ ngày 31/2/2024 đến ngày 14/3/2024"],
    ["an end before its start", "Từ ngày 14/6/2024 đến ngày 15/3/2024"],
    ["a quarter in words", "Kỳ báo cáo: Quý I/Năm 2024"],
    ["numbers of documents", "Nghị định số 61/2018/NĐ-CP và Thông tư số 01/2020/TT-VPCP"],
  ])("is not read from %s", (_, text) => {
    expect(parsePeriod(text)).toBeUndefined();
  });
});

it.each([
  ["(Từ ngày 01/01/2024 đến ngày 14/3/2024 )", "(Từ ngày 15/12/2023 đến ngày 14/3/2024 )"],
  ["từ ngày 01 tháng 01 năm 2024 đến ngày 14 tháng 3 năm 2024", "từ ngày 15 tháng 12 năm 2023 đến ngày 14 tháng 3 năm 2024"],
])("the start of %j gives way in the notation it was in", (text, mended) => {
  expect(withFirstDate(text, { year: 2023, month: 12, day: 15 })).toBe(mended);
});

describe("a calendar date", () => {
  it.each([
    [2024, 2, 29, true],
    [2023, 2, 29, false],
    [2024, 13, 1, false],
    [2024, 4, 31, false],
    [2024, 1, 0, false],
  ])("%d-%d-%d exists: %s", (year, month, day, exists) => {
    expect(calendarDate(year, month, day) !== undefined).toBe(exists);
  });

  it("is written with a leading zero for days below 10 and months 1 and 2 only", () => {
    expect(formatDate({ year: 2024, month: 3, day: 4 })).toBe("04/3/2024");
    expect(formatDate({ year: 2024, month: 1, day: 15 })).toBe("15/01/2024");
    expect(formatDate({ year: 2023, month: 12, day: 15 })).toBe("15/12/2023");
  });

  it("survives being written and read in ISO", () => {
    expect(parseIsoDate("2024-02-29")).toEqual({ year: 2024, month: 2, day: 29 });
    expect(isoDate({ year: 2024, month: 2, day: 9 })).toBe("2024-02-09");
    expect(parseIsoDate("2023-02-29")).toBeUndefined();
    expect(parseIsoDate("29/02/2024")).toBeUndefined();
  });

  it("is counted in whole days across a leap day", () => {
    expect(dayNumber({ year: 2024, month: 3, day: 1 }) - dayNumber({ year: 2024, month: 2, day: 28 })).toBe(2);
  });
});

describe("the cut-off rule", () => {
  it.each([
    ["quarter-1", "15/12/2023", "14/3/2024"],
    ["quarter-2", "15/3/2024", "14/6/2024"],
    ["quarter-3", "15/6/2024", "14/9/2024"],
    ["quarter-4", "15/9/2024", "14/12/2024"],
    ["first-half", "15/12/2023", "14/6/2024"],
    ["nine-months", "15/12/2023", "14/9/2024"],
    ["year", "15/12/2023", "14/12/2024"],
  ] as [PeriodKind, string, string][])("%s of 2024 runs from %s to %s", (kind, from, to) => {
    const period = reportingPeriod(kind, 2024);
    expect([formatDate(period.from), formatDate(period.to)]).toEqual([from, to]);
    expect(reportingPeriodOf(period)).toEqual({ kind, year: 2024 });
  });

  it("quarters follow one another without a gap", () => {
    const quarters = (["quarter-1", "quarter-2", "quarter-3", "quarter-4"] as const).map((kind) => reportingPeriod(kind, 2024));
    quarters.slice(1).forEach(({ from }, index) => expect(dayNumber(from)).toBe(dayNumber(quarters[index]!.to) + 1));
  });

  it("knows no kind for a local period", () => {
    expect(reportingPeriodOf(parsePeriod("11/3/2023 - 10/6/2023")!)).toBeUndefined();
  });
});
