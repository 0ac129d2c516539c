import type { Table } from "../../table/Table";
import { unitName } from "../../words/unitName";
import { capitalised } from "../../words/Phrase";
import { fieldCounts } from "../fieldCounts";
import type { ParagraphStyle, Span, TextLine } from "../Paragraph";
import { duringPeriod, longDate } from "../../words/Period";
import { count, figure, fraction, joined, percentage, prose, sentences, type Piece } from "../prose";
import type { Quantity } from "../Quantity";
import { idleLine } from "./idleLine";
import { lateFieldSentence } from "./lateFields";
import { settlementFigures, type SettlementFigures } from "./settlementFigures";

/** How communes write: who received how many, shares without decimals, "00" for nothing, then the fields that had files. */
export const commune: ParagraphStyle = {
  id: "commune",
  name: { vi: "Cấp xã, nêu từng lĩnh vực", en: "Commune, naming the fields" },
  write(input) {
    const { table } = input;
    const figures = settlementFigures(input);
    const idle = idleLine(table, figures);
    if (idle) return [idle];
    const { late, pendingLate, withdrawn } = figures;
    const spans = sentences([
      prose`${receivedWords(table, figures)}, ${resolvedWords(figures)}.`,
      prose`${pendingWords(figures)}.`,
      withdrawn?.count ? prose`Hồ sơ dừng xử lý, rút hoặc trả lại: ${files(withdrawn)}.` : [],
      lateFieldSentence(table, "late", late, "Hồ sơ giải quyết quá hạn"),
      lateFieldSentence(table, "pendingLate", pendingLate, "Hồ sơ đang giải quyết quá hạn"),
      fieldSentence(table),
    ]);
    return [{ level: 0, bullet: "-", spans }, ...asOf(table)];
  },
};

const files = (quantity: Quantity): readonly Span[] => prose`${count(quantity, "zero-to-nine")} hồ sơ`;

function receivedWords(table: Table, { received, carriedOver }: SettlementFigures): readonly Span[] {
  const carried: Piece = carriedOver.count === 0 ? "" : prose` (trong đó có ${files(carriedOver)} từ kỳ trước chuyển qua)`;
  return prose`${capitalised(duringPeriod(table.period?.period))}, ${unitName(table.unit)} đã tiếp nhận ${files(received)}${carried}`;
}

function resolvedWords({ resolved, early, onTime, late }: SettlementFigures): readonly Span[] {
  if (resolved.count === 0) return prose`${figure("chưa có", resolved.cells)} hồ sơ được giải quyết`;
  const part = (name: string, quantity: Quantity, reach: string) => {
    const share = prose` (${reach} ${percentage(quantity, resolved, 0) ?? ""}, ${fraction(quantity, resolved)} hồ sơ)`;
    return prose`${name}: ${files(quantity)}${quantity.count === 0 ? "" : share}`;
  };
  const parts = [part("giải quyết trước hạn", early, "đạt"), part("đúng hạn", onTime, "đạt"), part("quá hạn", late, "chiếm")];
  return prose`đã giải quyết ${files(resolved)} tại Bộ phận Tiếp nhận và Trả kết quả. Trong đó, ${joined(parts, "; ")}`;
}

function pendingWords({ pending, pendingOnTime, pendingLate }: SettlementFigures): readonly Span[] {
  return pending.count === 0
    ? prose`${figure("Không có", pending.cells)} hồ sơ đang giải quyết`
    : prose`Đang giải quyết ${files(pending)} (trong hạn: ${files(pendingOnTime)}; quá hạn: ${files(pendingLate)})`;
}

/** "Số hồ sơ tiếp nhận gồm: lĩnh vực Hộ tịch 54 hồ sơ, lĩnh vực Chứng thực 31 hồ sơ." */
function fieldSentence(table: Table): readonly Span[] {
  const fields = fieldCounts(table, "received").map(({ name, quantity }) => prose`${name} ${files(quantity)}`);
  return fields.length === 0 ? [] : prose`Số hồ sơ tiếp nhận gồm: ${joined(fields, ", ")}.`;
}

function asOf(table: Table): readonly TextLine[] {
  const until = table.period?.period.to;
  return until ? [{ level: 0, bullet: "", spans: prose`(Số liệu tính đến ${longDate(until)}, có biểu mẫu kèm theo).` }] : [];
}
