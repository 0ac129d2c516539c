import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Balance } from "../../src/core/checks/Check";
import { outcomeOf } from "../../src/core/checks/judgeBalance";
import { localise } from "../../src/core/findings/localise";
import { a1, positionKey } from "../../src/core/sheet/Address";
import { meantCount } from "../../src/core/table/Reading";
import type { Figure, Table } from "../../src/core/table/Table";
import { liveWith, REPORT, reportWith, sheetOf, tableIn } from "../fixtures/report";
import { sheetFromText, withCells } from "../fixtures/sheetFromText";

/** The sums of a table that must come out. */
const hardBalances = (table: Table): readonly Balance[] => table.form.checks.filter(({ severity }) => severity === "error").flatMap((check) => [...(check.balances?.(table) ?? [])]);

const count = ({ reading }: Figure): number => meantCount(reading)!;

/** Each explanation as its solutions: "D12=14 D13=6". */
const solutionsOf = (table: Table): readonly (readonly string[])[] =>
  localise(hardBalances(table)).map(({ solutions }) => solutions.map((repairs) => repairs.map(({ figure, to }) => `${a1(figure.at)}=${to}`).sort().join(" ")).sort());

/**
 * Every set of one or two cells whose change satisfies all balances, by trying them all. A cell's weight in `total − parts`
 * is ±1, so the change of a pair follows from the sums in which only one of the two stands.
 */
function bruteForce(balances: readonly Balance[], size: 1 | 2): readonly string[] {
  const figures = [...new Map(balances.flatMap(({ total, parts }) => [total, ...parts]).map((figure) => [positionKey(figure.at), figure])).values()];
  const gaps = balances.map((balance) => {
    const { total, sum } = outcomeOf(balance)!;
    return total - sum;
  });
  const weight = ({ total, parts }: Balance, figure: Figure): number => (total === figure ? 1 : parts.includes(figure) ? -1 : 0);
  const weights = figures.map((figure) => balances.map((balance) => weight(balance, figure)));
  const failing = gaps.flatMap((gap, index) => (gap === 0 ? [] : [index]));
  const shifts = new Set(failing.flatMap((index) => [gaps[index]!, -gaps[index]!]));
  for (const one of [...shifts]) for (const other of [...shifts]) shifts.add(one + other);
  const found = new Set<string>();
  const sets = size === 1 ? figures.map((_, one) => [one]) : figures.flatMap((_, one) => figures.slice(one + 1).map((_each, other) => [one, one + 1 + other]));
  for (const set of sets) {
    // A pair that leaves a failing sum untouched cannot do, whatever it becomes.
    if (failing.some((index) => set.every((figure) => weights[figure]![index] === 0))) continue;
    for (const first of shifts) {
      for (const second of size === 1 ? [0] : shifts) {
        const by = [first, second];
        if (set.some((_, at) => by[at] === 0)) continue;
        const holds = gaps.every((gap, index) => gap + set.reduce((sum, figure, at) => sum + weights[figure]![index]! * by[at]!, 0) === 0);
        if (!holds || set.some((figure, at) => count(figures[figure]!) + by[at]! < 0)) continue;
        found.add(set.map((figure, at) => `${a1(figures[figure]!.at)}=${count(figures[figure]!) + by[at]!}`).sort().join(" "));
      }
    }
  }
  return [...found].sort();
}

describe("Phú Mỹ's report", () => {
  const table = tableIn(sheetFromText(readFileSync(join(__dirname, "../forms/ii-06a/phu-my.tsv"), "utf8")));
  const balances = hardBalances(table);

  it("fails in three of its sums", () => {
    const failing = balances.filter((balance) => outcomeOf(balance)!.total !== outcomeOf(balance)!.sum);
    expect(failing.map(({ check, total }) => `${check} ${a1(total.at)}`)).toEqual(["received-by-channel C12", "received-by-channel C13", "total-of-fields D16"]);
  });

  it("can be put right by no single cell, and by one pair of all 3,828 only", () => {
    expect(bruteForce(balances, 1)).toEqual([]);
    expect(bruteForce(balances, 2)).toEqual(["D12=14 D13=6"]);
  });

  it("is explained by that pair", () => {
    expect(solutionsOf(table)).toEqual([["D12=14 D13=6"]]);
  });
});

describe("the smallest sets of cells", () => {
  it("are none where all sums come out", () => {
    expect(localise(hardBalances(reportWith()))).toEqual([]);
    expect(localise([])).toEqual([]);
  });

  it("are the ones that trying all cells finds, for one slip and for two", () => {
    for (const cells of [{ D8: "102" }, { C8: "551" }, { H11: "506" }, { C11: "117" }, { D11: "335", D8: "12" }, { D7: "30", D8: "12" }, { D7: "30", H9: "16" }, { C7: "36", D7: "30" }, { D7: "310", E7: "40" }]) {
      const table = reportWith(cells as unknown as Readonly<Record<string, string>>);
      const balances = hardBalances(table);
      const [single, double] = [bruteForce(balances, 1), bruteForce(balances, 2)];
      const explanations = localise(balances);
      const all = explanations.map(({ solutions }) => solutions.map((repairs) => repairs.map(({ figure, to }) => `${a1(figure.at)}=${to}`)));
      // Sums that share no cell are explained apart: together their solutions are every combination.
      const combined = all.reduce<readonly (readonly string[])[]>((sets, next) => sets.flatMap((set) => next.map((each) => [...set, ...each])), [[]]);
      expect(combined.map((set) => [...set].sort().join(" ")).sort()).toEqual(single.length > 0 ? single : double);
    }
  });

  it("of sums that share no cell are found apart", () => {
    expect(solutionsOf(reportWith({ D8: "102", H9: "16" }))).toEqual([["D8=120"], ["H9=60"]]);
  });

  it("never contain a formula", () => {
    for (const { solutions } of localise(hardBalances(liveWith({ C8: "=D8+E8+F8 -> 551", D9: "8" })))) {
      for (const { figure } of solutions.flat()) expect(figure.cell.formula).toBeUndefined();
    }
  });

  it("never lead below nought", () => {
    const untotalled = (cells: Readonly<Record<string, string>>) => tableIn(withCells(sheetOf(REPORT.slice(0, -1)), cells));
    expect(solutionsOf(untotalled({ C8: "160" }))).toEqual([["C8=155", "D8=125", "E8=35", "F8=10"]]);
    expect(solutionsOf(untotalled({ C8: "140" }))).toEqual([["C8=155", "D8=105", "E8=15"]]);
    expect(solutionsOf(untotalled({ C8: "1" }))).toEqual([["C8=155"]]);
  });

  it("leave sums with an unreadable figure aside", () => {
    expect(solutionsOf(reportWith({ D8: "không", H9: "16" }))).toEqual([["H9=60"]]);
  });

  it("name the failed sums that each cell mends", () => {
    const [{ violated, solutions } = { violated: [], solutions: [] }] = localise(hardBalances(reportWith({ D8: "102" })));
    expect(solutions[0]![0]!.mends.map((index) => `${violated[index]!.check} ${a1(violated[index]!.total.at)}`)).toEqual(["received-by-channel C8", "total-of-fields D11"]);
  });
});
