import type { Table } from "../../table/Table";
import type { ParagraphStyle, Span } from "../Paragraph";
import { duringPeriod } from "../../words/Period";
import { count, figure, fraction, percentage, prose, sentences, type Piece } from "../prose";
import { addUp } from "../Quantity";
import { idleLine } from "./idleLine";
import { lateFieldSentence } from "./lateFields";
import { settlementFigures, type SettlementFigures } from "./settlementFigures";

/**
 * One running paragraph that ends in the on-time rate, as district offices report. At least four formulas go by that
 * name, so the one used is spelt out: files resolved by their date and files pending that are not yet due,
 * ((8)+(9)+(12)), over all files resolved and pending, ((7)+(11)). Printed without decimals.
 */
export const onTimeRate: ParagraphStyle = {
  id: "on-time",
  name: { vi: "Có tỷ lệ đúng hẹn", en: "With the on-time rate" },
  write(input) {
    const figures = settlementFigures(input);
    const idle = idleLine(input.table, figures);
    if (idle) return [idle];
    const { late, pendingLate } = figures;
    const spans = sentences([
      receivedWords(input.table, figures),
      prose`${resolvedWords(figures)}.`,
      prose`${pendingWords(figures)}.`,
      prose`${rateWords(figures)}.`,
      lateFieldSentence(input.table, "late", late, "Hồ sơ giải quyết trễ hạn"),
      lateFieldSentence(input.table, "pendingLate", pendingLate, "Hồ sơ tồn quá hạn"),
    ]);
    return [{ level: 0, bullet: "-", spans }];
  },
};

function receivedWords(table: Table, { received, receivedInPeriod, carriedOver }: SettlementFigures): readonly Span[] {
  const parts = prose`tiếp nhận mới ${count(receivedInPeriod)} hồ sơ, số kỳ trước chuyển sang là ${count(carriedOver)} hồ sơ`;
  return prose`Tổng số hồ sơ tiếp nhận ${duringPeriod(table.period?.period)} là ${count(received)} hồ sơ (${parts}).`;
}

function resolvedWords({ resolved, notLate, late, withdrawn }: SettlementFigures): readonly Span[] {
  const none = figure("không có", late.cells);
  const lateWords = late.count === 0 ? prose`${none} hồ sơ trễ hạn` : prose`trễ hạn ${count(late)} hồ sơ`;
  const withdrawnWords: Piece = withdrawn ? prose`, ${count(withdrawn)} hồ sơ dừng xử lý và người dân rút` : "";
  return resolved.count === 0
    ? prose`${figure("Chưa có", resolved.cells)} hồ sơ được giải quyết${withdrawnWords}`
    : prose`Giải quyết ${count(resolved)} hồ sơ (đúng hạn ${count(notLate)} hồ sơ, ${lateWords})${withdrawnWords}`;
}

function pendingWords({ pending, pendingOnTime, pendingLate }: SettlementFigures): readonly Span[] {
  const none = figure("không có", pendingLate.cells);
  const lateWords = pendingLate.count === 0 ? prose`${none} hồ sơ quá hạn` : prose`quá hạn ${count(pendingLate)} hồ sơ`;
  return pending.count === 0
    ? prose`${figure("Không có", pending.cells)} hồ sơ tồn`
    : prose`Tồn ${count(pending)} hồ sơ (chưa đến hạn ${count(pendingOnTime)} hồ sơ, ${lateWords})`;
}

function rateWords({ resolved, notLate, pending, pendingOnTime }: SettlementFigures): readonly Span[] {
  const kept = addUp([notLate, pendingOnTime]);
  const all = addUp([resolved, pending]);
  const rate = percentage(kept, all, 0);
  const formula = "số hồ sơ giải quyết đúng hạn và hồ sơ tồn chưa đến hạn trên tổng số hồ sơ đã giải quyết và hồ sơ tồn";
  return rate
    ? prose`Tỷ lệ đúng hẹn đạt: ${rate} (${fraction(kept, all)} hồ sơ, là ${formula})`
    : prose`${figure("Chưa có", all.cells)} hồ sơ để tính tỷ lệ đúng hẹn`;
}
