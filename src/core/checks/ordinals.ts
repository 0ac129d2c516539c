import { a1, type Position } from "../sheet/Address";
import { cellAt, type Sheet } from "../sheet/Sheet";
import type { TableRow } from "../figures/Table";
import { both } from "../words/Phrase";
import type { CheckKind } from "./Check";
import { rowName } from "./columnWords";

const DOTTED = /^(\d{1,3}(?:\.\d{1,3})+)\s*[.)]?$/;
/** What begins counting anew below it, whatever was counted before. */
const SECTION = /^(?:[IVX]{1,6}|[A-HĐ])\s*[.)]?$/;

const parentOf = (ordinal: string): string => ordinal.slice(0, ordinal.lastIndexOf("."));
const lastOf = (ordinal: string): number => Number(ordinal.slice(ordinal.lastIndexOf(".") + 1));

/** A row with the number it was given: a number typed as 1.1 after 1.9 was 1.10 before Excel took its nought. */
interface Counted {
  readonly row: TableRow;
  readonly ordinal: string;
}

function counted(row: TableRow, before: string | undefined, sheet: Sheet | undefined, column: number | undefined): Counted | undefined {
  const ordinal = DOTTED.exec(row.ordinal)?.[1];
  if (ordinal === undefined) return undefined;
  const isNumber = sheet !== undefined && column !== undefined && cellAt(sheet, { row: row.row, column }).value.kind === "number";
  const isTen = isNumber && before !== undefined && parentOf(before) === parentOf(ordinal) && lastOf(before) % 10 === 9 && lastOf(ordinal) * 10 === lastOf(before) + 1;
  return { row, ordinal: isTen ? `${ordinal}0` : ordinal };
}

/** No two rows of one heading bear the same number: of two lines "9.3.2" one is 9.3.3, or is counted twice. */
export const ordinals: CheckKind = {
  role: "told",
  severity: "warning",
  title: { vi: "Số thứ tự không lặp lại trong cùng một mục", en: "No number of a row stands twice under one heading" },
  *judge(table, { sheets }) {
    const seen = new Map<string, TableRow>();
    let before: string | undefined;
    for (const row of table.rows) {
      if (SECTION.test(row.ordinal)) seen.clear();
      const found = counted(row, before, sheets?.get(table.sheet), table.ordinalColumn);
      if (/^\d+\s*[.)]?$/.test(row.ordinal)) forget(seen, `${parseInt(row.ordinal, 10)}.`);
      if (!found) continue;
      const { ordinal } = found;
      const first = seen.get(ordinal);
      before = ordinal;
      // What stands below a number that begins anew is counted anew.
      forget(seen, `${ordinal}.`);
      seen.set(ordinal, row);
      if (!first || first.label === row.label) {
        yield { kind: "pass" };
        continue;
      }
      const cells = [row, first].map((each): Position => ({ row: each.row, column: table.ordinalColumn ?? each.labelAt.column })) as [Position, Position];
      const phrase = both((language) => {
        const [one, other] = [first, row].map((each) => rowName(each, language));
        return language === "vi"
          ? `Số thứ tự ${ordinal} đứng ở hai dòng: ${one!} (ô ${a1(cells[1])}) và ${other!} (ô ${a1(cells[0])}).`
          : `Number ${ordinal} stands at two rows: ${one!} (cell ${a1(cells[1])}) and ${other!} (cell ${a1(cells[0])}).`;
      });
      yield { kind: "fail", cells, phrase };
    }
  },
};

/** Forgets the numbers that begin so. */
function forget(seen: Map<string, TableRow>, start: string): void {
  for (const ordinal of seen.keys()) if (ordinal.startsWith(start)) seen.delete(ordinal);
}
