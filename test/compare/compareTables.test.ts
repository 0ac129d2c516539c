import { compareTables, type Comparison } from "../../src/core/compare/compareTables";
import { formerTable } from "../../src/core/compare/formerTable";
import { isLargeJump, largeJumps } from "../../src/core/compare/largeJumps";
import { besides, type Table } from "../../src/core/figures/Table";
import { renameKey } from "../../src/core/figures/renames";
import { rowsByField } from "../../src/core/figures/rowNames";
import { a1 } from "../../src/core/sheet/Address";
import { carrying, quarterSheet, type Fields } from "../fixtures/quarterSheet";
import { FIELDS, tableIn, type Leaves } from "../fixtures/report";

const of = (...sheet: Parameters<typeof quarterSheet>): Table => tableIn(quarterSheet(...sheet));
const first = of("first");
const called = (label: string): Fields => FIELDS.map(([name, leaves], index) => [index === 1 ? label : name, leaves]);
const compared = (now: Table, then: Table, renames?: Parameters<typeof compareTables>[1]): Comparison => compareTables({ now, then, span: "before" }, renames);
const told = ({ rows }: Comparison, label: string, key: string) => {
  const figure = rows.find(({ now }) => now.label === label)!.figures.find(({ column }) => column.column.key === key)!;
  return [figure.difference, figure.rate];
};
const namesOf = (names: Comparison["onlyNow"]) => names.map(({ row }) => row.label);

describe("which table is compared with", () => {
  const spans = (now: Table, others: readonly Table[], wanted?: "before" | "year") => {
    const pair = formerTable(now, others, wanted);
    return pair && [pair.then.sheet, pair.span];
  };
  const second = of("second");
  const [former, last] = [of("first", FIELDS, "UBND XÃ PHÚ MỸ", "Quý I"), of("last", FIELDS, "UBND XÃ PHÚ MỸ", "Năm trước")];

  it("the period before, or the same one a year ago, or the one that is asked for", () => {
    expect(spans(second, [second, last, former])).toEqual(["Quý I", "before"]);
    expect(spans(second, [second, last])).toEqual(["Năm trước", "year"]);
    expect(spans(second, [second, last, former], "year")).toEqual(["Năm trước", "year"]);
    expect(spans(second, [second, last], "before")).toBeUndefined();
  });

  it("none of another unit, form or period, and none of two", () => {
    expect(spans(second, [of("first", FIELDS, "UBND XÃ PHÚ THỌ"), { ...former, form: { ...former.form, family: "another" } }, second])).toBeUndefined();
    expect(spans(first, [second])).toBeUndefined();
    expect(spans(second, [former, { ...former, sheet: "Quý I (2)" }])).toBeUndefined();
  });

  it("one without a period only where it is of a workbook that was chosen", () => {
    const { period: _, ...undated } = former;
    expect(spans(second, [undated])).toBeUndefined();
    expect(spans(second, besides([undated], "cu.xlsx"))).toEqual(["[cu.xlsx]Quý I", "other"]);
  });
});

describe("what became of figures", () => {
  it("is told exactly, row by row and in the total, of every column", () => {
    const comparison = compared(of("second", carrying([16, 5, 38, 3])), first);
    expect(comparison.rows.map(({ now }) => now.label)).toEqual(["Chứng thực", "Hộ tịch", "Đất đai", "Bảo trợ xã hội", "TỔNG CỘNG"]);
    expect(comparison.columns.map(({ column, quantity }) => [column.key, quantity])[0]).toEqual(["received", "received"]);
    expect(comparison.columns).toHaveLength(11);
    // 366 after 360, 1 and 2/3 percent; 731 after 711 in all.
    expect([told(comparison, "Chứng thực", "received"), told(comparison, "Bảo trợ xã hội", "inPerson")]).toEqual([[6, 167], [0, 0]]);
    expect(told(comparison, "Đất đai", "carriedOver")).toEqual([13, 5200]);
  });

  it("has no percentage where there was nothing, and nothing where it cannot be read", () => {
    const now = tableIn(quarterSheet("second", FIELDS.map(([label, leaves]) => [label, leaves.with(7, 9) as unknown as Leaves])));
    expect(told(compared(now, first), "Chứng thực", "pendingLate")).toEqual([9, undefined]);
    const row = now.rows[0]!;
    const unread: Table = { ...now, rows: [{ ...row, figures: row.figures.map((figure) => ({ ...figure, reading: { kind: "unreadable", why: "words" } })) }, ...now.rows.slice(1)] };
    expect(told(compared(unread, first), "Chứng thực", "received")).toEqual([undefined, undefined]);
  });

  it("meets rows however the name of their field begins, and wherever they stand", () => {
    const moved = [...called("Lĩnh vực HỘ TỊCH")].reverse();
    expect(compared(of("second", moved), first)).toMatchObject({ onlyNow: [], onlyThen: [] });
  });

  it("leaves rows that only one has to the reporter, who says once which changed their names", () => {
    const now = of("second", called("Hộ tịch, quốc tịch"));
    const before = compared(now, first);
    expect([namesOf(before.onlyNow), namesOf(before.onlyThen)]).toEqual([["Hộ tịch, quốc tịch"], ["Hộ tịch"]]);
    const key = renameKey(now, [...rowsByField(now).values()].find(({ row }) => row.label === "Hộ tịch, quốc tịch")!);
    const after = compared(now, first, new Map([[key, "Hộ tịch"]]));
    expect([after.onlyNow, after.onlyThen, told(after, "Hộ tịch, quốc tịch", "received")]).toEqual([[], [], [0, 0]]);
  });

  it("a row that stands under its own name is not given away to another", () => {
    const now = of("second", [...FIELDS, ["Tư pháp", [1, 0, 0, 1, 0, 0, 0, 0]]]);
    const key = renameKey(now, [...rowsByField(now).values()].find(({ row }) => row.label === "Tư pháp")!);
    expect(namesOf(compared(now, first, new Map([[key, "Hộ tịch"]])).onlyNow)).toEqual(["Tư pháp"]);
  });
});

describe("large changes", () => {
  it.each([
    [900, 300, true],
    [300, 900, true],
    [60, 10, true],
    [9, 3, false],
    [40, 10, false],
    [1990, 1000, false],
    [26, 0, true],
    [25, 0, false],
    [0, 0, false],
  ])("%d after %d: %s", (now, then, is) => {
    expect(isLargeJump(now, then)).toBe(is);
  });

  it("are asked about once a row, of its leftmost figure", () => {
    const grown = FIELDS.map(([label, leaves], index): Fields[number] => [label, index === 2 ? (leaves.with(0, 800).with(3, 780) as unknown as Leaves) : leaves]);
    const jumps = largeJumps(compared(of("second", grown), first));
    expect(jumps.map(({ figure }) => a1(figure.now.at))).toEqual(["C9", "C11"]);
    expect(jumps[0]!.question.vi).toBe("“Đất đai”, cột (3) Tổng số: từ 150 (trang “II.06a”, ô C9) thành 870 (trang “II.06a”, ô C9). Thay đổi lớn như vậy có đúng không?");
    expect(largeJumps(compared(of("second"), first))).toEqual([]);
  });
});
