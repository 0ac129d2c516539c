import { a1, type Position } from "../sheet/Address";
import { contentOf, plainText } from "../sheet/Cell";
import { valueIn } from "../figures/figureValue";
import type { Notation } from "../figures/Reading";
import type { Figure, Table } from "../figures/Table";
import { STEP } from "../steps";
import { PAUSE, type Change, type Check, type Verdict } from "./Check";
import { formatCount } from "../words/decimal";

/** Families of notations that one finding tells together. */
const HABITS = {
  text: {
    id: "text-number",
    severity: "info",
    notations: ["plain-text", "padded-text", "grouped-text", "text-with-unit"],
    title: { vi: "Số liệu được lưu là số, không phải chữ", en: "Figures are stored as numbers, not as text" },
    tell: (count: number, examples: string) => ({
      vi: `${formatCount(count, "vi")} ô lưu số ở dạng chữ (${examples}). Hàm SUM của Excel bỏ qua các ô này; việc kiểm tra vẫn dùng đúng giá trị đã ghi.`,
      en: `${formatCount(count, "en")} cells hold numbers as text (${examples}). Excel's SUM skips them; the checks use the value meant.`,
    }),
    sure: "certain",
    why: { vi: "Chuyển chữ thành số, giữ nguyên giá trị", en: "Turn the text into numbers of the same value" },
  },
  thousands: {
    id: "misread-thousands",
    severity: "warning",
    notations: ["misread-thousands"],
    title: { vi: "Dấu chấm hàng nghìn không bị đọc thành dấu thập phân", en: "Dotted thousands are not taken for decimals" },
    tell: (count: number, examples: string) => ({
      vi: `${formatCount(count, "vi")} ô có số lẻ (${examples}): Excel đã hiểu dấu chấm hàng nghìn là dấu thập phân.`,
      en: `${formatCount(count, "en")} cells hold a fraction (${examples}): Excel took the dot of thousands for a decimal point.`,
    }),
    sure: "likely",
    why: { vi: "Nhân với 1.000 để được số hồ sơ đã ghi", en: "Multiply by 1,000 to get the number of files meant" },
  },
} as const;

/** Three examples are enough to recognise the rest. */
function examplesOf(figures: readonly Figure[]): string {
  return figures
    .slice(0, 3)
    .map(({ at, cell }) => `${a1(at)}: ${cell.value.kind === "text" ? `"${plainText(cell.value)}"` : plainText(cell.value)}`)
    .join("; ");
}

/** A number formatted as text stays typed text in Excel even after it is mended, so what is offered is a number in place of the whole content. */
function changeOf({ at, cell, column, reading }: Figure): Change {
  return { at, from: contentOf(cell), to: valueIn({ cell, column }, reading.kind === "figure" ? reading.units : 0) };
}

/**
 * Figures are written as Excel numbers. Each unusual notation is read as meant, and told once.
 * @param added The columns, by key, that anything adds up: elsewhere a text does no harm.
 */
export function notation(habit: keyof typeof HABITS, added: ReadonlySet<string>): Check {
  const { id, severity, notations, title, tell, sure, why } = HABITS[habit];
  const isOdd = ({ reading }: Figure) => reading.kind === "figure" && (notations as readonly Notation[]).includes(reading.notation);
  return {
    id,
    role: "fault",
    isNotice: true,
    justifiable: false,
    severity,
    title,
    *judge(table: Table): Iterable<Verdict> {
      const isAdded = table.columns.map(({ column }) => added.has(column.key));
      const odd: Figure[] = [];
      const changes: Change[] = [];
      const computed: Position[] = [];
      let times = 0;
      for (const [index, { figures }] of table.rows.entries()) {
        if (index % STEP === 0) yield PAUSE;
        for (let place = 0; place < figures.length; place++) {
          const figure = figures[place]!;
          if (figure.reading.kind !== "figure" || !isAdded[place]) continue;
          if (!isOdd(figure)) {
            times++;
            continue;
          }
          odd.push(figure);
          // A formula that yields text is the user's own affair: it is told, not replaced.
          if (figure.cell.formula === undefined) changes.push(changeOf(figure));
          else computed.push(figure.at);
        }
      }
      if (times > 0) yield { kind: "pass", times };
      if (odd.length === 0) return;
      const cells = odd.map(({ at }) => at) as [Position, ...Position[]];
      yield {
        kind: "fail",
        cells,
        ...(computed.length > 0 ? { spoils: computed } : {}),
        phrase: tell(odd.length, examplesOf(odd)),
        ...(changes.length > 0 ? { suggestions: [{ changes, sure, why }] } : {}),
      };
    },
  };
}
