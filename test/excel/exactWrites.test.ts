import { parseA1 } from "../../src/core/sheet/Address";
import { BLANK, numberValue, type Content } from "../../src/core/sheet/Cell";
import type { Edit } from "../../src/core/sheet/WorkbookPort";
import { ExcelWorkbook } from "../../src/excel/ExcelWorkbook";
import { ExcelHost } from "../excel-host/ExcelHost";
import type { HostSheet } from "../excel-host/HostDescription";
import { openInNode } from "../excel-host/openInNode";

/** Works with a sheet "A" over Microsoft's client library. */
async function inExcel<Result>(sheet: Omit<HostSheet, "name">, work: (host: ExcelHost) => Promise<Result>): Promise<Result> {
  const host = new ExcelHost({ json: { sheets: [{ name: "A", ...sheet }] } });
  const page = await openInNode(host);
  const uninstall = page.install();
  try {
    return await work(host);
  } finally {
    uninstall();
    page.close();
  }
}

const edit = (address: string, from: Content, to: Content): Edit => ({ sheet: "A", at: parseA1(address)!, from, to });
const valuesOf = (host: ExcelHost, column: string, rows: number) => Array.from({ length: rows }, (_, row) => host.range(`A!${column}${row + 1}`).Values).flat(2);

describe("writing over filtered rows", () => {
  const cells = { A1: "Số", A2: 1, A3: 2, A4: 3, A5: 4, A6: 5, B2: 1, B3: 2, B4: 3, B5: 4, B6: 5 };
  const props = { hiddenRows: { 2: true, 4: true }, AutoFilter: { IsDataFiltered: true, rect: "A1:B6" } };

  it("comes to lie where it belongs, hidden rows included, in two round trips", async () => {
    await inExcel({ cells, props }, async (host) => {
      const before = host.batches.length;
      const edits = ["A", "B"].flatMap((column) => [2, 3, 4, 5, 6].map((row) => edit(`${column}${row}`, numberValue(row - 1), numberValue(row * 10))));
      expect(await new ExcelWorkbook().apply(edits)).toEqual([]);
      expect([valuesOf(host, "A", 6), valuesOf(host, "B", 6)]).toEqual([["Số", 20, 30, 40, 50, 60], ["", 20, 30, 40, 50, 60]]);
      expect(host.stats(before).syncs).toBe(2);
    });
  });

  it("goes wrong where it is done in one block, as add-ins found", async () => {
    await inExcel({ cells, props }, async (host) => {
      await Excel.run(async (context) => {
        context.workbook.worksheets.getItem("A").getRange("A2:A6").values = [[20], [30], [40], [50], [60]];
        await context.sync();
      });
      expect(valuesOf(host, "A", 6)).toEqual(["Số", 20, 2, 20, 4, 20]);
    });
  });
});

describe("writing on a protected sheet", () => {
  const locked = { Protection: { Protected: true } };

  it("is let through where cells are not locked", async () => {
    const free = () => ({ v: 1, fmt: { "Protection.Locked": false } });
    await inExcel({ cells: { A1: free(), A2: 1, C1: free() }, props: locked }, async (host) => {
      const refused = edit("A2", numberValue(1), numberValue(2));
      expect(await new ExcelWorkbook().apply([edit("A1", numberValue(1), numberValue(2)), edit("C1", numberValue(1), BLANK)])).toEqual([]);
      expect(await new ExcelWorkbook().apply([refused])).toEqual([{ edit: refused, why: "locked" }]);
      expect([valuesOf(host, "A", 2), valuesOf(host, "C", 1)]).toEqual([[2, 1], [""]]);
    });
  });
});
