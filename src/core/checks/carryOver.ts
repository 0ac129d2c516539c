import { a1 } from "../sheet/Address";
import { fold } from "../sheet/fold";
import { dayNumber } from "../table/Period";
import { meantCount } from "../table/Reading";
import { figureOf, type Table, type TableRow } from "../table/Table";
import type { Check, CheckContext } from "./Check";
import { formatCount, rowName } from "./columnWords";

interface CarryOverOptions {
  readonly id: string;
  /** Key of the column with what came over from the period before. */
  readonly carried: string;
  /** Key of the column with what was left pending. */
  readonly pending: string;
  readonly basis: string;
}

/** The table of the same form whose period ends the day before this one's begins. */
function previousTable(table: Table, { tables }: CheckContext): Table | undefined {
  if (!table.period) return undefined;
  const start = dayNumber(table.period.period.from);
  const candidates = tables.filter(
    (other) =>
      other !== table &&
      other.form.id === table.form.id &&
      other.period !== undefined &&
      dayNumber(other.period.period.to) === start - 1 &&
      // Two units in one workbook: only the same unit's report is the earlier one.
      (table.unit === undefined || other.unit === undefined || fold(table.unit) === fold(other.unit)),
  );
  return candidates.length === 1 ? candidates[0] : undefined;
}

/** Rows by what they stand for: their section's name, their own, and which of several of that name they are. */
function rowsByName({ rows }: Table): ReadonlyMap<string, TableRow> {
  const sections = new Map<number, string>();
  const times = new Map<string, number>();
  const named = new Map<string, TableRow>();
  for (const row of rows) {
    if (row.section >= 0 && !sections.has(row.section)) sections.set(row.section, row.kind === "line" ? "" : fold(row.label));
    const name = row.kind === "total" ? "total" : `${sections.get(row.section) ?? ""}|${row.kind}|${fold(row.label)}`;
    const nth = (times.get(name) ?? 0) + 1;
    times.set(name, nth);
    named.set(`${name}|${nth}`, row);
  }
  return named;
}

/** What is carried over equals what the period before left pending, row by row. */
export function carryOver({ id, carried, pending, basis }: CarryOverOptions): Check {
  return {
    id,
    kind: "carry-over",
    severity: "warning",
    basis,
    title: {
      vi: "Số từ kỳ trước chuyển sang bằng số đang giải quyết cuối kỳ trước",
      en: "What is carried over equals what the period before left pending",
    },
    *judge(table, context) {
      const previous = previousTable(table, context);
      if (!previous) {
        yield { kind: "skip", cells: [], why: "nothing-to-compare" };
        return;
      }
      const before = rowsByName(previous);
      const pairs = [...rowsByName(table)].flatMap(([name, row]) => {
        const earlier = before.get(name);
        const now = figureOf(table, row, carried);
        const then = earlier && figureOf(previous, earlier, pending);
        return now && then && row.kind !== "section" ? [{ row, now, then, came: meantCount(now.reading), left: meantCount(then.reading) }] : [];
      });
      /** What the lines leave unexplained, in each section and in all; a sum row only repeats it. */
      const gaps = new Map<number, number>();
      let gap = 0;
      for (const { row, came = 0, left = 0 } of pairs) {
        if (row.kind !== "line") continue;
        gap += came - left;
        gaps.set(row.section, (gaps.get(row.section) ?? 0) + came - left);
      }
      const lineGap = ({ kind, section }: TableRow): number => (kind === "subtotal" ? (gaps.get(section) ?? 0) : gap);
      for (const { row, now, then, came, left } of pairs) {
        if (came === undefined || left === undefined) {
          yield { kind: "skip", cells: [now.at], why: "unreadable" };
        } else if (came === left || (row.kind !== "line" && came - left === lineGap(row))) {
          yield { kind: "pass" };
        } else {
          yield {
            kind: "fail",
            cells: [now.at],
            phrase: {
              vi: `${rowName(row, "vi")}: từ kỳ trước chuyển sang ${formatCount(came, "vi")} (ô ${a1(now.at)}), nhưng biểu kỳ trước (trang “${previous.sheet}”, ô ${a1(then.at)}) còn đang giải quyết ${formatCount(left, "vi")}.`,
              en: `${rowName(row, "en")}: ${formatCount(came, "en")} carried over (cell ${a1(now.at)}), but the period before (sheet “${previous.sheet}”, cell ${a1(then.at)}) left ${formatCount(left, "en")} pending.`,
            },
          };
        }
      }
    },
  };
}
