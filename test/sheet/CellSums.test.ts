import { numberValue, textValue, type Cell, type Value } from "../../src/core/sheet/Cell";
import { CellSums, standing } from "../../src/core/sheet/CellSums";
import { FormulaGraph } from "../../src/core/sheet/FormulaGraph";
import { ownTerms } from "../../src/core/sheet/Formula";
import { finish } from "../../src/core/steps";

const ROWS = 2_000;

/** A sheet of one column of values, with formulas in column C. */
function graphOf(values: readonly (Value | undefined)[], formulaAt: (row: number) => string): FormulaGraph {
  const rows = new Map(values.map((value, row) => {
    const formula: Cell = { value: numberValue(0), formula: formulaAt(row), uncalculated: true };
    return [row, value ? [undefined, { value }, formula] : [undefined, undefined, formula]] as const;
  }));
  return new FormulaGraph({ rows });
}

describe("sums over ranges", () => {
  it("look at each cell a few times, however many sums run over it", () => {
    let looks = 0;
    const graph = graphOf(Array.from({ length: ROWS }, (_, row) => numberValue(row + 0.1)), (row) => `=SUM(B$1:B${row + 1})`);
    const sums = new CellSums(graph, (cell) => {
      looks++;
      return standing(cell);
    });
    for (let row = 0; row < ROWS; row++) {
      const together = sums.of(ownTerms(graph.formulaOf(row))!)!;
      expect(together.sum.number).toBe(Number((((row + 1) * row) / 2 + (row + 1) / 10).toFixed(1)));
    }
    expect(looks).toBeLessThan(40 * ROWS);
  });

  it("end at the last cell there is, in the last column too", () => {
    let looks = 0;
    const far: (Cell | undefined)[] = [];
    far[16_383] = { value: numberValue(2) };
    const rows = new Map(Array.from({ length: 100 }, (_, row) => [row, row === 99 ? [{ value: numberValue(1), formula: "=SUM(A1:XFD1048576)" }] : far] as const));
    const graph = new FormulaGraph({ rows });
    const sums = new CellSums(graph, (cell) => {
      looks++;
      return cell?.formula === undefined ? standing(cell) : numberValue(0);
    });
    expect(sums.of(ownTerms(graph.formulaOf(0))!)!.sum.number).toBe(198);
    expect(looks).toBeLessThan(250);
  });

  it("know errors and what is not known from what is 0", () => {
    const values = Array.from({ length: 100 }, (_, row): Value | undefined => (row === 40 ? { kind: "error", code: "#REF!" } : row % 2 ? textValue("x") : numberValue(1)));
    const graph = graphOf(values, () => "=SUM(B1:B100)");
    const sum = (from: number, to: number, unknown = -1) => new CellSums(graph, (cell, row) => (row === unknown ? undefined : standing(cell))).of([{ range: { top: from, bottom: to, left: 1, right: 1 }, times: 1, summed: true }]);
    expect(sum(0, 39)).toMatchObject({ isError: false, numbers: 20, filled: 40 });
    expect(sum(0, 99)).toMatchObject({ isError: true });
    expect(sum(50, 99, 77)).toBeUndefined();
  });
});

it("orders sums of all sums above in as many steps as there are formulas", () => {
  const graph = graphOf(Array.from({ length: ROWS }, () => numberValue(1)), (row) => (row === 0 ? "=B1" : `=SUM(C$1:C${row})+B${row + 1}`));
  const steps = graph.inOrder(new Set(Array.from({ length: ROWS }, (_, row) => row)));
  let pauses = 0;
  while (!steps.next().done) pauses++;
  expect(pauses).toBeLessThan(20);
  expect(finish(graph.inOrder(new Set([5, 3, 4])))).toEqual([3, 4, 5]);
});
