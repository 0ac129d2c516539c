import { parseA1 } from "../../src/core/sheet/Address";
import { cellAt, type Sheet } from "../../src/core/sheet/Sheet";
import { SILENT } from "../../src/core/sheet/WorkbookPort";
import { ExcelWorkbook } from "../../src/excel/ExcelWorkbook";
import { ExcelHost } from "../excel-host/ExcelHost";
import type { HostCell, HostWorkbook } from "../excel-host/HostDescription";
import { openInNode } from "../excel-host/openInNode";

/** What is read of a workbook over Microsoft's client library: at first, then of its first sheet again. */
async function readTwice(json: HostWorkbook): Promise<{ readonly first: readonly Sheet[]; readonly again: Sheet; readonly syncs: readonly number[] }> {
  const host = new ExcelHost({ json });
  const page = await openInNode(host);
  const uninstall = page.install();
  try {
    const workbook = new ExcelWorkbook();
    const syncs: number[] = [];
    const counted = async (only?: readonly string[]): Promise<readonly Sheet[]> => {
      const before = host.batches.length;
      const sheets = await workbook.read(SILENT, only);
      syncs.push(host.stats(before).syncs);
      return sheets;
    };
    const first = await counted();
    const [again] = await counted([first[0]!.name]);
    expect([...host.unimplemented, ...host.crashes]).toEqual([]);
    return { first, again: again!, syncs };
  } finally {
    uninstall();
    page.close();
  }
}

const look = (sheet: Sheet, address: string) => cellAt(sheet, parseA1(address)!).look;

const LINES: Readonly<Record<string, HostCell>> = {
  A1: { v: "Lĩnh vực", fmt: { "Font.Bold": true, "Fill.Color": "#FFF2CC" } },
  B1: "Số",
  A2: { v: "a", fmt: { "Font.Italic": true, IndentLevel: 2, "Font.Name": ".VnTime" } },
  B2: 1,
  A3: { v: "Cộng", fmt: { "Font.Bold": true, "Fill.Color": "#FFFFFF" } },
  B3: 2,
  D3: { v: 3, fmt: { "Font.Bold": true } },
};

describe("what Excel tells besides cells, in no more round trips", () => {
  it("are names, of the workbook and of single sheets, tables with their headings, and whether it calculates by itself", async () => {
    const { first, again, syncs } = await readTwice({
      sheets: [
        { name: "Số liệu", cells: LINES, names: [{ name: "riêng", formula: "='Số liệu'!$B$2" }], tables: [{ id: "{t}", name: "Bảng", rect: "A1:B3", style: "", props: { ShowTotals: true } }] },
        { name: "Khác", cells: { A1: 1 } },
      ],
      names: [{ name: "Nhận", formula: "='Số liệu'!$B$2:$B$3" }],
      bags: { Application: { CalculationMode: "Manual" } },
    });
    const range = { top: 0, left: 0, bottom: 2, right: 1 };
    expect(first[0]!.names).toEqual({
      sheets: ["Số liệu", "Khác"],
      defined: new Map([["NHẬN", "='Số liệu'!$B$2:$B$3"], ["SỐ LIỆU!RIÊNG", "='Số liệu'!$B$2"]]),
      tables: [{ name: "Bảng", sheet: "Số liệu", range, columns: ["Lĩnh vực", "Số"], hasHeadings: true, hasTotals: true }],
      isManual: true,
    });
    expect(first[1]!.names).toBe(first[0]!.names);
    expect(again.names).toEqual(first[0]!.names);
    expect(syncs).toEqual([2, 1]);
  });

  it("are rows that a table's filter leaves out, and hidden columns", async () => {
    const props = { hiddenRows: { 1: true, 4: true }, hiddenColumns: { 3: true } };
    const tables = [{ id: "{t}", name: "Bảng", rect: "A1:B3", style: "", props: { AutoFilter: { IsDataFiltered: true } } }];
    const { first, again, syncs } = await readTwice({ sheets: [{ name: "A", cells: { ...LINES, A5: "x" }, props, tables }] });
    for (const sheet of [first[0]!, again]) {
      expect(sheet.hiddenRows).toEqual(new Map([[1, "filtered"], [4, "hidden"]]));
      expect(sheet.hiddenColumns).toEqual(new Set([3]));
    }
    expect(syncs).toEqual([2, 1]);
  });

  it("are hidden rows beyond the first window, too", async () => {
    const cells = Object.fromEntries(Array.from({ length: 7_000 }, (_, row) => [`N${row + 1}`, row]));
    const { first } = await readTwice({ sheets: [{ name: "A", cells }, { name: "Dài", cells, props: { hiddenRows: { 10: true, 6_500: true } } }] });
    expect(first[1]!.hiddenRows).toEqual(new Map([[10, "hidden"], [6_500, "hidden"]]));
    expect(first[0]!.hiddenRows).toBeUndefined();
  });

  it("are the looks of the first columns, of sheets that are not long", async () => {
    const { first, again } = await readTwice({ sheets: [{ name: "A", cells: LINES }, { name: "Dài", cells: { ...LINES, A300: 1 } }] });
    for (const sheet of [first[0]!, again]) {
      expect(["A1", "A2", "A3", "B2", "D3"].map((at) => look(sheet, at))).toEqual([{ bold: true, fill: "FFF2CC" }, { italic: true, indent: 2, font: ".VnTime" }, { bold: true }, undefined, undefined]);
    }
    expect(look(first[1]!, "A1")).toBeUndefined();
  });

  it("are no looks of a workbook of many sheets", async () => {
    const { first, again } = await readTwice({ sheets: Array.from({ length: 13 }, (_, index) => ({ name: `Trang ${index}`, cells: LINES })) });
    expect([look(first[0]!, "A1"), look(again, "A1")]).toEqual([undefined, undefined]);
  });
});
