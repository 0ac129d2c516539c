import { a1, type Position } from "../sheet/Address";
import { sayFigure } from "../figures/figureValue";
import type { Phrase } from "../words/Phrase";
import type { ComputePlan } from "./compute";
import type { Obstacle, ObstacleKind } from "./standings";

const MOST_NAMED = 5;

/** "D9, D10 và 3 ô khác" */
function list(cells: readonly Position[], more: (count: number) => string): string {
  const names = cells.slice(0, MOST_NAMED).map(a1);
  return cells.length > names.length ? `${names.join(", ")} ${more(cells.length - names.length)}` : names.join(", ");
}

const vi = (cells: readonly Position[]): string => list(cells, (count) => `và ${count} ô khác`);
const en = (cells: readonly Position[]): string => list(cells, (count) => `and ${count} more`);

/** English needs to know one from many. */
const cellsInEnglish = (count: number): string => (count === 1 ? "1 cell" : `${count} cells`);

/** What to do about cells in the way. */
const REMEDIES: Readonly<Record<ObstacleKind, (cells: readonly Position[]) => Phrase>> = {
  text: (cells) => ({
    vi: `${cells.length} ô là số gõ dạng chữ (${vi(cells)}) nên Excel sẽ cộng thiếu. Hãy chuyển các ô này thành số rồi tính lại.`,
    en: `${cellsInEnglish(cells.length)} with a number typed as text (${en(cells)}) would be left out of Excel's sums. Turn text into numbers and compute again.`,
  }),
  misread: (cells) => ({
    vi: `${cells.length} ô có dấu chấm phân cách nghìn bị Excel hiểu là số lẻ (${vi(cells)}). Hãy kiểm tra bảng, sửa các ô này rồi tính lại.`,
    en: `Excel took the thousands point for a decimal point in ${cellsInEnglish(cells.length)} (${en(cells)}). Check the table, mend them and compute again.`,
  }),
  mark: (cells) => ({
    vi: `${cells.length} ô đánh dấu khác với biểu (${vi(cells)}) nên Excel sẽ đếm thiếu. Hãy đánh dấu lại như biểu rồi tính lại.`,
    en: `${cellsInEnglish(cells.length)} marked otherwise than the form has it (${en(cells)}) would not be counted. Mark them as the form has it and compute again.`,
  }),
  percent: (cells) => ({
    vi: `${cells.length} ô có định dạng phần trăm của Excel (${vi(cells)}) nên công thức sẽ lệch 100 lần. Hãy gõ lại số không kèm định dạng % rồi tính lại.`,
    en: `Excel holds hundredths in ${cellsInEnglish(cells.length)} formatted as percentages (${en(cells)}). Type the figures without that format and compute again.`,
  }),
  unreadable: (cells) => ({
    vi: `${cells.length} ô không đọc được thành số (${vi(cells)}). Hãy sửa các ô này rồi tính lại.`,
    en: `${cellsInEnglish(cells.length)} cannot be read as a number (${en(cells)}). Mend them and compute again.`,
  }),
};

function obstaclesOf(plan: ComputePlan, kind: ObstacleKind): readonly Position[] {
  const all = plan.skipped.flatMap(({ because }): readonly Obstacle[] => because).filter((each) => each.kind === kind);
  return [...new Map(all.map(({ at }) => [a1(at), at])).values()];
}

/** What was computed and what was left alone, a sentence each, most important first; never empty. */
export function sayCompute(plan: ComputePlan): readonly Phrase[] {
  const said: Phrase[] = [];
  const { filled, converted, numbered, kept, skipped } = plan;
  if (filled.length + converted.length > 0) {
    said.push({
      vi: `Đã đặt công thức vào ${filled.length + converted.length} ô.`,
      en: `Put formulas into ${cellsInEnglish(filled.length + converted.length)}.`,
    });
  }
  if (numbered.length > 0) {
    said.push({
      vi: `Đã chuyển ${numbered.length} ô số gõ dạng chữ thành số.`,
      en: `Turned ${cellsInEnglish(numbered.length)} from text into numbers.`,
    });
  }
  for (const { at, column, typed, computed } of kept.slice(0, MOST_NAMED)) {
    said.push({
      vi: `Ô ${a1(at)} ghi ${sayFigure(typed, column, "vi")} nhưng tính được ${sayFigure(computed, column, "vi")}: đã giữ nguyên, hãy kiểm tra lại.`,
      en: `Cell ${a1(at)} says ${sayFigure(typed, column, "en")} but works out to ${sayFigure(computed, column, "en")}: left as it is, please check.`,
    });
  }
  if (kept.length > MOST_NAMED) {
    said.push({
      vi: `Còn ${kept.length - MOST_NAMED} ô khác lệch như vậy, cũng được giữ nguyên. Hãy bấm Kiểm tra để xem từng ô.`,
      en: `${cellsInEnglish(kept.length - MOST_NAMED)} more differ in the same way and were left as they are. Check the table to see each.`,
    });
  }
  if (skipped.length > 0) {
    said.push({
      vi: `Chưa đặt công thức vào ${skipped.length} ô vì kết quả sẽ sai: ${vi(skipped.map(({ at }) => at))}.`,
      en: `No formula was put into ${cellsInEnglish(skipped.length)}, because the result would be wrong: ${en(skipped.map(({ at }) => at))}.`,
    });
    for (const kind of ["unreadable", "misread", "mark", "percent", "text"] as const) {
      const cells = obstaclesOf(plan, kind);
      if (cells.length > 0) said.push(REMEDIES[kind](cells));
    }
  }
  for (const { at } of plan.occupied) {
    said.push({
      vi: `Không còn cột trống bên phải bảng để thêm cột tỷ lệ: ô ${a1(at)} đã có nội dung. Hãy để trống một cột rồi tính lại.`,
      en: `No column is free to the right of the table for a percentage: cell ${a1(at)} is taken. Leave a column blank and compute again.`,
    });
  }
  if (plan.right > 0) {
    said.push({
      vi: `${plan.right} ô đã gõ đúng kết quả nên để nguyên; có thể đổi thành công thức.`,
      en: `${cellsInEnglish(plan.right)} typed with the right result stayed as typed; they can be turned into formulas.`,
    });
  }
  if (plan.edits.length === 0 && said.length === 0) {
    said.push(
      plan.already > 0
        ? { vi: "Các ô tổng đã là công thức, không có gì phải tính thêm.", en: "The sums are formulas already; there was nothing left to compute." }
        : { vi: "Bảng này không có ô nào cộng từ các ô khác, không có gì phải tính.", en: "No cell of this table adds up others; there is nothing to compute." },
    );
  }
  return said;
}
