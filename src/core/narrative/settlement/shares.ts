import type { Table } from "../../table/Table";
import { capitalised } from "../../words/Phrase";
import type { ParagraphStyle, Span } from "../Paragraph";
import { duringPeriod } from "../../words/Period";
import { count, figure, fraction, joined, percentage, prose, sentences, type Piece } from "../prose";
import type { Quantity } from "../Quantity";
import { idleLine } from "./idleLine";
import { lateFieldSentence } from "./lateFields";
import { settlementFigures, type SettlementFigures } from "./settlementFigures";

/** One running sentence with the share of every part of the files resolved, over (7), to two decimals. */
export const shares: ParagraphStyle = {
  id: "shares",
  name: { vi: "Có tỷ lệ từng phần", en: "With the share of each part" },
  write(input) {
    const figures = settlementFigures(input);
    const idle = idleLine(input.table, figures);
    if (idle) return [idle];
    const { late, pendingLate, withdrawn } = figures;
    const withdrawnWords: Piece = withdrawn ? prose`, hồ sơ rút ${count(withdrawn)}` : "";
    const spans = sentences([
      prose`${receivedWords(input.table, figures)}, ${resolvedWords(figures)}, ${pendingWords(figures)}${withdrawnWords}.`,
      lateFieldSentence(input.table, "late", late, "Hồ sơ giải quyết trễ hạn"),
      lateFieldSentence(input.table, "pendingLate", pendingLate, "Hồ sơ đang giải quyết quá hạn"),
    ]);
    return [{ level: 0, bullet: "-", spans }];
  },
};

function receivedWords(table: Table, { received, receivedInPeriod, carriedOver }: SettlementFigures): readonly Span[] {
  const period = capitalised(duringPeriod(table.period?.period));
  const parts = prose`trong kỳ ${count(receivedInPeriod)}, từ kỳ trước chuyển sang ${count(carriedOver)}`;
  return prose`${period}, đã tiếp nhận ${count(received)} hồ sơ (${parts})`;
}

function resolvedWords({ resolved, early, onTime, late }: SettlementFigures): readonly Span[] {
  if (resolved.count === 0) return prose`${figure("chưa có", resolved.cells)} hồ sơ được giải quyết`;
  const part = (name: string, quantity: Quantity) =>
    quantity.count === 0
      ? prose`${name} ${count(quantity)} hồ sơ`
      : prose`${name} ${fraction(quantity, resolved)} hồ sơ, chiếm tỷ lệ ${percentage(quantity, resolved, 2) ?? ""}`;
  const lateWords = late.count === 0 ? prose`${figure("không có", late.cells)} hồ sơ trễ hạn` : part("trễ hạn", late);
  const parts = joined([part("trước hạn", early), part("đúng hạn", onTime), lateWords], "; ");
  return prose`đã giải quyết ${count(resolved)} hồ sơ (${parts})`;
}

function pendingWords({ pending, pendingOnTime, pendingLate }: SettlementFigures): readonly Span[] {
  return pending.count === 0
    ? prose`${figure("không có", pending.cells)} hồ sơ đang giải quyết`
    : prose`đang giải quyết ${count(pending)} hồ sơ (trong hạn ${count(pendingOnTime)}, quá hạn ${count(pendingLate)})`;
}
