import { a1, positionKey } from "../sheet/Address";
import { contentOf, numberValue } from "../sheet/Cell";
import { derivedCells, formulaOf, hasFormulas, type DerivedCell } from "../table/derived";
import { meantUnits } from "../table/Reading";
import { isStacked } from "../table/stackedLines";
import type { Table } from "../table/Table";
import type { Check } from "./Check";

/** Derived cells that belong together: a sum column, or a total row. */
interface Group {
  /** How many are formulas. */
  live: number;
  /** Those with a typed value. */
  readonly typed: DerivedCell[];
}

function groupsOf(table: Table): Iterable<Group> {
  const [rows, columns] = [new Map<number, Group>(), new Map<number, Group>()];
  for (const derived of derivedCells(table)) {
    const { at, cell, reading } = derived.figure;
    const [groups, key] = derived.along === "row" ? [columns, at.column] : [rows, at.row];
    let group = groups.get(key);
    if (!group) groups.set(key, (group = { live: 0, typed: [] }));
    if (cell.formula !== undefined) group.live++;
    else if (reading.kind !== "blank" && !isStacked(derived.figure)) group.typed.push(derived);
  }
  return [...rows.values(), ...columns.values()];
}

/** Where most cells of a sum column or total row are live formulas, none was typed over with a number. */
export function formulaOverwritten({ id }: { readonly id: string }): Check {
  return {
    id,
    kind: "formula-overwritten",
    role: "typed-over",
    justifiable: true,
    severity: "warning",
    title: { vi: "Công thức không bị ghi đè bằng số", en: "No formula was typed over with a number" },
    *judge(table) {
      if (!hasFormulas(table)) return;
      const told = new Set<number>();
      for (const { live, typed } of groupsOf(table)) {
        for (let passed = 0; passed < live; passed++) yield { kind: "pass" };
        if (live < 2 || live <= typed.length) continue;
        for (const derived of typed) {
          const { at, cell } = derived.figure;
          if (told.has(positionKey(at))) continue;
          told.add(positionKey(at));
          const formula = formulaOf(derived);
          const sum = derived.parts.reduce((total, { reading }) => total + (meantUnits(reading) ?? 0), 0);
          yield {
            kind: "fail",
            cells: [at],
            phrase: {
              vi: `Ô ${a1(at)} là số gõ tay trong khi các ô cùng loại đều là công thức: công thức có thể đã bị ghi đè.`,
              en: `Cell ${a1(at)} was typed while its neighbours are formulas: a formula may have been typed over.`,
            },
            suggestions: [
              {
                changes: [{ at, from: contentOf(cell), to: { kind: "formula", formula, value: numberValue(sum) } }],
                sure: meantUnits(derived.figure.reading) === sum ? "certain" : "possible",
                why: { vi: `Đặt lại công thức ${formula}`, en: `Put the formula ${formula} back` },
              },
            ],
          };
        }
      }
    },
  };
}
