import { planCompute, type ComputeOptions } from "../../src/core/compute/compute";
import { planSheet, type ScaffoldOptions } from "../../src/core/scaffold/scaffold";
import type { Form } from "../../src/core/form/Form";
import { a1, parseA1 } from "../../src/core/sheet/Address";
import { contentOf, numberValue, plainText } from "../../src/core/sheet/Cell";
import { cellAt, type Sheet } from "../../src/core/sheet/Sheet";
import { SILENT, type Edit } from "../../src/core/sheet/WorkbookPort";
import { reportingPeriod } from "../../src/core/words/Period";
import { figureOf } from "../../src/core/figures/Table";
import { danhGiaMau01 } from "../../src/forms/danh-gia-mau-01";
import { danhGiaMau03 } from "../../src/forms/danh-gia-mau-03";
import { FORMS } from "../../src/forms/forms";
import { newWorkbook } from "../../src/xlsx/newWorkbook";
import { XlsxWorkbook } from "../../src/xlsx/XlsxWorkbook";
import { convertWithLibreOffice } from "../libreoffice";
import { chanceFrom } from "../fixtures/chance";
import { locate } from "../fixtures/locate";
import { cellFromText, withCells } from "../fixtures/sheetFromText";
import { validCells, validReport, validSheet, type ValidReport } from "../fixtures/validReports";
import { applied, printEdits } from "./filled";

const planOn = (sheet: Sheet, form: Form, options: ComputeOptions = {}) => {
  const plans = locate(sheet, [form]).tables.map((table) => planCompute(table, sheet, options));
  return { ...plans[0]!, edits: plans.flatMap(({ edits }) => edits), kept: plans.flatMap(({ kept }) => kept), skipped: plans.flatMap(({ skipped }) => skipped) };
};

const optionsFor = (form: Form, { labels }: ValidReport): ScaffoldOptions => ({
  fields: labels,
  period: form.from > "2024" ? reportingPeriod("quarter-3", 2025) : reportingPeriod("quarter-1", 2024),
  unit: "UBND xã An Phú",
});

/** A right report as typed; the same with blanks wherever the form's new sheet has formulas; and where those are. */
async function withoutWorked(form: Form): Promise<{ readonly blank: Sheet; readonly right: Sheet; readonly live: readonly string[]; readonly blanks: readonly string[] }> {
  const report = validReport(form, chanceFrom(3));
  const right = await validSheet(form, report);
  const live = planSheet(form, optionsFor(form, report)).cells.flatMap(({ at, content }) => (content.kind === "formula" ? [a1(at)] : []));
  // Under a total a row with hardly a figure is taken for a note: one of its cells is blank, the others stay.
  const rows = locate(right, [form]).tables.flatMap((table) => table.rows.filter(({ kind }) => kind === "summary").map(({ row }) => row));
  const closing = (at: string): boolean => rows.includes(parseA1(at)!.row);
  const blanks = [...live.filter((at) => !closing(at)), ...rows.flatMap((row) => live.find((at) => parseA1(at)!.row === row) ?? [])];
  return { right, live, blanks, blank: withCells(right, Object.fromEntries(blanks.map((at) => [at, ""]))) };
}

const textOf = (sheet: Sheet, place: string): string => plainText(cellAt(sheet, parseA1(place)!).value);

describe.each(FORMS.map((form) => [form.id, form] as const))("the worked-out cells of form %s", (_, form) => {
  it("are filled wherever a new sheet has formulas, and come to what a right report says", async () => {
    const { blank, right, live } = await withoutWorked(form);
    const plan = planOn(blank, form);
    const computed = await applied(blank, plan);
    const differing = live.filter((at) => textOf(computed, at) !== textOf(right, at)).map((at) => `${at}: “${textOf(computed, at)}”, not “${textOf(right, at)}”`);
    expect([differing, plan.kept, plan.skipped]).toEqual([[], [], []]);
    expect(printEdits(planOn(computed, form))).toEqual([]);
  });

  it("are left alone where right figures are typed, and no right figure is called wrong", async () => {
    const { right } = await withoutWorked(form);
    const plan = planOn(right, form, { convertEqual: true });
    expect(plan.kept).toEqual([]);
    const after = await applied(right, plan);
    expect(plan.edits.filter(({ at, from }) => from.kind !== "blank" && plainText(cellAt(after, at).value) !== plainText(cellAt(right, at).value))).toEqual([]);
  });
});

/** Edits by their cells. */
const editsAt = async (form: Form, cells: Readonly<Record<string, string>>, options?: ComputeOptions) => {
  const { blank } = await withoutWorked(form);
  return planOn(withCells(blank, cells), form, options);
};

