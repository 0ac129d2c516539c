import { planSheet } from "../src/core/scaffold/scaffold";
import { numberValue, type Content } from "../src/core/sheet/Cell";
import { columnLetters } from "../src/core/sheet/Address";
import type { PlannedCell, SheetPlan } from "../src/core/sheet/SheetPlan";
import { reportingPeriod } from "../src/core/words/Period";
import { ii06a } from "../src/forms/ii-06a";

/** A small generator of whole numbers, the same at every run (mulberry32). */
function numbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

/** One consistent row: columns (3) to (13). */
function figures(next: (below: number) => number): readonly number[] {
  const [online, inPerson, carried] = [next(400), next(90), next(30)];
  const received = online + inPerson + carried;
  const pending = next(Math.floor(received / 5) + 1);
  const resolved = received - pending;
  const late = next(Math.floor(resolved / 20) + 1);
  const early = next(resolved - late + 1);
  const pendingLate = next(Math.floor(pending / 4) + 1);
  return [received, online, inPerson, carried, resolved, early, resolved - late - early, late, pending, pending - pendingLate, pendingLate];
}

/** A typed II.06a of so many rows, its numbers all values; `slips` of them are off by ten. */
export function largeReport(rows: number, slips = 0): SheetPlan {
  const next = numbers(rows);
  const plan = planSheet(ii06a, {
    fields: Array.from({ length: rows }, (_, index) => `Đơn vị ${index + 1}`),
    unit: "UBND tỉnh",
    period: reportingPeriod("quarter-1", 2024),
  });
  const first = plan.frozen.rows;
  const lines = Array.from({ length: rows }, () => figures(next));
  const totals = lines[0]!.map((_, column) => lines.reduce((sum, line) => sum + line[column]!, 0));
  const wrong = new Set(Array.from({ length: slips }, (_, index) => Math.floor(((index + 0.5) * rows) / slips)));
  const valueAt = (row: number, column: number): number => {
    const line = lines[row - first];
    return line ? line[column]! + (wrong.has(row - first) && column === 1 ? 10 : 0) : totals[column]!;
  };
  const cells = plan.cells.map((cell): PlannedCell => {
    const { row, column } = cell.at;
    return row >= first && row <= first + rows && column >= 2 && column <= 12 ? { ...cell, content: numberValue(valueAt(row, column - 2)) } : cell;
  });
  return { ...plan, cells };
}

/**
 * The same report with the checks written as formulas beside it, as a careful user would: a row's three sums and the
 * flow in columns O to R, and under each column whether the total is the sum.
 */
export function withCheckFormulas(plan: SheetPlan, rows: number): SheetPlan {
  const first = plan.frozen.rows;
  const formula = (text: string): Content => ({ kind: "formula", formula: text, value: numberValue(0) });
  const cells: PlannedCell[] = [...plan.cells];
  for (let row = first; row <= first + rows; row++) {
    const n = row + 1;
    const texts = [`=C${n}=D${n}+E${n}+F${n}`, `=G${n}=H${n}+I${n}+J${n}`, `=K${n}=L${n}+M${n}`, `=C${n}=G${n}+K${n}`];
    texts.forEach((text, index) => cells.push({ at: { row, column: 14 + index }, content: formula(text), style: {} }));
  }
  const total = first + rows + 1;
  for (let column = 2; column <= 12; column++) {
    const letter = columnLetters(column);
    cells.push({ at: { row: total + 2, column }, content: formula(`=${letter}${total}=SUM(${letter}${first + 1}:${letter}${total - 1})`), style: {} });
  }
  return { ...plan, cells };
}
