import { liveSumsOf } from "../../../src/core/findings/localisation/problemOf";
import type { LiveSums } from "../../../src/core/findings/localisation/Problem";
import { a1, parseA1, type Position } from "../../../src/core/sheet/Address";
import { numberValue, type Cell } from "../../../src/core/sheet/Cell";
import { FormulaGraph } from "../../../src/core/sheet/FormulaGraph";
import { finish } from "../../../src/core/steps";
import type { Figure } from "../../../src/core/figures/Table";

/** Cells by address, each with its count and perhaps the formula that shows it. */
type Cells = Readonly<Record<string, number | readonly [formula: string, shown: number]>>;

function live(cells: Cells, beside: readonly string[] = []): { readonly sums: LiveSums; readonly cellOf: (address: string) => number; readonly say: (addends: ReturnType<LiveSums["addends"]>) => string } {
  const addresses = Object.keys(cells);
  const numbers = new Map(addresses.map((address, cell) => [address, cell] as const).filter(([address]) => !beside.includes(address)));
  const figures = Object.values(cells).map((content, cell): Figure => {
    const [count, formula] = typeof content === "number" ? [content, undefined] : [content[1], content[0]];
    return { at: parseA1(addresses[cell]!)!, cell: { value: numberValue(count), ...(formula === undefined ? {} : { formula }) }, column: { key: "n", header: "", kind: { unit: "hồ sơ" } }, reading: { kind: "figure", units: count, notation: "number" } };
  });
  const counts = Object.values(cells).map((content) => (typeof content === "number" ? content : content[1]));
  const cellOf = (address: string): number => numbers.get(address)!;
  const cellAt = (at: Position): number | undefined => numbers.get(a1(at));
  const rows = new Map<number, Cell[]>();
  for (const { at, cell } of figures) (rows.get(at.row) ?? rows.set(at.row, []).get(at.row)!)[at.column] = cell;
  const graph = new FormulaGraph({ rows: new Map([...rows].sort(([one], [other]) => one - other)) });
  return {
    sums: finish(liveSumsOf(figures, counts, cellAt, graph)),
    cellOf,
    say: (addends) => (addends === undefined ? "not understood" : addends.map(({ cell, sign }) => `${sign < 0 ? "-" : "+"}${addresses[cell]!}`).join(" ")),
  };
}

describe("what the live formulas of a table add up", () => {
  it("goes down to cells that are no formulas", () => {
    const { sums, cellOf, say } = live({ A1: ["=SUM(B1:B2)-C1", 9], B1: ["=D1+E1", 7], B2: 3, C1: 1, D1: 3, E1: 4 });
    expect(say(sums.addends(cellOf("A1")))).toBe("+D1 +E1 +B2 -C1");
    expect(say(sums.addends(cellOf("B2")))).toBe("not understood");
  });

  it("is not known of a formula that shows something else", () => {
    const { sums, cellOf, say } = live({ A1: ["=B1+B2", 8], B1: ["=C1", 5], B2: 3, C1: 4 });
    expect(say(sums.addends(cellOf("B1")))).toBe("not understood");
    // It adds what the other shows, wrong as that is.
    expect(say(sums.addends(cellOf("A1")))).toBe("+B1 +B2");
  });

  it("is not known of a formula that names a cell outside the sums", () => {
    const { sums, cellOf, say } = live({ A1: ["=B1+Z9", 3], B1: 3, Z9: 0 }, ["Z9"]);
    expect(say(sums.addends(cellOf("A1")))).toBe("not understood");
    expect(sums.dependents(cellOf("B1"))).toEqual([]);
  });

  it("goes past what stands empty", () => {
    const { sums, cellOf, say } = live({ A1: ["=SUM(B1:B9)", 3], B1: 3 });
    expect(say(sums.addends(cellOf("A1")))).toBe("+B1");
  });

  it("ends where formulas run in a circle", () => {
    const { sums, cellOf, say } = live({ A1: ["=B1", 0], B1: ["=A1", 0], C1: ["=C1", 0] });
    expect(say(sums.addends(cellOf("A1")))).toBe("+B1");
    expect(say(sums.addends(cellOf("B1")))).toBe("not understood");
    expect(say(sums.addends(cellOf("C1")))).toBe("not understood");
  });

  it("stops at formulas of formulas that go deeper than any table", () => {
    const length = 20_000;
    const chain = Object.fromEntries(Array.from({ length }, (_, index) => [`A${index + 1}`, index === 0 ? 1 : ([`=A${index}`, 1] as const)]));
    const { sums, cellOf, say } = live(chain);
    expect(say(sums.addends(cellOf(`A${length}`)))).not.toBe("not understood");
    expect(say(sums.addends(cellOf("A66")))).toBe("not understood");
    expect(say(sums.addends(cellOf("A65")))).toBe("+A1");
  });

  it("tells which formulas name a cell, along a row and down a column, and how often each adds it", () => {
    const { sums, cellOf, say } = live({ A1: ["=B1+B1", 4], A2: 5, A3: ["=SUM(A1:A2)", 9], B1: 2, B3: ["=A3-A2", 4] });
    expect(say(sums.dependents(cellOf("B1")))).toBe("+A1");
    expect(sums.dependents(cellOf("B1"))[0]!.sign).toBe(2);
    expect(say(sums.dependents(cellOf("A2")))).toBe("-B3 +A3");
    expect(say(sums.dependents(cellOf("A1")))).toBe("+A3");
  });

  it("knows a sum that adds just its parts from one that leaves a part out", () => {
    const { sums, cellOf } = live({ A1: 1, A2: 0, A3: ["=SUM(A1:A2)", 1], B3: ["=SUM(A1:A1)", 1] });
    const parts = [cellOf("A1"), cellOf("A2")];
    expect(sums.adds(cellOf("A3"), parts)).toBe(true);
    expect(sums.adds(cellOf("B3"), parts)).toBe(false);
  });
});
