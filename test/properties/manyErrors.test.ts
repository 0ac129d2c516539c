import { audit, type TableAudit } from "../../src/core/audit";
import { a1, positionKey } from "../../src/core/sheet/Address";
import { numberValue } from "../../src/core/sheet/Cell";
import type { Sheet, SheetRow } from "../../src/core/sheet/Sheet";
import { LIBRARY } from "../../src/library";
import { addLeaves, HEADER, rowOf, sheetOf, TITLE, type Leaves } from "../fixtures/report";
import { errorsIn } from "../fixtures/audited";

const FIRST_ROW = TITLE.length + HEADER.length;

/** A repeatable sequence of whole numbers below `limit`. */
function sequence(seed: number): (limit: number) => number {
  let state = seed;
  return (limit) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((state / 2_147_483_648) * limit);
  };
}

function longReport(lines: number): Sheet {
  const next = sequence(7);
  const leaves = Array.from({ length: lines }, (): Leaves => {
    const [online, inPerson, carriedOver] = [next(900), next(300), next(50)];
    const all = online + inPerson + carriedOver;
    const [late, pendingOnTime, pendingLate] = [next(5), next(40), next(3)].map((count) => Math.min(count, Math.floor(all / 4))) as [number, number, number];
    const onTime = next(10) % (all - late - pendingOnTime - pendingLate + 1);
    return [online, inPerson, carriedOver, all - late - onTime - pendingOnTime - pendingLate, onTime, late, pendingOnTime, pendingLate];
  });
  return sheetOf([...TITLE, ...HEADER, ...leaves.map((each, index) => rowOf(String(index + 1), `Lĩnh vực ${index + 1}`, each)), rowOf("TỔNG CỘNG", "", addLeaves(leaves))]);
}

/** The sheet with figures of the table changed, by zero-based sheet row and column. */
function changed(sheet: Sheet, change: (row: number, column: number, count: number) => number): Sheet {
  const rows = new Map<number, SheetRow>();
  for (const [row, cells] of sheet.rows) {
    rows.set(row, row < FIRST_ROW ? cells : cells.map((cell, column) => (cell?.value.kind === "number" && column > 1 ? { ...cell, value: numberValue(change(row, column, cell.value.number)) } : cell)));
  }
  return { ...sheet, rows };
}

async function tableOf(sheet: Sheet): Promise<TableAudit> {
  const { tables } = await audit([sheet], LIBRARY);
  return tables[0]!;
}

// A search that does not give up would never come to an end: the runner's own limit ends it.

describe("in a report of 2,000 lines", () => {
  const sheet = longReport(2000);

  it("nothing is wrong to begin with", async () => {
    const table = await tableOf(sheet);
    expect(table.findings).toEqual([]);
    expect(table.counts.pass).toBeGreaterThan(50_000);
  });

  it("one wrong figure is found", async () => {
    const table = await tableOf(changed(sheet, (row, column, count) => (row === 1234 && column === 8 ? count + 7 : count)));
    expect(errorsIn(table).map(({ cells, suggestions }) => [cells.map(a1), suggestions.map(({ sure }) => sure)])).toEqual([[["I1235"], ["certain"]]]);
  });

  it("one wrong total is found, though its column has 2,000 lines", async () => {
    const table = await tableOf(changed(sheet, (row, column, count) => (row === FIRST_ROW + 2000 && column === 8 ? count + 7 : count)));
    expect(errorsIn(table).map(({ cells, suggestions }) => [cells.map(a1), suggestions.map(({ sure }) => sure)])).toEqual([[["I2007"], ["certain"]]]);
  });

  it("forty scattered wrong figures are told without keeping a person waiting", async () => {
    const next = sequence(3);
    const wrong = new Map(Array.from({ length: 40 }, () => [positionKey({ row: FIRST_ROW + next(2000), column: 2 + next(11) }), 1 + next(500)] as const));
    const table = await tableOf(changed(sheet, (row, column, count) => count + (wrong.get(positionKey({ row, column })) ?? 0)));
    // Whether traced to the cell or told as its row's sum, each wrong figure's row is named.
    const rows = new Set(errorsIn(table).flatMap(({ cells }) => cells.map(({ row }) => row)));
    for (const key of wrong.keys()) expect(rows).toContain(Math.floor(key / 16_384));
  });

  it("one wrong figure on every line is told without keeping a person waiting", async () => {
    const table = await tableOf(changed(sheet, (row, column, count) => (column === 3 + (row % 3) && row < FIRST_ROW + 2000 ? count + 1 : count)));
    expect(errorsIn(table).length).toBeGreaterThan(0);
  });

  it("a column that was never filled in is told without keeping a person waiting", async () => {
    const table = await tableOf(changed(sheet, (row, column, count) => (column === 3 && row < FIRST_ROW + 2000 ? 0 : count)));
    expect(errorsIn(table).length).toBeGreaterThan(0);
  });

  it("lines of nothing but noughts under a total that says more are told without keeping a person waiting", async () => {
    const table = await tableOf(changed(sheet, (row, _, count) => (row < FIRST_ROW + 2000 ? 0 : count)));
    expect(errorsIn(table).length).toBeGreaterThan(0);
  });

  it("nothing but noughts is in order", async () => {
    const table = await tableOf(changed(sheet, () => 0));
    expect(table.findings).toEqual([]);
  });

  it("figures without rhyme or reason are told without keeping a person waiting", async () => {
    const next = sequence(11);
    const table = await tableOf(changed(sheet, () => next(1000)));
    expect(errorsIn(table).length).toBeGreaterThan(1000);
  });

  it("two columns that changed places are told without keeping a person waiting", async () => {
    const swapped = new Map([...sheet.rows].map(([row, cells]) => [row, row < FIRST_ROW ? cells : cells.map((cell, column) => (column === 2 ? cells[3] : column === 3 ? cells[2] : cell))] as const));
    const table = await tableOf({ ...sheet, rows: swapped });
    expect(errorsIn(table).length).toBeGreaterThan(0);
  });
});

describe("in a small report", () => {
  it("figures without rhyme or reason are told, each failed sum in some finding", async () => {
    const sheet = longReport(8);
    for (let seed = 1; seed <= 25; seed++) {
      const next = sequence(seed);
      const table = await tableOf(changed(sheet, () => next(100)));
      const failed = table.outcomes.filter(({ check }) => /by-|total-of/.test(check)).reduce((sum, { counts }) => sum + counts.fail, 0);
      const told = new Set(errorsIn(table).flatMap(({ reasons }) => reasons.filter(({ check }) => /by-|total-of/.test(check)).map(({ phrase }) => phrase.en)));
      expect(told.size).toBe(failed);
    }
  });
});
