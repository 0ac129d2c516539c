import { strFromU8, unzipSync } from "fflate";
import { newWorkbook } from "../../src/xlsx/newWorkbook";
import { XlsxWorkbook } from "../../src/xlsx/XlsxWorkbook";
import { craftWorkbook } from "../xlsx/craftWorkbook";
import type { SheetDescription } from "./SheetDescription";
import { describeMergesContract, describeWorkbookContract, smallPlan } from "./workbookContract";

const open = (sheets: readonly SheetDescription[]): XlsxWorkbook => XlsxWorkbook.open(craftWorkbook(...sheets), "thử.xlsx");

describeWorkbookContract("A workbook in a file", open);
describeMergesContract("A workbook in a file", open);

const CHANGES: ReadonlySet<string | symbol> = new Set(["mark", "apply", "addSheet", "removeSheets"]);

/** A workbook that is saved, and opened again, after every change. */
function reopened(sheets: readonly SheetDescription[]): XlsxWorkbook {
  let current = open(sheets);
  return new Proxy(current, {
    get: (_, name) => {
      const member: unknown = Reflect.get(current, name);
      if (typeof member !== "function") return member;
      return async (...args: unknown[]): Promise<unknown> => {
        const result: unknown = await member.apply(current, args);
        if (CHANGES.has(name)) current = XlsxWorkbook.open(current.save(), current.name);
        return result;
      };
    },
  });
}

describeWorkbookContract("A workbook saved and opened again after every change", reopened);
describeMergesContract("A workbook saved and opened again after every change", reopened);

describe("A file that a sheet is taken out of", () => {
  it("keeps nothing of it, and the names of the others at their sheets", async () => {
    const workbook = open([{ name: "A", cells: {} }]);
    for (const name of ["Đầu", "Giữa", "Cuối"]) await workbook.addSheet(smallPlan(name));
    await workbook.removeSheets(["Giữa"]);
    const parts = Object.entries(unzipSync(workbook.save())).map(([path, bytes]) => [path, strFromU8(bytes)] as const);
    expect(parts.filter(([path]) => /sheet\d+\.xml/.test(path))).toHaveLength(3);
    expect(parts.some(([, text]) => text.includes("Giữa") || text.includes("sheet3.xml"))).toBe(false);
    const book = parts.find(([path]) => path === "xl/workbook.xml")![1];
    expect([...book.matchAll(/localSheetId="(\d)">(.*?)!/g)].map(([, place, sheet]) => `${place} ${sheet}`)).toEqual(["1 'Đầu'", "1 'Đầu'", "2 'Cuối'", "2 'Cuối'"]);
    expect(book).toContain('activeTab="2"');
  });
});

describe("A new workbook", () => {
  it("has no sheets of its own", async () => {
    expect(await newWorkbook().read({ report: () => undefined, stopped: false })).toEqual([]);
  });

  it("saved as it is gets the one sheet that Excel insists on", async () => {
    const [sheet, ...others] = await XlsxWorkbook.open(newWorkbook().save(), "mới.xlsx").read({ report: () => undefined, stopped: false });
    expect(sheet?.name).toBe("Sheet1");
    expect(others).toEqual([]);
  });
});
