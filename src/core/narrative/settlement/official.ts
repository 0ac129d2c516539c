import type { ParagraphStyle, Span, TextLine } from "../Paragraph";
import { count, prose } from "../prose";
import { lateFieldLines } from "./lateFields";
import { settlementFigures, type SettlementFigures } from "./settlementFigures";

/**
 * The wording of the report outline, in three bullets; the total received is printed too, which the outline leaves out
 * although the sentence announces it. Zeros are printed as 0. Late fields follow as "+" bullets where there are any.
 */
export const official: ParagraphStyle = {
  id: "official",
  name: { vi: "Theo đề cương báo cáo", en: "Official outline" },
  write(input) {
    const figures = settlementFigures(input);
    const { late, pendingLate, withdrawn } = figures;
    const lateResolved = lateFieldLines(input.table, "late", late, "số hồ sơ giải quyết quá hạn");
    const latePending = lateFieldLines(input.table, "pendingLate", pendingLate, "số hồ sơ đang giải quyết quá hạn");
    return [
      bullet(receivedWords(figures)),
      bullet(prose`${resolvedWords(figures)}${endBefore(lateResolved)}`),
      ...lateResolved,
      bullet(prose`${pendingWords(figures)}${endBefore(latePending)}`),
      ...latePending,
      ...(withdrawn?.count ? [bullet(prose`Số lượng hồ sơ dừng xử lý, rút hoặc trả lại: ${count(withdrawn)}.`)] : []),
    ];
  },
};

function receivedWords({ received, receivedInPeriod, online, inPerson, carriedOver }: SettlementFigures): readonly Span[] {
  const channels = prose`trực tuyến: ${count(online)}, trực tiếp và qua dịch vụ bưu chính: ${count(inPerson)}`;
  const fresh = prose`số mới tiếp nhận trong kỳ: ${count(receivedInPeriod)} (${channels})`;
  const old = prose`số từ kỳ trước chuyển qua: ${count(carriedOver)}`;
  return prose`Tổng số hồ sơ TTHC đã tiếp nhận trong kỳ báo cáo: ${count(received)}, trong đó: ${fresh}; ${old}.`;
}

function resolvedWords({ resolved, early, onTime, late }: SettlementFigures): readonly Span[] {
  const parts = prose`giải quyết trước hạn: ${count(early)}, đúng hạn: ${count(onTime)}, quá hạn: ${count(late)}`;
  return prose`Số lượng hồ sơ đã giải quyết: ${count(resolved)}; trong đó, ${parts}`;
}

function pendingWords({ pending, pendingOnTime, pendingLate }: SettlementFigures): readonly Span[] {
  const parts = prose`trong hạn: ${count(pendingOnTime)}, quá hạn: ${count(pendingLate)}`;
  return prose`Số lượng hồ sơ đang giải quyết: ${count(pending)}; trong đó, ${parts}`;
}

const endBefore = (details: readonly TextLine[]): string => (details.length > 0 ? ", gồm:" : ".");

const bullet = (spans: readonly Span[]): TextLine => ({ level: 0, bullet: "-", spans });
