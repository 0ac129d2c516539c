import { SILENT } from "../../src/core/sheet/WorkbookPort";
import { refuseTooMuch } from "../../src/xlsx/sheet/amount";
import { XlsxWorkbook } from "../../src/xlsx/XlsxWorkbook";
import { craftParts, zipParts } from "./craftWorkbook";

/** The trouble of a workbook whose only sheet has these rows; "" where it is read. */
async function troubleOf(rows: string, text = "x"): Promise<string> {
  const parts = craftParts([{ name: "A", cells: { A1: text } }]);
  parts["xl/worksheets/sheet1.xml"] = parts["xl/worksheets/sheet1.xml"]!.replace("</sheetData>", `${rows}</sheetData>`);
  return XlsxWorkbook.openInSteps(zipParts(parts), "a.xlsx")
    .then((workbook) => workbook.read(SILENT))
    .then(() => "", (error: Error) => error.message);
}

describe("how much is read of a workbook", () => {
  it("is what cells really hold: a text that stands in many cells counts each time", async () => {
    const row = (cell: string) => Array.from({ length: 2500 }, (_, index) => `<row r="${index + 2}">${cell}</row>`).join("");
    const long = "chữ ".repeat(8000);
    expect(await troubleOf(row('<c t="s"><v>0</v></c>'), long)).toContain("more cells or text");
    expect(await troubleOf(row('<c s="0"/>'), long)).toBe("");
  });

  it("counts all sheets together", () => {
    const half = { cells: 3_000_000, text: 0 };
    expect(() => refuseTooMuch(half, half)).not.toThrow();
    expect(() => refuseTooMuch(half, { ...half, cells: half.cells + 1 })).toThrow("cells");
    expect(() => refuseTooMuch({ cells: 0, text: 64_000_001 }, { cells: 0, text: 0 })).toThrow("characters");
  });

  it.each([
    ["inline", `<row r="2"><c t="inlineStr"><is><t>${"x".repeat(400_000)}</t></is></c></row>`, "x"],
    ["as a formula's result", `<row r="2"><c t="str"><f>A1</f><v>${"x".repeat(400_000)}</v></c></row>`, "x"],
    ["shared", "", "x".repeat(400_000)],
  ])("leaves out no part of a cell's text: one too long is refused, %s", async (_, rows, text) => {
    expect(await troubleOf(rows, text)).toContain("more cells or text");
  });
});
