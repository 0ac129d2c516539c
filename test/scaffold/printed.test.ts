import { planSheet } from "../../src/core/scaffold/scaffold";
import { a1 } from "../../src/core/sheet/Address";
import { SILENT } from "../../src/core/sheet/WorkbookPort";
import { reportingPeriod } from "../../src/core/words/Period";
import { FORMS } from "../../src/forms/forms";
import { newWorkbook } from "../../src/xlsx/newWorkbook";
import { XlsxWorkbook } from "../../src/xlsx/XlsxWorkbook";
import { convertWithLibreOffice } from "../libreoffice";

/** A new sheet of every form, in one workbook. */
async function allForms(): Promise<Uint8Array> {
  const workbook = newWorkbook();
  for (const form of FORMS) await workbook.addSheet(planSheet(form, { fields: ["Hộ tịch", "Đất đai", "Chứng thực"], period: reportingPeriod("quarter-3", 2025), unit: "UBND xã An Phú" }));
  return workbook.save();
}

describe("LibreOffice, given every form,", () => {
  it("shows no error in any cell", async () => {
    const calculated = XlsxWorkbook.open(await convertWithLibreOffice(await allForms(), "xlsx"), "all.xlsx");
    const sheets = await calculated.read(SILENT);
    const errors = sheets.flatMap(({ name, rows }) => [...rows].flatMap(([row, cells]) => cells.flatMap((cell, column) => (cell?.value.kind === "error" ? [`${name} ${a1({ row, column })}`] : []))));
    expect(errors).toEqual([]);
    expect(sheets).toHaveLength(FORMS.length);
  });

  it("prints each on one page of its paper: none is wider than a page", async () => {
    const pdf = Buffer.from(await convertWithLibreOffice(await allForms(), "pdf")).toString("latin1");
    const pages = [...pdf.matchAll(/\/Type\s*\/Page\b[^>]*?\/MediaBox\s*\[\s*0 0 ([\d.]+) ([\d.]+)\s*\]/g)].map(([, width, height]) => (Number(width) > Number(height) ? "landscape" : "portrait"));
    expect(pages).toEqual(FORMS.map(({ paper = "landscape" }) => paper));
  });
});
