import { both } from "../words/Phrase";
import { samePeriod } from "../words/Period";
import { fold } from "../sheet/fold";
import { addTo } from "../addTo";
import { a1 } from "../sheet/Address";
import type { Table, TableRow } from "../figures/Table";
import { ofRow, wholeOf } from "../quantities/QuantityFigure";
import type { CheckContext, CheckKind } from "./Check";
import { rowName } from "./columnWords";
import { boundQuantities, judgeRestated } from "./restated";

/** Tables of other units for the same period, by their units' names as rows would have them. */
function tablesOfUnits(table: Table, { tables, units = [] }: CheckContext): ReadonlyMap<string, readonly Table[]> {
  const found = new Map<string, Table[]>();
  for (const other of [...tables, ...units]) {
    const isOther = other !== table && other.unit !== undefined && fold(other.unit) !== fold(table.unit ?? "");
    const period = table.period && other.period && samePeriod(table.period.period, other.period.period);
    if (isOther && period) addTo(found, fold(other.unit), other);
  }
  return found;
}

/** Rows that stand for units, by their names; a name of several rows says nothing. */
function rowsByUnit(table: Table): ReadonlyMap<string, TableRow> {
  const rows = new Map<string, TableRow[]>();
  for (const row of table.rows) if ((row.kind === "line" || row.kind === "subtotal") && row.label !== "") addTo(rows, fold(row.label), row);
  return new Map([...rows].flatMap(([name, [row, ...others]]) => (row && others.length === 0 ? [[name, row] as const] : [])));
}

/** What a table says of a unit is what that unit's own sheet says, of the same period. */
export const unitsOwn: CheckKind = {
  role: "told",
  severity: "warning",
  title: { vi: "Dòng của mỗi đơn vị khớp với biểu của chính đơn vị đó", en: "A unit's row agrees with that unit's own form" },
  *judge(table, context) {
    const { vocabulary } = context;
    const others = vocabulary ? tablesOfUnits(table, context) : new Map<string, readonly Table[]>();
    if (others.size === 0) return;
    for (const [name, row] of rowsByUnit(table)) {
      const owned = others.get(name) ?? [];
      for (const quantity of owned.length > 0 ? boundQuantities(table, context) : []) {
        const from = owned.filter((other) => [...boundQuantities(other, context)].includes(quantity));
        const [only] = from;
        if (!only || from.length > 1) continue;
        const other = wholeOf(quantity.id, [only], vocabulary!);
        const verdict = judgeRestated(
          table,
          { quantity, of: both((language) => rowName(row, language)), own: ofRow(quantity.id, table, row, vocabulary!), other, places: other.cells.map((at) => ({ table: only, at })) },
          both((language) => (language === "vi" ? `biểu của đơn vị (trang “${only.sheet}”, ô ${other.cells.map(a1).join(" + ")}) ghi` : `the unit's own form (sheet “${only.sheet}”, ${other.cells.map(a1).join(" + ")}) says`)),
        );
        if (verdict) yield verdict;
      }
    }
  },
};
