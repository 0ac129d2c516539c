import { a1 } from "../sheet/Address";
import { sayFigure } from "../figures/figureValue";
import { columnsThere, holdsAcross, type Table, type TableRow } from "../figures/Table";
import { STEP } from "../steps";
import { both, type Language } from "../words/Phrase";
import type { Balance, Check, Verdict } from "./Check";
import { columnName, rowName } from "./columnWords";
import { meantUnits } from "../figures/Reading";

interface BalanceOptions {
  readonly id: string;
  /** The column that adds up the others, by key. */
  readonly total: string;
  readonly parts: readonly string[];
  /** What it adds up, as the form numbers or names it: "(4)+(5)+(6)". */
  readonly printed: string;
  /** The whole, as the numbering row prints it: "(3)=(4)+(5)+(6)". */
  readonly relation: string;
}

/** Where a sum and its parts stand among a row's figures. */
interface Places {
  readonly whole: number;
  readonly parts: readonly number[];
}

/** Undefined where the sheet lacks one of the columns. */
function placesIn(table: Table, total: string, parts: readonly string[]): Places | undefined {
  const place = (key: string): number => table.columns.findIndex(({ column }) => column.key === key);
  const whole = place(total);
  const keys = whole < 0 ? undefined : columnsThere(table, parts);
  return keys && { whole, parts: keys.map(place) };
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

const balanceOf = (check: string, { figures }: TableRow, places: Places): Balance => ({
  check,
  total: figures[places.whole]!,
  parts: places.parts.map((place) => figures[place]!),
});

/** The sums across a table's rows; none where the sheet lacks one of their columns. */
export function* balancesIn(table: Table, check: string, total: string, parts: readonly string[]): Iterable<Balance> {
  const places = placesIn(table, total, parts);
  const isAcross = holdsAcross(table);
  for (const row of places ? table.rows : []) if (isAcross(row)) yield balanceOf(check, row, places!);
}

/** In every row one column is the sum of others. */
export function balance({ id, total, parts, printed, relation }: BalanceOptions): Check {
  return {
    id,
    role: "sum",
    severity: "error",
    title: { vi: `Trên mỗi dòng ${relation}`, en: `In every row ${relation}` },
    *judge(table) {
      const places = placesIn(table, total, parts);
      const isAcross = holdsAcross(table);
      let times = 0;
      for (const row of places ? table.rows : []) {
        if (!isAcross(row)) continue;
        if (comesOut(row, places!)) {
          if (++times < STEP) continue;
          yield { kind: "pass", times };
          times = 0;
          continue;
        }
        const item = balanceOf(id, row, places!);
        const { at, column } = item.total;
        yield judgeBalance(item, (says, adds, off, language) =>
          language === "vi"
            ? `${rowName(row, "vi")}: cột ${columnName(column)} ghi ${says} (ô ${a1(at)}), cộng ${printed} được ${adds}, lệch ${off}.`
            : `${rowName(row, "en")}: column ${columnName(column)} says ${says} (cell ${a1(at)}), ${printed} adds up to ${adds}, a difference of ${off}.`,
        );
      }
      if (times > 0) yield { kind: "pass", times };
    },
    balances: (table) => balancesIn(table, id, total, parts),
  };
}

/** What a balance comes to: undefined where one of its figures cannot be read. */
export interface Outcome {
  readonly total: number;
  readonly sum: number;
}

/** Adds up the parts. Blanks add nothing, as in Excel. */
export function outcomeOf({ total, parts, taken = [] }: Balance): Outcome | undefined {
  const stated = meantUnits(total.reading);
  let sum = 0;
  for (const { reading } of parts) {
    const count = meantUnits(reading);
    if (count === undefined) return undefined;
    sum += count;
  }
  for (const { reading } of taken) {
    const count = meantUnits(reading);
    if (count === undefined) return undefined;
    sum -= count;
  }
  return stated === undefined ? undefined : { total: stated, sum };
}

/** The verdict on a balance; `say` words a fail with what the total says, what the parts add up to, and the difference. Unjudged where nothing stands, or a figure cannot be read. */
export function judgeBalance(balance: Balance, say: (says: string, adds: string, off: string, language: Language) => string): Verdict {
  const { total, parts } = balance;
  const cells = [total, ...parts].map(({ at }) => at);
  if ([total, ...parts].every(({ reading }) => reading.kind === "blank")) return { kind: "skip", cells, why: "blank" };
  const outcome = outcomeOf(balance);
  if (!outcome) return { kind: "skip", cells, why: "unreadable" };
  const { total: stated, sum } = outcome;
  if (stated === sum) return { kind: "pass" };
  const phrase = both((language) => {
    const [says, adds, off] = [stated, sum, Math.abs(stated - sum)].map((units) => sayFigure(units, total.column, language));
    return say(says!, adds!, off!, language);
  });
  return { kind: "fail", cells: [total.at], phrase, balance };
}
