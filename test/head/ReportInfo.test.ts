import { INFO_LABELS, INFO_SHEET, readReportInfo } from "../../src/core/head/ReportInfo";
import { examine } from "../../src/core/examine";
import { parseKept } from "../../src/core/justifications/Kept";
import { planInfoSheet, plannedSource } from "../../src/core/scaffold/infoSheet";
import { formsOfSet, planSet } from "../../src/core/scaffold/planSet";
import { BLANK, contentOf, numberValue, plainText, textValue } from "../../src/core/sheet/Cell";
import { cellAt, type Sheet } from "../../src/core/sheet/Sheet";
import { SILENT, type Edit } from "../../src/core/sheet/WorkbookPort";
import { finish } from "../../src/core/steps";
import { parsePeriod, reportingPeriod, type Period } from "../../src/core/words/Period";
import { FORMS } from "../../src/forms/forms";
import { LIBRARY } from "../../src/library";
import { newWorkbook } from "../../src/xlsx/newWorkbook";
import { XlsxWorkbook } from "../../src/xlsx/XlsxWorkbook";
import { sheetFromText } from "../fixtures/sheetFromText";
import { convertWithLibreOffice } from "../libreoffice";

const QUARTER = reportingPeriod("quarter-1", 2024);
const OWN = parsePeriod("11/3/2024 - 10/6/2024")!;
/** Of II.06a: files received online of the first line. */
const FIRST_INPUT = { row: 9, column: 3 };
const UNIT = { unit: "UBND xã Phú Sơn", receiver: "UBND thị xã Bỉm Sơn" };

async function commune(period: Period = QUARTER): Promise<XlsxWorkbook> {
  const workbook = newWorkbook();
  const { inForce } = formsOfSet(FORMS, "commune", period);
  for (const plan of finish(planSet(inForce, { level: "commune", period, ...UNIT, fieldsOf: () => ["Chứng thực", "Hộ tịch"] }))) await workbook.addSheet(plan);
  return workbook;
}

const sheetsOf = (workbook: XlsxWorkbook): Promise<readonly Sheet[]> => workbook.read(SILENT);
const textsOf = ({ rows }: Sheet): string => [...rows.values()].flatMap((row) => row.map((cell) => (cell ? plainText(cell.value) : ""))).join("\n");

describe("what the sheet of report details says", () => {
  it("is read back as it was made", async () => {
    const workbook = newWorkbook();
    await workbook.addSheet(planInfoSheet({ ...UNIT, level: "commune", period: QUARTER }));
    const info = readReportInfo(await sheetsOf(workbook))!;
    expect(info).toMatchObject({ level: "commune", period: QUARTER, source: plannedSource() });
    expect(info.texts).toMatchObject({ ...UNIT, kind: "Quý I", periodName: "Quý I năm 2024", periodDates: "(Từ ngày 15/12/2023 đến ngày 14/3/2024)" });
  });

  it("is found where lines were moved, another name given, or some taken out", () => {
    const info = readReportInfo([sheetFromText(`Thông tin báo cáo\n\n\t${INFO_LABELS.kind}\tQuý II\n\t${INFO_LABELS.unit}:\tSở Nội vụ`, "TT")])!;
    expect(info.texts).toEqual({ kind: "Quý II", unit: "Sở Nội vụ" });
    expect(info.source).toEqual({ sheet: "TT", places: { kind: { row: 2, column: 2 }, unit: { row: 3, column: 2 } } });
  });

  it("is not seen in a sheet that merely has such words", () => {
    expect(readReportInfo([sheetFromText(`Báo cáo\n${INFO_LABELS.unit}\tSở Nội vụ\n${INFO_LABELS.kind}\tQuý II`)])).toBeUndefined();
  });
});

