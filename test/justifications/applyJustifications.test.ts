import { marksOf } from "../../src/core/highlights/marks";
import { applyJustifications } from "../fixtures/atOnce";
import { justifiable } from "../../src/core/justifications/justify";
import { a1 } from "../../src/core/sheet/Address";
import { textValue } from "../../src/core/sheet/Cell";
import { withCells } from "../fixtures/sheetFromText";
import { namedSheet } from "../fixtures/workbookOf";
import { auditOf, findingAt, judged, justifiedAt, justifiedCells, openAt, withRowPutIn, withRowsAbove } from "./justified";

/** Phú Mỹ's table: D12 and D13 are too small, C9:M19 hold texts. */
const SHEET = namedSheet("phu-my");

describe("a finding that is confirmed", () => {
  it("is no longer open, is not marked, and is listed with its reason", async () => {
    const before = await judged(SHEET);
    const after = await judged(SHEET, await justifiedAt(SHEET, "D12", "  Hồ sơ nhận qua kênh khác.  "));
    expect(openAt(after)).toEqual(openAt(before).filter((cell) => cell !== "D12"));
    expect(after.justified).toMatchObject([{ justification: { reason: "Hồ sơ nhận qua kênh khác.", at: "2026-03-14" } }]);
    expect(justifiedCells(after)).toEqual(["D12"]);
    const marked = (audit: typeof before.audit) => marksOf(audit).filter(({ kind }) => kind === "error").flatMap(({ cells }) => cells.map(a1));
    expect(marked(before.audit)).toContain("D12");
    expect(marked(after.audit)).not.toContain("D12");
  });

  it("leaves what was judged and counted as it was", async () => {
    const [before, after] = [await judged(SHEET), await judged(SHEET, await justifiedAt(SHEET, "D12"))];
    expect(after.audit.tables.map(({ counts }) => counts)).toEqual(before.audit.tables.map(({ counts }) => counts));
  });

  it("stays confirmed while other lines are mended", async () => {
    const justification = await justifiedAt(SHEET, "D12");
    const after = await judged(withCells(SHEET, { D13: '"06"' }), justification);
    expect(justifiedCells(after)).toEqual(["D12"]);
    expect(openAt(after)).not.toContain("D12");
  });

  it("is found again when rows are put in above the table", async () => {
    const justification = await justifiedAt(SHEET, "D12");
    expect(justifiedCells(await judged(withRowsAbove(SHEET, 0, 3), justification))).toEqual(["D15"]);
  });

  it("is found again when a line is put in above it", async () => {
    const justification = await justifiedAt(SHEET, "D12");
    const line = [textValue("0"), textValue("Lĩnh vực Môi trường"), ...Array.from({ length: 11 }, () => textValue("0"))].map((value) => ({ value }));
    expect(justifiedCells(await judged(withRowPutIn(SHEET, 9, line), justification))).toEqual(["D13"]);
  });

  it("is found again on a sheet that was renamed, and only there", async () => {
    const justification = await justifiedAt(SHEET, "D12");
    const renamed = { ...SHEET, name: "Quý I" };
    expect(justifiedCells(await judged(renamed, justification))).toEqual(["D12"]);
    const both = await applyJustifications(await auditOf(SHEET, renamed), [SHEET, renamed], [justification]);
    expect(both.justified.map(({ finding }) => finding.sheet)).toEqual(["II.06a"]);
    const changed = await judged(withCells(renamed, { D12: '"1"' }), justification);
    expect([changed.justified, changed.lapsed.size, changed.idle.length]).toEqual([[], 0, 1]);
  });

  it("and of which nothing is left to question waits, and stands again when it comes back", async () => {
    const justification = await justifiedAt(SHEET, "D12");
    const mended = await judged(withCells(SHEET, { D12: '"14"' }), justification);
    expect(mended).toMatchObject({ justified: [], idle: [justification] });
    expect(mended.lapsed.size).toBe(0);
    expect(justifiedCells(await judged(SHEET, justification))).toEqual(["D12"]);
  });

  it("may be a period, a name that stands twice", async () => {
    const sheet = namedSheet("phu-son");
    const both = await judged(sheet, await justifiedAt(sheet, "C2"), await justifiedAt(sheet, "B36"));
    expect(justifiedCells(both)).toEqual(["C2", "B36"]);
    expect(openAt(both)).toEqual([]);
    expect(justifiedCells(await judged(withRowsAbove(sheet, 0), await justifiedAt(sheet, "C2")))).toEqual(["C3"]);
  });
});

