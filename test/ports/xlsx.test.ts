import { newWorkbook } from "../../src/xlsx/newWorkbook";
import { XlsxWorkbook } from "../../src/xlsx/XlsxWorkbook";
import { craftWorkbook } from "../xlsx/craftWorkbook";
import type { SheetDescription } from "./SheetDescription";
import { describeMergesContract, describeWorkbookContract } from "./workbookContract";

const open = (sheets: readonly SheetDescription[]): XlsxWorkbook => XlsxWorkbook.open(craftWorkbook(...sheets), "thử.xlsx");

describeWorkbookContract("A workbook in a file", open);
describeMergesContract("A workbook in a file", open);

const CHANGES: ReadonlySet<string | symbol> = new Set(["mark", "apply", "addSheet"]);

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