describe("forms made beside it", () => {
  it("say the same, and are judged without anything amiss", async () => {
    const sheets = await sheetsOf(await commune());
    expect(sheets.map(({ name }) => name).slice(0, 5)).toEqual([INFO_SHEET, "II.06a", "Mẫu 02", "NQ 01", "NQ 02"]);
    expect(textsOf(sheets[1]!)).toContain("- Đơn vị báo cáo: UBND xã Phú Sơn");
    const { audit } = await examine(sheets, LIBRARY, parseKept(undefined));
    expect(audit.tables.map(({ table }) => table.form.id).filter((id, place, ids) => ids.indexOf(id) === place)).toHaveLength(sheets.length - 1);
    expect(audit.unrecognised).toEqual([]);
    expect(audit.info?.texts.unit).toBe(UNIT.unit);
    expect(audit.tables.flatMap(({ findings }) => findings.filter(({ severity }) => severity !== "info"))).toEqual([]);
  });

  it("are of a period of one's own without being asked about it again", async () => {
    const workbook = await commune(OWN);
    // An empty form is not judged.
    expect(await workbook.apply([{ sheet: "II.06a", at: FIRST_INPUT, from: BLANK, to: numberValue(5) }])).toEqual([]);
    const sheets = await sheetsOf(workbook);
    const { audit } = await examine(sheets, LIBRARY, parseKept(undefined));
    expect(audit.info?.period).toEqual(OWN);
    const ofPeriods = audit.tables.flatMap(({ outcomes }) => outcomes.filter(({ check }) => check.startsWith("period-")));
    expect(ofPeriods).toHaveLength(2);
    expect(ofPeriods.filter(({ counts }) => counts.fail > 0)).toEqual([]);
  });

  it("follow it, as LibreOffice works it out, when the period and the unit change", async () => {
    const workbook = await commune();
    const [info] = await sheetsOf(workbook);
    const { places } = plannedSource();
    const change = (key: "kind" | "year" | "unit", to: Edit["to"]): Edit => ({ sheet: INFO_SHEET, at: places[key]!, from: contentOf(cellAt(info!, places[key]!)), to });
    expect(await workbook.apply([change("kind", textValue("6 tháng đầu năm")), change("year", numberValue(2025)), change("unit", textValue("UBND xã Nga Sơn"))])).toEqual([]);
    const calculated = await sheetsOf(XlsxWorkbook.open(await convertWithLibreOffice(workbook.save(), "xlsx"), "set.xlsx"));
    for (const sheet of calculated.slice(1, 2)) {
      const texts = textsOf(sheet);
      for (const said of ["Kỳ báo cáo: 6 tháng đầu năm 2025", "(Từ ngày 15/12/2024 đến ngày 14/6/2025)", "- Đơn vị báo cáo: UBND xã Nga Sơn"]) expect(texts).toContain(said);
    }
    expect(readReportInfo(calculated)!.period).toEqual(reportingPeriod("first-half", 2025));
  }, 180_000);

  it("show dots where nobody has said who reports", async () => {
    const workbook = await commune();
    const [info] = await sheetsOf(workbook);
    const at = plannedSource().places.unit!;
    await workbook.apply([{ sheet: INFO_SHEET, at, from: contentOf(cellAt(info!, at)), to: BLANK }]);
    const [, form] = await sheetsOf(XlsxWorkbook.open(await convertWithLibreOffice(workbook.save(), "xlsx"), "set.xlsx"));
    expect(textsOf(form!)).toContain("- Đơn vị báo cáo: ……");
  }, 180_000);
});

describe("a level's set", () => {
  const ids = (forms: readonly { readonly id: string }[]): readonly string[] => forms.map(({ id }) => id);

  it("has of each family the edition in force, and names what is not", () => {
    const { inForce, outdated } = formsOfSet(FORMS, "province", reportingPeriod("quarter-2", 2025));
    expect(ids(inForce)).toContain("ii-07b");
    expect(ids(inForce)).not.toContain("nq-01-2024");
    expect(ids(outdated)).toContain("nq-01-2024");
  });

  it("has forms of which nobody knows whether they still hold apart", () => {
    const { inForce, unsure } = formsOfSet(FORMS, "commune", reportingPeriod("quarter-1", 2026));
    expect(ids(unsure)).toEqual(["ii-06a-2025"]);
    expect(ids(inForce)).toContain("pakn");
  });
});
