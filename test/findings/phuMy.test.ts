import { checksOf } from "../../src/core/checks/checksOf";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Balance } from "../../src/core/checks/Check";
import { outcomeOf } from "../../src/core/checks/balance";
import { CERTAIN } from "../../src/core/findings/explain";
import { evidenceOf } from "../../src/core/findings/localisation/evidenceOf";
import { localise } from "../../src/core/findings/localisation/localise";
import type { Repair } from "../../src/core/findings/localisation/causes";
import { a1, positionKey } from "../../src/core/sheet/Address";
import { finish } from "../../src/core/steps";
import { meantUnits } from "../../src/core/figures/Reading";
import type { Figure } from "../../src/core/figures/Table";
import { reportWith, tableIn } from "../fixtures/report";
import { sheetFromText } from "../fixtures/sheetFromText";

const count = ({ reading }: Figure): number => meantUnits(reading)!;
const figuresIn = (balances: readonly Balance[]): readonly Figure[] => [...new Map(balances.flatMap(({ total, parts }) => [total, ...parts]).map((figure) => [positionKey(figure.at), figure])).values()];
const choices = (size: number, cells: number): readonly (readonly number[])[] => {
  const all = Array.from({ length: cells }, (_, cell) => cell);
  return size === 1 ? all.map((cell) => [cell]) : all.flatMap((one) => all.slice(one + 1).map((other) => [one, other]));
};

interface Tried {
  /** How many sets of cells were tried. */
  readonly sets: number;
  /** The sets that mend every sum, with what their cells must hold: "D12=14 D13=6". */
  readonly mend: readonly string[];
}

/**
 * Tries every set of so many cells. A cell's weight in `total − parts` is ±1, so the change of a cell is, up to its sign, the gap of
 * a sum in which it stands alone, or, in a pair, that of the sums of which both are part, taken together.
 */
function tryAll(balances: readonly Balance[], size: 1 | 2): Tried {
  const figures = figuresIn(balances);
  const gaps = balances.map((balance) => {
    const { total, sum } = outcomeOf(balance)!;
    return total - sum;
  });
  const weights = figures.map((figure) => balances.map(({ total, parts }) => (total === figure ? 1 : parts.includes(figure) ? -1 : 0)));
  const failing = gaps.flatMap((gap, index) => (gap === 0 ? [] : [index]));
  const shifts = new Set(failing.flatMap((index) => [gaps[index]!, -gaps[index]!]));
  for (const one of [...shifts]) for (const other of [...shifts]) shifts.add(one + other);
  const mend = new Set<string>();
  const sets = choices(size, figures.length);
  for (const set of sets) {
    // A set that leaves a failing sum untouched cannot do, whatever it becomes.
    if (failing.some((index) => set.every((figure) => weights[figure]![index] === 0))) continue;
    for (const first of shifts) {
      for (const second of size === 1 ? [0] : shifts) {
        const by = [first, second];
        const holds = gaps.every((gap, index) => gap + set.reduce((sum, figure, at) => sum + weights[figure]![index]! * by[at]!, 0) === 0);
        const isChange = set.every((figure, at) => by[at] !== 0 && count(figures[figure]!) + by[at]! >= 0);
        if (holds && isChange) mend.add(set.map((figure, at) => `${a1(figures[figure]!.at)}=${count(figures[figure]!) + by[at]!}`).sort().join(" "));
      }
    }
  }
  return { sets: sets.length, mend: [...mend].sort() };
}

describe("Phú Mỹ's report", () => {
  const table = tableIn(sheetFromText(readFileSync(join(__dirname, "../forms/ii-06a/phu-my.tsv"), "utf8")));
  const evidence = finish(evidenceOf(checksOf(table), table, { tables: [table], answers: new Map() }));
  const hard = evidence.balances.filter(({ gap }) => !gap);
  const say = ({ figure, to }: Repair): string => `${a1(figure.at)}=${to}`;

  it("fails in three of its sums as printed", () => {
    const failing = hard.filter((balance) => outcomeOf(balance)!.total !== outcomeOf(balance)!.sum);
    expect(failing.map(({ check, total }) => `${check} ${a1(total.at)}`)).toEqual(["received-by-channel C12", "received-by-channel C13", "total-of-fields D16"]);
  });

  it("can be put right by none of its 88 cells alone, and by one pair of all 3,828", () => {
    expect(tryAll(hard, 1)).toEqual({ sets: 88, mend: [] });
    expect(tryAll(hard, 2)).toEqual({ sets: 3828, mend: ["D12=14 D13=6"] });
  });

  it("is explained by that pair, as two things that went wrong, both certain", () => {
    const { wholes, causes, complete } = finish(localise(evidence));
    expect(complete).toBe(true);
    expect(wholes[0]!.repairs.map(say)).toEqual(["D12=14", "D13=6"]);
    expect(wholes[0]!.probability).toBeGreaterThan(CERTAIN);
    expect(causes.map(({ options: [{ events, followers }] }) => [events.map(({ repairs }) => repairs.map(say)), followers])).toEqual([
      [[["D12=14"]], []],
      [[["D13=6"]], []],
    ]);
    for (const { options } of causes) expect(options[0].probability).toBeGreaterThan(CERTAIN);
  });
});

describe("trying all cells", () => {
  it("finds every repair where there are several, so that finding one proves something", () => {
    // Without the total row each cell of the sum across may be the wrong one.
    const [across] = finish(evidenceOf(checksOf(reportWith()), reportWith({ C8: "160" }), { tables: [], answers: new Map() })).balances.filter(({ total, gap }) => a1(total.at) === "C8" && !gap);
    expect(tryAll([across!], 1)).toEqual({ sets: 4, mend: ["C8=155", "D8=125", "E8=35", "F8=10"] });
  });
});
