import { a1 } from "../sheet/Address";
import { sayFigure } from "../figures/figureValue";
import { columnsThere, type Table, type TableRow } from "../figures/Table";
import { STEP } from "../steps";
import { both } from "../words/Phrase";
import type { Balance, Check } from "./Check";
import { columnName, rowName } from "./columnWords";
import { judgeBalance } from "./judgeBalance";

interface BalanceOptions {
  readonly id: string;
  /** The column that adds up the others, by key. */
  readonly total: string;
  readonly parts: readonly string[];
  /** What it adds up, as the form numbers or names it: "(4)+(5)+(6)". */
  readonly printed: string;
  /** The whole, as the numbering row prints it: "(3)=(4)+(5)+(6)". */
  readonly relation: string;
  readonly basis: string;
}

/** Where a sum and its parts stand among a row's figures. */
interface Places {
  readonly whole: number;
  readonly parts: readonly number[];
}

/** Whether a row's sum holds a figure and comes out: nearly all do, and nothing is made for them. */
function comesOut({ figures }: TableRow, { whole, parts }: Places): boolean {
  const total = figures[whole]!.reading;
  if (total.kind !== "figure") return false;
  let rest = total.units;
  for (const place of parts) {
    const { reading } = figures[place]!;
    if (reading.kind === "unreadable") return false;
    if (reading.kind === "figure") rest -= reading.units;
  }
  return rest === 0;
}

/** In every row one column is the sum of others. */
export function balance({ id, total, parts, printed, relation, basis }: BalanceOptions): Check {
  /** Where the sum and its parts stand among a row's figures; undefined where the sheet lacks one of them. */
  function placesIn(table: Table): Places | undefined {
    const place = (key: string): number => table.columns.findIndex(({ column }) => column.key === key);
    const whole = place(total);
    const keys = whole < 0 ? undefined : columnsThere(table, parts);
    return keys && { whole, parts: keys.map(place) };
  }
  const balanceOf = ({ figures }: TableRow, places: Places): Balance => ({ check: id, total: figures[places.whole]!, parts: places.parts.map((place) => figures[place]!) });
  return {
    id,
    kind: "balance",
    role: "sum",
    justifiable: true,
    severity: "error",
    basis,
    title: both((language) => (language === "vi" ? `Trên mỗi dòng ${relation}` : `In every row ${relation}`)),
    *judge(table) {
      const places = placesIn(table);
      let times = 0;
      for (const row of places ? table.rows : []) {
        if (row.kind === "section") continue;
        if (comesOut(row, places!)) {
          if (++times < STEP) continue;
          yield { kind: "pass", times };
          times = 0;
          continue;
        }
        const item = balanceOf(row, places!);
        const { at, column } = item.total;
        yield judgeBalance(item, ({ total: stated, sum }) =>
          both((language) => {
            const [says, adds, off] = [stated, sum, Math.abs(stated - sum)].map((units) => sayFigure(units, column, language));
            return language === "vi"
              ? `${rowName(row, "vi")}: cột ${columnName(column)} ghi ${says} (ô ${a1(at)}), cộng ${printed} được ${adds}, lệch ${off}.`
              : `${rowName(row, "en")}: column ${columnName(column)} says ${says} (cell ${a1(at)}), ${printed} adds up to ${adds}, a difference of ${off}.`;
          }),
        );
      }
      if (times > 0) yield { kind: "pass", times };
    },
    *balances(table) {
      const places = placesIn(table);
      for (const row of places ? table.rows : []) if (row.kind !== "section") yield balanceOf(row, places!);
    },
  };
}