describe("a confirmation lapses", () => {
  it("when its cell changes, and the finding says so", async () => {
    const after = await judged(withCells(SHEET, { D12: '"1"' }), await justifiedAt(SHEET, "D12"));
    expect(openAt(after)).toContain("D12");
    expect(after.justified).toEqual([]);
    expect([...after.lapsed.values()].map(({ why }) => why.vi)).toEqual(["Giải trình ngày 14/3/2026 đã hết hiệu lực vì ô D12 đã đổi từ 0 thành 1."]);
    expect(after.lapsed.has(findingAt(after.audit, "D12").id)).toBe(true);
  });

  it("when a figure changes that it is compared with across the row", async () => {
    const after = await judged(withCells(SHEET, { E12: '"1"' }), await justifiedAt(SHEET, "D12"));
    expect([...after.lapsed.values()].map(({ why }) => why.en)).toEqual(["The justification of 14/3/2026 has lapsed because cell E12 has changed from 0 to 1."]);
  });

  it("when a blank is filled", async () => {
    const sheet = withCells(SHEET, { E12: "" });
    const after = await judged(withCells(SHEET, { E12: '"1"' }), await justifiedAt(sheet, "D12"));
    expect([...after.lapsed.values()][0]!.why.vi).toContain("ô E12 đã đổi từ (trống) thành 1");
  });

  it("when its line is named otherwise", async () => {
    const after = await judged(withCells(SHEET, { B12: "Lĩnh vực khác" }), await justifiedAt(SHEET, "D12"));
    expect([...after.lapsed.values()][0]!.why.vi).toContain("không còn ở dòng cũ");
  });

  it("when the result of a formula it speaks of changes", async () => {
    const sheet = withCells(SHEET, { E12: "=LEN(P1) -> 0" });
    const justification = await justifiedAt(sheet, "D12");
    expect(justifiedCells(await judged(sheet, justification))).toEqual(["D12"]);
    const after = await judged(withCells(sheet, { E12: "=LEN(P1) -> 2" }), justification);
    expect([...after.lapsed.values()][0]?.why.vi).toContain("ô E12 đã đổi từ 0 thành 2");
  });
});

describe("a confirmation stands while the figures do", () => {
  it.each<readonly [string, Readonly<Record<string, string>>]>([
    ["a text becomes the number it reads as", { C12: "14", D12: "0", E12: "0" }],
    ["another way of writing it", { C12: '"14 hồ sơ"', D12: '"00"' }],
    ["a formula comes to the same", { E12: "=LEN(P1) -> 0" }],
  ])("though %s", async (_, cells) => {
    expect(justifiedCells(await judged(withCells(SHEET, cells), await justifiedAt(SHEET, "D12")))).toEqual(["D12"]);
  });

  it("though Excel moves the references of formulas along with rows put in", async () => {
    const formula = (row: number): string => `=G${row}-G${row} -> 0`;
    const justification = await justifiedAt(withCells(SHEET, { E12: formula(12) }), "D12");
    expect(justifiedCells(await judged(withCells(withRowsAbove(SHEET, 0), { E13: formula(13) }), justification))).toEqual(["D13"]);
  });
});

describe("what can be confirmed", () => {
  it("is what a reporter may know better than the sheet", async () => {
    const found = await auditOf(SHEET);
    expect(justifiable(findingAt(found, "D12"), found.tables[0]!.table)).toBe(true);
    const son = await auditOf(namedSheet("phu-son"));
    expect(justifiable(findingAt(son, "C2"), son.tables[0]!.table)).toBe(true);
  });

  it.each<readonly [string, Readonly<Record<string, string>>]>([
    ["numbers kept as text", {}],
    ["a count that cannot be read", { C9: "nhiều" }],
    ["an error of Excel's", { C9: "#REF!" }],
  ])("is not %s", async (_, cells) => {
    const found = await auditOf(withCells(SHEET, cells));
    expect(justifiable(findingAt(found, "C9"), found.tables[0]!.table)).toBe(false);
  });

  it("even where somebody wrote a justification into the file by hand", async () => {
    const sheet = withCells(SHEET, { C9: "#REF!" });
    const forged = await justifiedAt(sheet, "C9");
    expect(openAt(await judged(sheet, forged))).toContain("C9");
  });

  it("never speaks of another sheet or another form", async () => {
    const justification = await justifiedAt(SHEET, "D12");
    const other = { ...SHEET, name: "Khác", rows: new Map() };
    expect(applyJustifications(await auditOf(SHEET, other), [SHEET, other], [{ ...justification, sheet: "Khác" }]).idle).toHaveLength(1);
    expect(justifiedCells(await judged(SHEET, { ...justification, form: "ii-07b" }))).toEqual([]);
  });
});

