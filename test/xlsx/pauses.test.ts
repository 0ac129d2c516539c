import { planSheet } from "../../src/core/scaffold/scaffold";
import { numberValue, textValue } from "../../src/core/sheet/Cell";
import { SILENT, Stopped, type Edit, type Progress } from "../../src/core/sheet/WorkbookPort";
import { reportingPeriod } from "../../src/core/words/Period";
import { ii06a } from "../../src/forms/ii-06a";
import { newWorkbook } from "../../src/xlsx/newWorkbook";
import type { XlsxWorkbook } from "../../src/xlsx/XlsxWorkbook";

const ROWS = 1_500;
const plan = planSheet(ii06a, { fields: Array.from({ length: ROWS }, (_, index) => `Lĩnh vực ${index + 1}`), period: reportingPeriod("quarter-1", 2024) });
const blanks = plan.cells.filter(({ content, at }) => content.kind === "blank" && at.column >= 2);
const fill = (sheet: string): readonly Edit[] => blanks.map(({ at }) => ({ sheet, at, from: { kind: "blank" }, to: numberValue(1) }));
const bytesOf = (workbook: XlsxWorkbook): string => Buffer.from(workbook.save()).toString("base64");

/** Told to stop when it is looked at for the given time. */
function stoppedAt(look: number): Progress {
  let looks = 0;
  return {
    report: () => undefined,
    get stopped() {
      return ++looks >= look;
    },
  };
}

async function withForm(): Promise<{ readonly workbook: XlsxWorkbook; readonly name: string }> {
  const workbook = newWorkbook();
  return { workbook, name: await workbook.addSheet(plan) };
}

describe("a workbook file that is being changed", () => {
  it("lets the page have turns, and shows itself as it was until the end", async () => {
    const { workbook, name } = await withForm();
    let turns = 0;
    let isDone = false;
    const before = bytesOf(workbook);
    const turn = (): void => {
      if (isDone) return;
      if (++turns === 2) expect(bytesOf(workbook)).toBe(before);
      setImmediate(turn);
    };
    setImmediate(turn);
    expect(await workbook.apply(fill(name))).toEqual([]);
    isDone = true;
    expect(turns).toBeGreaterThan(2);
    expect(bytesOf(workbook)).not.toBe(before);
  });

  it.each([1, 20, 200])("is left as it was when told to stop at pause %d of writing", async (look) => {
    const { workbook, name } = await withForm();
    const before = bytesOf(workbook);
    await expect(workbook.apply(fill(name), stoppedAt(look))).rejects.toThrow(Stopped);
    expect(bytesOf(workbook)).toBe(before);
  });

  it("gets no sheet when told to stop", async () => {
    const workbook = newWorkbook();
    await expect(workbook.addSheet(plan, stoppedAt(100))).rejects.toThrow(Stopped);
    expect(await workbook.read(SILENT)).toEqual([]);
  });

  it("takes changes asked for at the same time one after another", async () => {
    const { workbook, name } = await withForm();
    const at = { row: 0, column: 30 };
    const [first, second, added] = await Promise.all([
      workbook.apply([...fill(name), { sheet: name, at, from: { kind: "blank" }, to: textValue("a") }]),
      workbook.apply([{ sheet: name, at, from: textValue("a"), to: textValue("b") }]),
      workbook.addSheet(plan),
      workbook.writeKept("x"),
    ]);
    expect([first, second]).toEqual([[], []]);
    const sheets = await workbook.read(SILENT);
    expect(sheets.map((sheet) => sheet.name)).toEqual([name, added]);
    expect(sheets[0]!.rows.get(0)![30]!.value).toEqual(textValue("b"));
    expect(await workbook.readKept()).toBe("x");
  });

  it("follows a cell that more formulas read than a call may have arguments", async () => {
    const workbook = newWorkbook();
    const formula = { kind: "formula", formula: "=$A$1+1", value: numberValue(2) } as const;
    const cells = Array.from({ length: 130_000 }, (_, index) => ({ at: { row: 1 + Math.floor(index / 130), column: index % 130 }, content: formula, style: {} }));
    const name = await workbook.addSheet({ ...plan, merges: [], validations: [], cells: [{ at: { row: 0, column: 0 }, content: numberValue(1), style: {} }, ...cells] });
    expect(await workbook.apply([{ sheet: name, at: { row: 0, column: 0 }, from: numberValue(1), to: numberValue(5) }])).toEqual([]);
    const [sheet] = await workbook.read(SILENT);
    expect(sheet!.rows.get(1_000)![129]!.formula).toBe("=$A$1+1");
  });

  it("goes on after a change that failed", async () => {
    const { workbook, name } = await withForm();
    await Promise.allSettled([workbook.apply(fill(name), stoppedAt(3)), workbook.mark([])]);
    expect(await workbook.apply(fill(name))).toEqual([]);
  });
});
