import type { Audit } from "../../src/core/audit";
import { planComputeInSteps } from "../../src/core/compute/compute";
import { mendedInSteps } from "../../src/core/findings/mended";
import { marksInSteps, sameMarks } from "../../src/core/highlights/marks";
import { planSheetInSteps } from "../../src/core/scaffold/scaffold";
import { positionKey, type Position } from "../../src/core/sheet/Address";
import { numberValue, textValue, type Cell } from "../../src/core/sheet/Cell";
import { recalculateInSteps } from "../../src/core/sheet/recalculate";
import { dependsOnOthers } from "../../src/core/sheet/dependsOnOthers";
import type { Sheet, SheetRow } from "../../src/core/sheet/Sheet";
import { SILENT, Stopped, type Mark, type Progress } from "../../src/core/sheet/WorkbookPort";
import { finish, paced, restWhenDue, type Steps } from "../../src/core/steps";
import { locateInSteps } from "../fixtures/locate";
import { reportingPeriod } from "../../src/core/words/Period";
import { boundsOf, rectanglesInSteps } from "../../src/core/sheet/rectangles";
import { inputsOf } from "../../src/excel/writeCells";
import { ii06a } from "../../src/forms/ii-06a";
import { tableOn } from "../compute/filled";

const ROWS = 400;
const scaffold = () => planSheetInSteps(ii06a, { fields: Array.from({ length: ROWS }, (_, index) => `Lĩnh vực ${index + 1}`), period: reportingPeriod("quarter-1", 2024) });

/** The form of so many rows, its sums as formulas without results. */
function longSheet(): Sheet {
  const rows = new Map<number, (Cell | undefined)[]>();
  for (const { at, content } of finish(scaffold()).cells) {
    if (!rows.has(at.row)) rows.set(at.row, []);
    if (content.kind === "formula") rows.get(at.row)![at.column] = { value: { kind: "blank" }, formula: content.formula, uncalculated: true };
    else if (content.kind !== "blank") rows.get(at.row)![at.column] = { value: content };
  }
  return { name: "II.06a", visible: true, locked: false, rows: rows as ReadonlyMap<number, SheetRow>, merges: [] };
}

const sheet = longSheet();
const table = tableOn(sheet);
const grid = Array.from({ length: ROWS }, (_, row) => ({ at: { row: 2 * row, column: 1 }, content: row % 2 ? textValue("a") : numberValue(row) }));

const cells = grid.map(({ at }) => at);
const mark = (positions: readonly Position[]): Mark => ({ sheet: "II.06a", kind: "error", cells: positions });
const phrase = { vi: "sai", en: "wrong" };
const found: Audit = {
  sheets: [], unrecognised: [],
  texts: [],
  tables: [
    {
      table,
      outcomes: [],
      counts: { pass: 0, fail: 1, skip: 0, notApplicable: 0, broken: 0 },
      findings: [{ id: "1", sheet: "II.06a", form: "ii-06a", severity: "error", cells: cells as [Position, ...Position[]], message: phrase, reasons: [{ check: "balance", phrase }], suggestions: [] }],
    },
  ],
};

const work: Readonly<Record<string, () => Steps<unknown>>> = {
  "working out formulas": () => recalculateInSteps(sheet, "uncalculated"),
  "looking for references to other sheets": () => dependsOnOthers(sheet),
  "locating tables": () => locateInSteps(sheet, [ii06a]),
  "planning what to compute": () => planComputeInSteps(table, sheet, { percentages: ii06a.tables[0].shares!.map(({ id }) => id) }),
  "planning a form": scaffold,
  "putting a frame around cells": () => boundsOf(cells),
  "covering cells with blocks": () => rectanglesInSteps(grid.map(({ at }) => at)),
  "turning contents into what is typed": () => inputsOf(grid),
  "mending cells": () => mendedInSteps(table, new Map(table.rows.map(({ figures }) => [positionKey(figures[1]!.at), { count: 5 }]))),
  "gathering marks": () => marksInSteps(found),
  "comparing marks": () => sameMarks([mark(cells)], [mark(cells.slice(200)), mark(cells.slice(0, 200))]),
};

/** Rows between two pauses, where it is not every row. */
const STRETCHES: Readonly<Record<string, number>> = { "locating tables": 50 };

describe.each(Object.entries(work).map(([name, steps]) => [name, steps, ROWS / (STRETCHES[name] ?? 1)] as const))("%s", (_name, steps, pauses) => {
  it("pauses at least once a row, or every so many that are done at once", () => {
    expect([...steps()].length).toBeGreaterThanOrEqual(pauses);
  });

  it("comes to the same whether it rests or not, and rests as often as it is told", async () => {
    let rests = 0;
    const rested = await paced(steps(), async () => void rests++, SILENT);
    expect(rested).toEqual(finish(steps()));
    expect(rests).toBeGreaterThanOrEqual(pauses);
  });

  it("ends at its next pause when told to stop", async () => {
    const last = Math.min(100, pauses);
    let looks = 0;
    const progress: Progress = {
      report: () => undefined,
      get stopped() {
        return ++looks === last;
      },
    };
    await expect(paced(steps(), () => undefined, progress)).rejects.toThrow(Stopped);
    expect(looks).toBe(last);
  });
});

it("working out formulas pauses at each of a row, which may add up a column as long as the sheet", () => {
  const sums = table.rows.at(-1)!.figures.length;
  const row = new Map([...sheet.rows].slice(-12).filter(([at]) => at === table.rows.at(-1)!.row));
  expect([...recalculateInSteps({ ...sheet, rows: row }, "uncalculated")].length).toBeGreaterThanOrEqual(sums);
});

describe("two lists of marks", () => {
  const same = (some: readonly Mark[], others: readonly Mark[]): boolean => finish(sameMarks(some, others));

  it("are the same in whatever order and parts, and where one has an empty mark", () => {
    expect(same([mark(cells)], [mark(cells.slice(9)), mark(cells.slice(0, 9)), { ...mark([]), sheet: "Khác" }])).toBe(true);
  });

  it.each([
    ["a cell is missing", [mark(cells.slice(1))]],
    ["a cell is another", [mark([...cells.slice(1), { row: 1, column: 1 }])]],
    ["the kind is another", [{ ...mark(cells), kind: "info" as const }]],
    ["the sheet is another", [{ ...mark(cells), sheet: "Khác" }]],
    ["there are none", []],
  ])("differ where %s", (_why, others) => {
    expect(same([mark(cells)], others)).toBe(false);
    expect(same(others, [mark(cells)])).toBe(false);
  });
});

describe("a rest when due", () => {
  it("gives the host a turn once the work has held it for a while, and not before", async () => {
    let now = 0;
    let turns = 0;
    const rest = restWhenDue(
      () => now,
      async () => {
        turns++;
        now += 100;
      },
    );
    now = 5;
    expect(rest()).toBeUndefined();
    now = 30;
    await rest();
    expect(turns).toBe(1);
    // The time that others took does not count as ours.
    expect(rest()).toBeUndefined();
    now += 30;
    expect(rest()).toBeInstanceOf(Promise);
  });
});
