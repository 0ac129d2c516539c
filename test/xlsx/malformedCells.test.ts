import { TroubleError } from "../../src/core/Trouble";
import { a1 } from "../../src/core/sheet/Address";
import { plainText } from "../../src/core/sheet/Cell";
import { SILENT } from "../../src/core/sheet/WorkbookPort";
import { XlsxWorkbook } from "../../src/xlsx/XlsxWorkbook";
import { craftParts, zipParts } from "./craftWorkbook";

/** What is read of a sheet with these rows: each cell as "B2 7", or the trouble in words. */
async function read(rows: string): Promise<string> {
  const parts = craftParts([{ name: "A", cells: { A1: "chữ" } }]);
  parts["xl/worksheets/sheet1.xml"] = parts["xl/worksheets/sheet1.xml"]!.replace(/<sheetData>.*<\/sheetData>/, `<sheetData>${rows}</sheetData>`);
  try {
    const [sheet] = await XlsxWorkbook.open(zipParts(parts), "thử.xlsx").read(SILENT);
    return [...sheet!.rows].flatMap(([row, line]) => line.flatMap((cell, column) => (cell ? [`${a1({ row, column })} ${plainText(cell.value)}`] : []))).join(", ");
  } catch (error) {
    if (error instanceof TroubleError) return error.trouble.what.vi;
    throw error;
  }
}

const v = "<v>7</v></c>";

describe("cells are read where they say they stand", () => {
  it.each([
    ["without addresses", `<row><c>${v}<c>${v}</row><row><c>${v}</row>`, "A1 7, B1 7, A2 7"],
    ["after one that has an address", `<row r="4"><c r="C4">${v}<c>${v}</row><row><c>${v}</row>`, "C4 7, D4 7, A5 7"],
    ["in small letters", `<row r="2"><c r="b2">${v}</row>`, "B2 7"],
    ["in the last corner", `<row r="1048576"><c r="XFD1048576">${v}</row>`, "XFD1048576 7"],
    ["of a text that is not there, as blanks", '<row r="1"><c r="A1" t="s"><v></v></c><c r="B1" t="s"><v>0</v></c></row>', "B1 chữ"],
  ])("%s", async (_, rows, cells) => {
    expect(await read(rows)).toBe(cells);
  });
});

describe("a sheet is refused, and nothing of it read as other cells,", () => {
  it.each([
    ["where a cell is named twice over", `<row r="1"><c r="A1B2">${v}</row>`],
    ["where a cell has no letters", `<row r="1"><c r="1">${v}</row>`],
    ["where a cell has no number", `<row r="1"><c r="A">${v}</row>`],
    ["where a cell is named nothing", `<row r="1"><c r="">${v}</row>`],
    ["where a cell is named by signs", `<row r="1"><c r="$A$1">${v}</row>`],
    ["where a cell is named with a space", `<row r="1"><c r="A1 ">${v}</row>`],
    ["where a number begins with nought", `<row r="1"><c r="A01">${v}</row>`],
    ["where a cell lies beyond the last column", `<row r="1"><c r="XFE1">${v}</row>`],
    ["where a column has no end", `<row r="1"><c r="${"A".repeat(5000)}1">${v}</row>`],
    ["where a cell lies beyond the last row", `<row r="1048577"><c r="A1048577">${v}</row>`],
    ["where a cell says it is of another row", `<row r="2"><c r="A3">${v}</row>`],
    ["where the first row without a number holds cells of another", `<row><c r="A9">${v}</row>`],
    ["where a cell has two names", `<row r="1"><c r="A1" r="B1">${v}</row>`],
    ["where a cell stands twice", `<row r="1"><c r="A1">${v}<c r="A1">${v}</row>`],
    ["where cells stand out of order", `<row r="1"><c r="B1">${v}<c r="A1">${v}</row>`],
    ["where a row stands twice", `<row r="1"><c r="A1">${v}</row><row r="1"><c r="B1">${v}</row>`],
    ["where rows stand out of order", `<row r="2"><c r="A2">${v}</row><row r="1"><c r="A1">${v}</row>`],
    ["where a row has no number for its number", `<row r="x"><c>${v}</row>`],
    ["where a row is the noughth", `<row r="0"><c>${v}</row>`],
    ["where a row is a half", `<row r="1.5"><c>${v}</row>`],
    ["where a cell stands in no row", `<c r="A1">${v}`],
    ["where a cell stands in a cell", `<row r="1"><c r="A1"><c r="B1">${v}</c></row>`],
    ["where a text is not among the workbook's", '<row r="1"><c r="A1" t="s"><v>1</v></c></row>'],
    ["where a text has a number that is none", '<row r="1"><c r="A1" t="s"><v>x</v></c></row>'],
  ])("%s", async (_, rows) => {
    expect(await read(rows)).toMatch(/bị hỏng/);
  });
});