describe("a worked-out cell that was typed", () => {
  it("stays where it differs, and is told: a rank, a mean, a count of marks", async () => {
    const { right } = await withoutWorked(danhGiaMau03);
    const [table] = locate(right, [danhGiaMau03]).tables;
    const rank = table!.columns.find(({ column }) => column.key === "rank")!.at;
    const place = a1({ row: table!.rows[0]!.row, column: rank });
    const plan = await editsAt(danhGiaMau03, { [place]: "9" });
    expect(plan.kept.map(({ at, typed }) => `${a1(at)} ${typed}`)).toEqual([`${place} 9`]);
    expect(plan.edits.some(({ at }) => a1(at) === place)).toBe(false);
  });
});

describe("Excel's own percentages", () => {
  it("keep a mean over them from being written, and are named", async () => {
    const { blank } = await withoutWorked(danhGiaMau03);
    const [table] = locate(blank, [danhGiaMau03]).tables;
    const { at, column } = figureOf(table!, table!.rows[0]!, "satisfied")!;
    const rows = new Map(blank.rows);
    rows.set(at.row, rows.get(at.row)!.map((cell, index) => (index === at.column ? { ...cell, value: numberValue(0.41), numberFormat: "0.0%" } : cell)));
    const plan = planOn({ ...blank, rows }, danhGiaMau03);
    const obstacles = plan.skipped.flatMap(({ because }) => because.map((each) => `${a1(each.at)} ${each.kind}`));
    expect([column.kind.unit, ...new Set(obstacles)]).toEqual(["%", `${a1(at)} percent`]);
  });
});

describe("marks", () => {
  it("are counted by COUNTIF, never added; another mark than the form's keeps the count from being written", async () => {
    const { blank } = await withoutWorked(danhGiaMau01);
    const counts = planOn(blank, danhGiaMau01).edits.flatMap(({ to }) => (to.kind === "formula" && to.formula.startsWith("=COUNTIF") ? [to.formula] : []));
    expect(counts).toHaveLength(3);
    expect(counts[0]).toMatch(/^=COUNTIF\([A-Z]+\d+:[A-Z]+\d+,"x"\)$/);
    const marked = [...blank.rows].flatMap(([row, cells]) => cells.flatMap((cell, column) => (cell && plainText(cell.value) === "x" ? [a1({ row, column })] : [])));
    const plan = planOn(withCells(blank, { [marked[0]!]: '"✓"' }), danhGiaMau01);
    expect(new Set(plan.skipped.flatMap(({ because }) => because.map(({ at, kind }) => `${a1(at)} ${kind}`)))).toEqual(new Set([`${marked[0]} mark`]));
  });

  it("stay marks when texts are turned into numbers", async () => {
    const { right } = await withoutWorked(danhGiaMau01);
    expect(planOn(right, danhGiaMau01, { convertText: true }).numbered).toEqual([]);
  });
});

describe("LibreOffice", () => {
  it("comes to the same in every cell that was computed, in every form", async () => {
    const workbook = newWorkbook();
    const computed: { readonly sheet: string; readonly edits: readonly Edit[] }[] = [];
    for (const form of FORMS) {
      const report = validReport(form, chanceFrom(3));
      const plan = planSheet(form, optionsFor(form, report));
      const name = await workbook.addSheet({ ...plan, cells: plan.cells.filter(({ content }) => content.kind !== "formula") });
      const left = new Set((await withoutWorked(form)).blanks);
      const [empty] = await workbook.read(SILENT, [name]);
      const typed = Object.entries(validCells(form, report, empty!)).filter(([at]) => !left.has(at));
      await workbook.apply(typed.map(([at, text]): Edit => ({ sheet: name, at: parseA1(at)!, from: contentOf(cellAt(empty!, parseA1(at)!)), to: cellFromText(text).value })));
      const [filled] = await workbook.read(SILENT, [name]);
      const { edits } = planOn(filled!, form);
      expect(await workbook.apply(edits)).toEqual([]);
      computed.push({ sheet: name, edits });
    }
    const calculated = XlsxWorkbook.open(await convertWithLibreOffice(workbook.save(), "xlsx"), "computed.xlsx");
    const sheets = new Map((await calculated.read(SILENT)).map((sheet) => [sheet.name, sheet]));
    const differing = computed.flatMap(({ sheet, edits }) =>
      edits.flatMap(({ at, to }) => {
        const [shown, planned] = [plainText(cellAt(sheets.get(sheet)!, at).value), to.kind === "formula" ? plainText(to.value) : ""];
        return shown === planned ? [] : [`${sheet} ${a1(at)} ${to.kind === "formula" ? to.formula : ""}: ${shown}, not ${planned}`];
      }),
    );
    expect(differing).toEqual([]);
    expect(computed.reduce((all, { edits }) => all + edits.length, 0)).toBeGreaterThan(FORMS.length);
  });
});
