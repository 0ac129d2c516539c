import { planComputeInSteps } from "../../src/core/compute/compute";
import { planSheetInSteps } from "../../src/core/scaffold/scaffold";
import { numberValue, textValue, type Cell } from "../../src/core/sheet/Cell";
import { recalculateInSteps } from "../../src/core/sheet/recalculate";
import { dependsOnOthers } from "../../src/core/sheet/refersElsewhere";
import type { Sheet, SheetRow } from "../../src/core/sheet/Sheet";
import { SILENT, Stopped, type Progress } from "../../src/core/sheet/WorkbookPort";
import { finish, paced, restWhenDue, type Steps } from "../../src/core/steps";
import { derivedInSteps } from "../../src/core/table/derived";
import { locateInSteps } from "../../src/core/table/locate";
import { reportingPeriod } from "../../src/core/table/Period";
import { rectanglesInSteps } from "../../src/excel/rectangles";
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

const work: Readonly<Record<string, () => Steps<unknown>>> = {
  "working out formulas": () => recalculateInSteps(sheet, "uncalculated"),
  "looking for references to other sheets": () => dependsOnOthers(sheet),
  "locating tables": () => locateInSteps(sheet, [ii06a]),
  "finding what a table adds up": () => derivedInSteps({ ...table }),
  "planning what to compute": () => planComputeInSteps(table, sheet, { percentages: ii06a.percentages.map(({ id }) => id) }),
  "planning a form": scaffold,
  "covering cells with blocks": () => rectanglesInSteps(grid.map(({ at }) => at)),
  "turning contents into what is typed": () => inputsOf(grid),
};

describe.each(Object.entries(work))("%s", (_name, steps) => {
  it("pauses at least once a row", () => {
    expect([...steps()].length).toBeGreaterThanOrEqual(ROWS);
  });

  it("comes to the same whether it rests or not, and rests as often as it is told", async () => {
    let rests = 0;
    const rested = await paced(steps(), async () => void rests++, SILENT);
    expect(rested).toEqual(finish(steps()));
    expect(rests).toBeGreaterThanOrEqual(ROWS);
  });

  it("ends at its next pause when told to stop", async () => {
    let looks = 0;
    const progress: Progress = {
      report: () => undefined,
      get stopped() {
        return ++looks === 100;
      },
    };
    await expect(paced(steps(), () => undefined, progress)).rejects.toThrow(Stopped);
    expect(looks).toBe(100);
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
