import { ExcelHost as ExcelPaneHost } from "../../src/excel/ExcelHost";
import { SILENT } from "../../src/core/sheet/WorkbookPort";
import { numberValue } from "../../src/core/sheet/Cell";
import { reportOf } from "../fakes/FakeExcel";
import { hostOf } from "../excel-host/hostOf";
import { openInNode } from "../excel-host/openInNode";
import { smallPlan } from "../ports/workbookContract";

/** Longer than the echo of our own writes is waited for. */
const LATER = 700;
const settle = (): Promise<unknown> => new Promise((resolve) => setTimeout(resolve, LATER));

beforeAll(() => Object.assign(globalThis, { window: new EventTarget() }));
afterAll(() => Reflect.deleteProperty(globalThis, "window"));

/** Excels of several ages, as the copy of Office.js that npm delivers meets them; the newest tells more than that copy asks for. */
describe.each([{ ExcelApi: "1.9" }, { ExcelApi: "1.15" }, { ExcelApi: "1.18" }, { ExcelApi: "1.18", ExcelApiOnline: "1.1" }])(
  "watching through Microsoft's client library where Excel has %j",
  (apiSets) => {
    async function watch() {
      const host = hostOf([reportOf(5), { name: "Phụ lục", cells: { A1: 1 } }], { apiSets });
      const page = await openInNode(host);
      const uninstall = page.install();
      const heard: string[] = [];
      const pane = new ExcelPaneHost();
      const stop = await pane.watch({
        changed: (sheets?: readonly string[]) => heard.push(`changed ${sheets?.join() ?? "anything"}`),
        selected: (sheet, { row, column }) => heard.push(`${sheet} ${row} ${column}`),
      });
      const end = async (): Promise<void> => {
        await stop();
        uninstall();
        page.close();
      };
      return { host, pane, heard, stop, end };
    }

    it("hears the user edit and select, never itself, and leaves no handler behind", async () => {
      const { host, pane, heard, end } = await watch();
      host.edit("'II.06a'!D2", 7);
      host.selectRange("'Phụ lục'!C5:D9");
      await settle();
      expect(heard).toEqual(["changed II.06a", "Phụ lục 4 2"]);
      heard.length = 0;
      await pane.port.read(SILENT);
      await pane.port.apply([{ sheet: "II.06a", at: { row: 1, column: 3 }, from: numberValue(7), to: numberValue(2) }]);
      await pane.port.mark([{ sheet: "II.06a", kind: "error", cells: [{ row: 1, column: 3 }] }]);
      await pane.port.addSheet(smallPlan("Mới"));
      await settle();
      expect(heard).toEqual([]);
      expect(host.listening).toBeGreaterThanOrEqual(4);
      await end();
      expect(host.listening).toBe(0);
    });

    it("hears sheets come and go", async () => {
      const { host, heard, end } = await watch();
      host.addSheet("Khác");
      await settle();
      host.deleteSheet("Khác");
      await settle();
      expect(heard).toEqual(["changed anything", "changed anything"]);
      await end();
    });

    it("reading, selecting and listening write nothing", async () => {
      const { host, pane, end } = await watch();
      host.edit("'II.06a'!D2", 7);
      await pane.port.read(SILENT);
      await pane.port.reveal("II.06a", [{ row: 1, column: 3 }]);
      await settle();
      await end();
      host.assertNoWrites();
      expect(host.undoSteps).toBe(1);
    });
  },
);
