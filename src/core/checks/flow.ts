import { a1, type Position } from "../sheet/Address";
import { meantUnits } from "../table/Reading";
import { figureOf, type Table, type TableRow } from "../table/Table";
import { PAUSE, answerKey, rowTimes, type Check, type CheckContext, type Verdict } from "./Check";
import { formatCount, rowName } from "./columnWords";

interface FlowOptions {
  readonly id: string;
  readonly received: string;
  readonly resolved: string;
  readonly pending: string;
  /** As the form numbers them: "(3) = (7)+(11)". */
  readonly printed: string;
  readonly basis: string;
}

/**
 * What came in is resolved, pending, or was withdrawn, returned or stopped. The form has no column for the
 * third, so a gap is a question, not an error; the reporter's answer is counted.
 */
export function flow({ id, received, resolved, pending, printed, basis }: FlowOptions): Check {
  const counts = (table: Table, row: TableRow) => {
    const figures = [received, resolved, pending].map((key) => figureOf(table, row, key));
    const [came, done, open] = figures.map((figure) => figure && meantUnits(figure.reading));
    const blank = figures.every((figure) => !figure || figure.reading.kind === "blank");
    if (blank || came === undefined || done === undefined || open === undefined) return undefined;
    const cells = figures.map((figure) => figure!.at) as [Position, Position, Position];
    return { came, done, open, gap: came - done - open, cells };
  };

  function judgeRow(table: Table, row: TableRow, context: CheckContext, lineGaps: number): Verdict {
    const found = counts(table, row);
    if (!found) return { kind: "skip", cells: [row.labelAt], why: "unreadable" };
    const { came, done, open, gap, cells } = found;
    const answer = context.withdrawn.get(answerKey(table, row.label, row.row));
    // A sum row repeats the gaps of its lines; only what they leave unexplained is its own.
    const explained = answer !== undefined ? gap === answer : gap === 0 || (row.kind !== "line" && gap === lineGaps);
    if (explained) return { kind: "pass" };
    const [at] = cells;
    const statement = {
      vi: `${rowName(row, "vi")}: tiếp nhận ${formatCount(came, "vi")} (ô ${a1(at)}), đã giải quyết ${formatCount(done, "vi")} và đang giải quyết ${formatCount(open, "vi")}`,
      en: `${rowName(row, "en")}: ${formatCount(came, "en")} received (cell ${a1(at)}), ${formatCount(done, "en")} resolved and ${formatCount(open, "en")} pending`,
    };
    if (gap < 0) {
      return {
        kind: "fail",
        cells,
        phrase: {
          vi: `${statement.vi}, nhiều hơn số tiếp nhận ${formatCount(-gap, "vi")} hồ sơ.`,
          en: `${statement.en}, ${formatCount(-gap, "en")} more than were received.`,
        },
      };
    }
    return {
      kind: "fail",
      cells,
      question: "withdrawn",
      phrase: {
        vi: `${statement.vi}, còn ${formatCount(gap, "vi")} hồ sơ chưa rõ. Có phải là hồ sơ rút, dừng xử lý hoặc trả lại trong kỳ không?`,
        en: `${statement.en}, leaving ${formatCount(gap, "en")} unaccounted for. Were they withdrawn, stopped or returned in the period?`,
      },
    };
  }

  return {
    id,
    kind: "flow",
    role: "sum",
    justifiable: true,
    severity: "warning",
    basis,
    title: {
      vi: `Tiếp nhận bằng đã giải quyết cộng đang giải quyết, cộng số rút, dừng, trả lại nếu có: ${printed}`,
      en: `Received is resolved plus pending, plus any withdrawn, stopped or returned: ${printed}`,
    },
    *judge(table, context) {
      const named = rowTimes(table);
      while (!named.next().done) yield PAUSE;
      let gaps = 0;
      const sectionGaps = new Map<number, number>();
      for (const row of table.rows) {
        yield PAUSE;
        if (row.kind !== "line") continue;
        const gap = counts(table, row)?.gap ?? 0;
        gaps += gap;
        sectionGaps.set(row.section, (sectionGaps.get(row.section) ?? 0) + gap);
      }
      for (const row of table.rows) {
        if (row.kind === "section") continue;
        yield judgeRow(table, row, context, row.kind === "subtotal" ? (sectionGaps.get(row.section) ?? 0) : gaps);
      }
    },
    *balances(table) {
      for (const row of table.rows) {
        const [total, ...parts] = [received, resolved, pending].map((key) => figureOf(table, row, key));
        if (row.kind !== "section" && total && parts.every((part) => part !== undefined)) yield { check: id, total, parts };
      }
    },
  };
}
