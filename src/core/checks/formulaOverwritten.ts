import { a1 } from "../sheet/Address";
import { contentOf, numberValue } from "../sheet/Cell";
import { derivedCells, formulaOf, hasFormulas, type DerivedCell } from "../table/derived";
import { meantCount } from "../table/Reading";
import type { Table } from "../table/Table";
import type { Check } from "./Check";

/** Derived cells that belong together: a sum column, or a total row. */
function groups(table: Table): readonly (readonly DerivedCell[])[] {
  const found = new Map<string, DerivedCell[]>();
  for (const derived of derivedCells(table)) {
    const key = derived.along === "row" ? `column ${derived.figure.at.column}` : `row ${derived.figure.at.row}`;
    const group = found.get(key);
    if (group) group.push(derived);
    else found.set(key, [derived]);
  }
  return [...found.values()];
}

/** Where most cells of a sum column or total row are live formulas, none was typed over with a number. */
export function formulaOverwritten({ id }: { readonly id: string }): Check {
  return {
    id,
    kind: "formula-overwritten",
    severity: "warning",
    title: { vi: "Công thức không bị ghi đè bằng số", en: "No formula was typed over with a number" },
    *judge(table) {
      if (!hasFormulas(table)) return;
      const told = new Set<string>();
      for (const group of groups(table)) {
        const typed = group.filter(({ figure }) => figure.cell.formula === undefined && figure.reading.kind !== "blank");
        const live = group.filter(({ figure }) => figure.cell.formula !== undefined).length;
        for (let passed = 0; passed < live; passed++) yield { kind: "pass" };
        if (live < 2 || live <= typed.length) continue;
        for (const derived of typed) {
          const { at, cell } = derived.figure;
          if (told.has(a1(at))) continue;
          told.add(a1(at));
          const formula = formulaOf(derived);
          const sum = derived.parts.reduce((total, { reading }) => total + (meantCount(reading) ?? 0), 0);
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
                sure: meantCount(derived.figure.reading) === sum ? "certain" : "possible",
                why: { vi: `Đặt lại công thức ${formula}`, en: `Put the formula ${formula} back` },
              },
            ],
          };
        }
      }
    },
  };
}
