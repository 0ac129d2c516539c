import { KEPT_NAMESPACE, keptXml } from "../../src/core/justifications/Kept";
import { SILENT } from "../../src/core/sheet/WorkbookPort";
import { TroubleError } from "../../src/core/Trouble";
import { ExcelWorkbook } from "../../src/excel/ExcelWorkbook";
import { losesKept } from "../../src/excel/keptPart";
import { hostOf } from "../excel-host/hostOf";
import { openInNode } from "../excel-host/openInNode";
import { FakeExcel } from "../fakes/FakeExcel";

/** Microsoft's client library over a simulated Excel, for one piece of work. */
async function withLibrary(work: (workbook: ExcelWorkbook, tools: { readonly host: ReturnType<typeof hostOf>; syncsOf(work: () => Promise<unknown>): Promise<number> }) => Promise<void>): Promise<void> {
  const host = hostOf([{ name: "II.06a", cells: { A1: 1 } }, { name: "Ghi chú", cells: {} }]);
  const page = await openInNode(host);
  const uninstall = page.install();
  const syncsOf = async (each: () => Promise<unknown>): Promise<number> => {
    const before = host.batches.length;
    await each();
    return host.stats(before).syncs;
  };
  await work(new ExcelWorkbook(), { host, syncsOf });
  expect([...host.unimplemented, ...host.crashes]).toEqual([]);
  uninstall();
  page.close();
}

describe("what a workbook open in Excel keeps for us, over Microsoft's client library", () => {
  it("is read with the sheets, at no round trip more, whether there is any or not", async () => {
    await withLibrary(async (workbook, { syncsOf }) => {
      expect(await syncsOf(() => workbook.read(SILENT))).toBe(2);
      expect(await syncsOf(async () => expect(await workbook.readKept()).toBeUndefined())).toBe(0);
      expect(await syncsOf(() => workbook.writeKept("một"))).toBe(2);
      expect(await syncsOf(() => workbook.read(SILENT))).toBe(2);
      expect(await syncsOf(async () => expect(await workbook.readKept()).toBe("một"))).toBe(0);
      expect(await syncsOf(() => workbook.read(SILENT, ["II.06a"]))).toBe(1);
      expect(await syncsOf(async () => expect(await workbook.readKept()).toBe("một"))).toBe(2);
    });
  });

  it("is written only when told to: reading it writes nothing", async () => {
    await withLibrary(async (workbook, { host }) => {
      await workbook.read(SILENT);
      await workbook.readKept();
      host.assertNoWrites();
    });
  });

  it("is what another person wrote since", async () => {
    await withLibrary(async (workbook) => {
      await workbook.read(SILENT);
      await new ExcelWorkbook().writeKept("của người khác");
      await workbook.readKept();
      expect(await workbook.readKept()).toBe("của người khác");
    });
  });

  it("leaves custom XML of others alone", async () => {
    await withLibrary(async (workbook) => {
      const all = (): Promise<readonly string[]> =>
        Excel.run(async (context) => {
          const parts = context.workbook.customXmlParts.load("items/id");
          await context.sync();
          const texts = parts.items.map((part) => part.getXml());
          await context.sync();
          return texts.map(({ value }) => value);
        });
      const foreign = '<metadata xmlns="urn:x"/>';
      await Excel.run(async (context) => {
        context.workbook.customXmlParts.add(foreign);
        await context.sync();
      });
      await workbook.writeKept("một");
      await workbook.writeKept("hai");
      expect(await all()).toEqual([foreign, keptXml("hai")]);
      expect((await all())[1]).toContain(KEPT_NAMESPACE);
      await workbook.writeKept(undefined);
      expect(await all()).toEqual([foreign]);
    });
  });
});

describe("a file that cannot keep anything", () => {
  it.each(["C:\\Báo cáo\\xuat.xls", "https://x.sharepoint.com/a/xuat.XLS?web=1", "/Users/a/b.csv", "b.html"])("is told by its name: %s", (address) => expect(losesKept(address)).toBe(true));

  it.each(["C:\\Báo cáo\\a.xlsx", "a.xlsm", "a.xlsb", "", undefined, null, "Book1"])("is not %s", (address) => expect(losesKept(address)).toBe(false));

  it("is refused with what to do, and taking out is not", async () => {
    const excel = new FakeExcel([{ name: "A", cells: {} }]);
    excel.install();
    Object.assign(Office.context, { document: { url: "C:\\Báo cáo\\xuat.xls" } });
    const workbook = new ExcelWorkbook();
    const error: unknown = await workbook.writeKept("x").catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(TroubleError);
    expect((error as TroubleError).trouble).toMatchObject({ where: "xuat.xls", remedy: { vi: expect.stringContaining("*.xlsx") as unknown } });
    expect(excel.xmlParts).toEqual([]);
    await workbook.writeKept(undefined);
  });
});
