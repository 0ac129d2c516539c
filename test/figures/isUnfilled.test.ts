import { isUnfilled } from "../../src/core/figures/isUnfilled";
import { examine } from "../../src/core/examine";
import { parseKept } from "../../src/core/justifications/Kept";
import { planSheet } from "../../src/core/scaffold/scaffold";
import { BLANK, numberValue } from "../../src/core/sheet/Cell";
import { SILENT } from "../../src/core/sheet/WorkbookPort";
import { reportingPeriod } from "../../src/core/words/Period";
import { FORMS } from "../../src/forms/forms";
import { LIBRARY } from "../../src/library";
import { newWorkbook } from "../../src/xlsx/newWorkbook";
import type { Edit } from "../../src/core/sheet/WorkbookPort";
import type { Form } from "../../src/core/form/Form";
import { reportWith } from "../fixtures/report";

async function audited(form: Form, fill: boolean) {
  const workbook = newWorkbook();
  const plan = planSheet(form, { fields: ["Chứng thực"], period: reportingPeriod("quarter-1", 2024) });
  const sheet = await workbook.addSheet(plan);
  if (fill) {
    const input = plan.validations[0]!.cells[0]!;
    const edit: Edit = { sheet, at: { row: input.top, column: input.left }, from: BLANK, to: numberValue(0) };
    expect(await workbook.apply([edit])).toEqual([]);
  }
  return (await examine(await workbook.read(SILENT), LIBRARY, parseKept(undefined))).audit.tables;
}

/** Lists of dossiers or tasks have no line before one is typed. */
const isList = ({ tables }: Form): boolean => tables.some(({ rows }) => "record" in rows);

describe.each(FORMS.filter((form) => !isList(form)).map((form) => [form.id, form] as const))("%s as it is made", (_, form) => {
  it("has no figures yet, and nothing of it passes", async () => {
    const tables = await audited(form, false);
    expect(tables.map(({ isEmpty }) => isEmpty)).toEqual(tables.map(() => true));
    expect(tables.map(({ counts }) => counts.pass)).toEqual(tables.map(() => 0));
  });

  it("has some as soon as a nought is typed", async () => {
    const [first] = await audited(form, true);
    expect(first!.isEmpty).toBeUndefined();
    expect(first!.counts.pass).toBeGreaterThan(0);
  });
});

it.each(FORMS.filter(isList).map((form) => [form.id, form] as const))("%s as it is made has no line, and nothing of it passes", async (_, form) => {
  const tables = await audited(form, false);
  expect(tables.filter(({ isEmpty }) => !isEmpty)).toEqual([]);
});

it("a report with figures is filled in", () => expect(isUnfilled(reportWith())).toBe(false));
