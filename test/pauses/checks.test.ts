import { PAUSE } from "../../src/core/checks/Check";
import { judge } from "../../src/core/checks/judge";
import { SILENT } from "../../src/core/sheet/WorkbookPort";
import { STEP } from "../../src/core/steps";
import type { Figure, Table } from "../../src/core/figures/Table";
import { checkOf, reportWith } from "../fixtures/report";

const ROWS = 3 * STEP;
const report = reportWith();
const [, line] = report.rows;

/** A table of so many lines of one name, none of whose figures is well written. */
function longTable(figureAt: (figure: Figure) => Figure): Table {
  const rows = Array.from({ length: ROWS }, (_, index) => ({
    ...line!,
    row: index + 6,
    figures: line!.figures.map((figure) => figureAt({ ...figure, at: { ...figure.at, row: index + 6 } })),
  }));
  return { ...report, rows };
}

const asText = (figure: Figure): Figure => ({ ...figure, cell: { value: { kind: "text", text: "1" } }, reading: { kind: "figure", units: 1, notation: "plain-text" } });
const asDecimal = (figure: Figure): Figure => ({ ...figure, cell: { value: { kind: "number", number: 1.2 } }, reading: { kind: "figure", units: 1200, notation: "misread-thousands" } });
const asError = (figure: Figure): Figure => ({ ...figure, cell: { value: { kind: "error", code: "#REF!" }, formula: "=#REF!" }, reading: { kind: "unreadable", why: "error" } });

it.each(["formula-error", "received-resolved-pending"])("%s pauses every so many rows of a sound table, too", (id) => {
  const table = longTable((figure) => figure);
  const pauses = [...checkOf(id).judge(table, { tables: [table], answers: new Map() })].filter((verdict) => verdict === PAUSE);
  expect(pauses.length).toBeGreaterThanOrEqual(ROWS / STEP);
});

it("received-resolved-pending pauses while it names the rows for answers, before it judges", () => {
  const table = longTable((figure) => figure);
  const answers = new Map([["withdrawn", new Map([["another", 1]])]]);
  const pauses = [...checkOf("received-resolved-pending").judge(table, { tables: [table], answers })].filter((verdict) => verdict === PAUSE);
  expect(pauses.length).toBeGreaterThanOrEqual(ROWS);
});

describe.each([
  ["text-number", longTable(asText)],
  ["misread-thousands", longTable(asDecimal)],
  ["formula-error", longTable(asError)],
  ["unique-field", longTable((figure) => figure)],
])("%s", (id, table) => {
  const context = { tables: [table], answers: new Map() };

  it("pauses every so many rows while it gathers", () => {
    const pauses = [...checkOf(id).judge(table, context)].filter((verdict) => verdict === PAUSE);
    expect(pauses.length).toBeGreaterThanOrEqual(ROWS / STEP);
  });

  it("counts no pause as a judgement", async () => {
    const said = [...checkOf(id).judge(table, context)].filter((verdict) => verdict !== PAUSE);
    const [judged] = await judge([checkOf(id)], table, context, SILENT, () => undefined);
    const { pass, fail, skip, broken } = judged!.counts;
    expect([pass + fail + skip, fail, broken]).toEqual([said.length, judged!.fails.length, 0]);
    expect(fail).toBeGreaterThan(0);
  });
});
