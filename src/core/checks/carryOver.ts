import { a1 } from "../sheet/Address";
import { fold } from "../sheet/fold";
import { previousTable } from "../table/previousTable";
import { meantCount } from "../table/Reading";
import { figureOf, type Figure, type Table, type TableRow } from "../table/Table";
import type { Check } from "./Check";
import { formatCount, rowName } from "./columnWords";

interface CarryOverOptions {
  readonly id: string;
  /** Key of the column with what came over from the period before. */
  readonly carried: string;
  /** Key of the column with what was left pending. */
  readonly pending: string;
  readonly basis: string;
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

/** A row's figure of this period, and what the period before left. */
interface Pair {
  readonly row: TableRow;
  readonly now: Figure;
  readonly then: Figure;
}

/** What is carried over equals what the period before left pending, row by row. */
export function carryOver({ id, carried, pending, basis }: CarryOverOptions): Check {
  const pairsOf = (table: Table, previous: Table): readonly Pair[] => {
    const before = rowsByName(previous);
    return [...rowsByName(table)].flatMap(([name, row]) => {
      const earlier = before.get(name);
      const now = figureOf(table, row, carried);
      const then = earlier && figureOf(previous, earlier, pending);
      return now && then && row.kind !== "section" ? [{ row, now, then }] : [];
    });
  };

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
      const previous = previousTable(table, context.tables);
      if (!previous) {
        yield { kind: "skip", cells: [], why: "nothing-to-compare" };
        return;
      }
      const pairs = pairsOf(table, previous).map((pair) => ({ ...pair, came: meantCount(pair.now.reading), left: meantCount(pair.then.reading) }));
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
    *facts(table, context) {
      const previous = previousTable(table, context.tables);
      if (!previous) return;
      for (const { row, now, then } of pairsOf(table, previous)) {
        const count = meantCount(then.reading);
        if (row.kind !== "line" || count === undefined) continue;
        const source = { vi: `trang “${previous.sheet}”, ô ${a1(then.at)}`, en: `sheet “${previous.sheet}”, cell ${a1(then.at)}` };
        yield { figure: now, count, source };
      }
    },
  };
}
