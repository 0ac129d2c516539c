import { isFigureColumn, leafColumns, type Form } from "../../src/core/form/Form";
import { planSheet } from "../../src/core/scaffold/scaffold";
import { a1, a1Range, contains } from "../../src/core/sheet/Address";
import { plainText } from "../../src/core/sheet/Cell";
import type { SheetPlan } from "../../src/core/sheet/SheetPlan";
import { SILENT } from "../../src/core/sheet/WorkbookPort";
import { locate } from "../fixtures/locate";
import { reportingPeriod } from "../../src/core/words/Period";
import { COMMON_FIELDS, FIELD_CATALOGUE } from "../../src/forms/fields";
import { danhGiaMau02 } from "../../src/forms/danh-gia-mau-02";
import { FORMS } from "../../src/forms/forms";
import { ii06a } from "../../src/forms/ii-06a";
import { MemoryWorkbook } from "../fakes/MemoryWorkbook";
import { printPlan } from "./printPlan";
import { visitsForm } from "./visitsForm";

const period = reportingPeriod("quarter-1", 2024);
const labels = (fields: readonly { readonly label: string }[]) => fields.map(({ label }) => label);
const words = (plan: SheetPlan) => plan.cells.map(({ content }) => plainText(content.kind === "formula" ? content.value : content));

describe("a scaffolded sheet", () => {
  it("of Biểu II.06a is laid out as issued", () => {
    const plan = planSheet(ii06a, { fields: labels(COMMON_FIELDS).slice(0, 3), unit: "UBND xã Phú Sơn", receiver: "UBND tỉnh Thanh Hóa", period });
    expect(printPlan(plan)).toMatchSnapshot();
  });

  it("of any other form is laid out as that form says", () => {
    const plan = planSheet(visitsForm, { fields: ["Hộ tịch", "Đất đai"], unit: "UBND xã Phú Sơn", period });
    expect(printPlan(plan)).toMatchSnapshot();
  });

  it("without anything beside its title gives that the whole width, and names who reports on when", () => {
    const { cells, merges } = planSheet(danhGiaMau02, { fields: [], unit: "UBND xã Phú Sơn", period });
    expect(merges.filter(({ top }) => top === 0).map(a1Range)).toEqual(["A1:F2"]);
    const texts = cells.map(({ content }) => (content.kind === "text" ? content.text : ""));
    expect(texts).toContain("Cơ quan/đơn vị: UBND xã Phú Sơn");
    expect(texts).toContain("Thời điểm đánh giá: Quý I năm 2024");
  });

  it("is found again, with every field a line, the period and the unit", async () => {
    const workbook = new MemoryWorkbook();
    await workbook.addSheet(planSheet(ii06a, { fields: labels(FIELD_CATALOGUE), unit: "UBND xã Phú Sơn", period }));
    const [sheet] = await workbook.read(SILENT);
    const [table] = locate(sheet!, [ii06a]).tables;
    expect(table!.rows.map(({ kind }) => kind)).toEqual([...FIELD_CATALOGUE.map(() => "line"), "total"]);
    expect(table!.period?.period).toEqual(period);
    expect(table!.unit).toBe("UBND xã Phú Sơn");
  });

  it("plans every cell once, and merges without overlap", () => {
    const { cells, merges } = planSheet(ii06a, { fields: ["Hộ tịch"], period });
    expect(new Set(cells.map(({ at }) => a1(at))).size).toBe(cells.length);
    for (const [index, merge] of merges.entries()) {
      const corners = [merge, ...merges.slice(index + 1)].filter((other) => contains(merge, { row: other.top, column: other.left }));
      expect(corners.map(a1Range)).toEqual([a1Range(merge)]);
    }
  });

  it("has a row to type into even when no field was chosen", () => {
    const plan = planSheet(ii06a, { fields: [], period });
    expect(plan.cells.some(({ content }) => content.kind === "formula" && content.formula === "=SUM(D10)")).toBe(true);
  });

  it("names a local period by its dates only", () => {
    const local = { from: { year: 2023, month: 12, day: 15 }, to: { year: 2024, month: 5, day: 19 } };
    const said = words(planSheet(ii06a, { fields: ["Hộ tịch"], period: local }));
    expect(said.some((text) => text.startsWith("Kỳ báo cáo"))).toBe(false);
    expect(said).toContain("(Từ ngày 15/12/2023 đến ngày 19/5/2024)");
  });

  it("of a proposed layout never passes for the legal text", () => {
    const proposed: Form = { ...ii06a, grade: "C" };
    const said = words(planSheet(proposed, { fields: ["Hộ tịch"], period }));
    expect(said).not.toContain(ii06a.mark);
    expect(said).not.toContain(ii06a.title);
    expect(said.filter((text) => text.startsWith("Mẫu đề xuất (chưa đối chiếu văn bản)"))).toHaveLength(2);
    expect(said.some((text) => text.includes("Ban hành theo"))).toBe(false);
  });

  it("lists who may report only while nobody is named", () => {
    const named = words(planSheet(visitsForm, { fields: ["x"], period, unit: "UBND xã A", receiver: "UBND tỉnh B" }));
    expect(named).toEqual(expect.arrayContaining(["- Đơn vị báo cáo: UBND xã A", "- Đơn vị nhận báo cáo: UBND tỉnh B"]));
    expect(named.some((text) => text.includes("+ UBND cấp"))).toBe(false);
    const open = words(planSheet(visitsForm, { fields: ["x"], period }));
    expect(open.filter((text) => text.includes("+ UBND cấp"))).toHaveLength(2);
  });

  it("says of figures that are refused no more than Excel takes", () => {
    for (const form of FORMS) {
      for (const { errorTitle, errorMessage } of planSheet(form, { fields: ["x"], period }).validations) {
        expect(errorTitle.length).toBeLessThanOrEqual(32);
        expect(errorMessage.length).toBeLessThanOrEqual(255);
      }
    }
  });

  it("takes whole numbers wherever nothing is computed, and nowhere else", () => {
    const plan = planSheet(ii06a, { fields: ["Hộ tịch", "Đất đai"], period });
    const validated = (row: number, column: number) => plan.validations.some(({ cells }) => cells.some((each) => contains(each, { row, column })));
    for (const [column, leaf] of leafColumns(ii06a.tables[0].columns).entries()) {
      expect(validated(9, column)).toBe(isFigureColumn(leaf) && !leaf.sum);
      expect(validated(11, column)).toBe(false);
    }
  });
});
