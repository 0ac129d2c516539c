import { checksOf } from "../../../src/core/checks/checksOf";
import { tableOfLine } from "../../../src/cli/localizeLine";
import { components } from "../../../src/core/findings/localisation/localise";
import type { Event } from "../../../src/core/findings/localisation/Event";
import { evidenceOf } from "../../../src/core/findings/localisation/evidenceOf";
import { historiesOf } from "../../../src/core/findings/localisation/History";
import { modelOf } from "../../../src/core/findings/localisation/Model";
import { oneCell } from "../../../src/core/findings/localisation/events/oneCell";
import { statesOf, valueIn, type Pairs, type State, type States } from "../../../src/core/findings/localisation/States";
import { problemOf } from "../../../src/core/findings/localisation/problemOf";
import { searchFor } from "../../../src/core/findings/localisation/search";
import { settingOf, type Setting } from "../../../src/core/findings/localisation/Setting";
import { finish } from "../../../src/core/steps";
import { added, RIGHT, spoilt, type Value } from "./typedTable";

const ROWS = RIGHT.slice(0, 3);

/** The table, every number typed, with the failing constraints that hang together; all in one in these tables. */
function typedSetting(cells: Readonly<Record<string, Value>>): { readonly setting: Setting; readonly failing: readonly number[] } {
  const { rows, total } = spoilt(ROWS, added(ROWS), cells);
  const columns = Array.from({ length: 13 }, (_, index) => String(index + 1));
  const table = tableOfLine({ id: 1, columns, rows: rows.map((row, index) => [index + 1, `Dòng ${index + 1}`, ...row]), total: [null, "Tổng cộng", ...total] });
  const evidence = finish(evidenceOf(checksOf(table), table, { tables: [table], answers: new Map() }));
  const problem = finish(problemOf(evidence.balances, evidence.formulas));
  const setting = finish(settingOf(problem, historiesOf(problem)[0]!, finish(modelOf(problem, new Set()))));
  return { setting, failing: finish(components(setting)).flat() };
}

const likeliest = (cell: number, to: number, state: State, { problem }: Setting, states: States): Event | undefined => {
  const view = states.view(state);
  return to === problem.counts[cell] ? undefined : oneCell(cell, view.value(cell), to, view);
};

/** Whether every sum of the table holds with these cells changed, by adding them all up. */
const holds = ({ problem: { sums, counts } }: Setting, changes: Pairs): boolean =>
  sums.every(({ total, parts }) => parts.reduce((sum, part) => sum + (valueIn(changes, part) ?? counts[part]!), 0) === (valueIn(changes, total) ?? counts[total]!));

/** What the cheapest change of one or two cells costs, whatever the cells and counts: all are tried. */
function cheapestByTrying({ setting, failing }: ReturnType<typeof typedSetting>, most: 1 | 2): number {
  const states = statesOf(setting, failing);
  const { counts, sums } = setting.problem;
  const residual = (index: number, changes: Pairs): number => {
    const { total, parts } = sums[index]!;
    return parts.reduce((rest, part) => rest - (valueIn(changes, part) ?? counts[part]!), valueIn(changes, total) ?? counts[total]!);
  };
  let best = Infinity;
  const tryFrom = (state: State, left: number): void => {
    if (holds(setting, state.changes)) best = Math.min(best, state.cost);
    if (left === 0) return;
    const gaps = new Set(sums.map((_, index) => Math.abs(residual(index, state.changes))));
    for (const [cell, count] of counts.entries()) {
      if (valueIn(state.changes, cell) !== undefined) continue;
      // The first of two may be anything that leaves a gap the second can fill; a gap of the table, here.
      for (const gap of gaps) {
        for (const to of [count - gap, count + gap]) {
          const event = gap > 0 && to >= 0 ? likeliest(cell, to, state, setting, states) : undefined;
          const next = event && states.after(state, event);
          if (next) tryFrom(next, left - 1);
        }
      }
    }
  };
  tryFrom(states.start, most);
  return best;
}

describe("best-first search", () => {
  it.each([
    [{ "1|7": 161 }, 1],
    [{ "2|9": 73 }, 1],
    [{ "3|4": 26 }, 1],
    [{ "0|9": 132 }, 1],
    [{ "1|7": 161, "2|9": 73 }, 2],
    [{ "3|4": 26, "0|11": 67 }, 2],
    [{ "1|12": 31, "3|3": 421 }, 2],
  ] as const)("finds what trying everything finds: %j", (cells, most) => {
    const table = typedSetting(cells);
    const { found, complete } = finish(finish(searchFor(table.setting, table.failing)).run({ looks: 20_000 }, Infinity));
    expect(complete).toBe(true);
    expect(found[0]!.events).toHaveLength(most);
    expect(found[0]!.cost).toBe(cheapestByTrying(table, most));
  });

  it("promises no more than it keeps: nothing costs less than the bound", () => {
    for (const cells of [{ "1|7": 161 }, { "1|7": 161, "2|9": 73 }, { "1|4": 63, "1|5": 71 }, { "3|8": 0, "3|9": 0 }]) {
      const { setting, failing } = typedSetting(cells);
      const search = finish(searchFor(setting, failing));
      const { found } = finish(search.run({ looks: 20_000 }, Infinity));
      expect(found[0]!.cost).toBeGreaterThanOrEqual(search.bound);
    }
  });
});

describe("the constraints of a table", () => {
  it("are set up only where something fails or somebody asks", () => {
    const { setting, failing } = typedSetting({ "2|5": 31 });
    const sums = setting.problem.sums.length;
    expect(Object.keys(setting.constraints).length).toBeLessThan(sums / 2);
    const [cell] = setting.constraints[failing[0]!]!.cells;
    const asked = setting.constraintsOf(cell!);
    expect(asked).toContain(failing[0]);
    expect(asked.map((index) => setting.constraints[index]!.sum!.axis).sort()).toEqual(["column", "row", "row"]);
    expect(Object.keys(setting.constraints).length).toBeLessThan(sums);
  });
});
