import { audit } from "../../src/core/audit";
import type { Finding } from "../../src/core/findings/Finding";
import { a1 } from "../../src/core/sheet/Address";
import type { Sheet } from "../../src/core/sheet/Sheet";
import { LIBRARY } from "../../src/library";

/** What the whole check of a sheet said, and how long it took. */
export interface Checked {
  readonly findings: readonly Finding[];
  readonly milliseconds: number;
  /** Why no table was found, where none was. */
  readonly unrecognised?: string;
}

/** Checks a sheet as the add-in does, locate, judge, explain; the others of its workbook are there to be compared with. */
export async function check(sheet: Sheet, others: readonly Sheet[] = []): Promise<Checked> {
  const start = performance.now();
  const { tables, unrecognised } = await audit([...others, sheet], LIBRARY);
  const milliseconds = performance.now() - start;
  return { findings: tables.flatMap(({ table, findings }) => (table.sheet === sheet.name ? findings : [])), milliseconds, ...(unrecognised[0] ? { unrecognised: unrecognised[0].why.en } : {}) };
}

/** How well findings point at the cells that are known to be guilty. */
export interface Pointed {
  readonly guilty: number;
  /** Guilty cells that are among a finding's cells. */
  readonly marked: number;
  /** Guilty cells that a finding names first, or that its first suggestion changes. */
  readonly named: number;
  /** Guilty cells whose right value is in the first suggestion of a finding. */
  readonly repaired: number;
  /** Cells that a finding names first, or that its first suggestion changes; a mere question accuses none. */
  readonly accused: number;
}

/** Holds findings against the guilty cells and what they must hold, by "D12"; a formula's right result counts too. */
export function pointedAt(findings: readonly Finding[], guilty: ReadonlyMap<string, number>): Pointed {
  const marked = new Set(findings.flatMap(({ cells }) => cells.map(a1)));
  const values = new Map<string, number | undefined>();
  for (const { cells, suggestions, question } of findings) {
    const changes = suggestions[0]?.changes ?? [];
    if (changes.length === 0 && !question) values.set(a1(cells[0]), values.get(a1(cells[0])));
    for (const { at, to } of changes) {
      const value = to.kind === "formula" ? to.value : to;
      values.set(a1(at), value.kind === "number" ? value.number : value.kind === "blank" ? 0 : undefined);
    }
  }
  const cells = [...guilty.keys()];
  return {
    guilty: cells.length,
    marked: cells.filter((cell) => marked.has(cell)).length,
    named: cells.filter((cell) => values.has(cell)).length,
    repaired: cells.filter((cell) => values.has(cell) && values.get(cell) === guilty.get(cell)).length,
    accused: values.size,
  };
}
