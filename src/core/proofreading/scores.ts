import { exceeds, mayBe, together } from "./Amount";
import { around, sayAmount, type Claim } from "./Claim";
import type { ReportRead } from "./Mention";
import type { ReportFigure } from "./readFigures";
import type { ReportText } from "./ReportText";

/** Points are at most what can be had, and a total adds up the points of the lines before it. */
export function scores({ paragraphs }: ReportRead, { flat }: ReportText): readonly Claim[] {
  const claims: Claim[] = [];
  let lines: ReportFigure[] = [];
  for (const { stretch, figures } of paragraphs) {
    for (const score of figures) {
      if (score.kind !== "score" || !score.of) continue;
      claims.push(possible(score, score.of));
      if (/tong/.test(flat.slice(stretch.start, score.start)) && lines.length > 1) {
        claims.push(...totalOf(score, lines));
        lines = [];
      } else lines.push(score);
    }
  }
  return claims;
}

const sayPoints = ({ printed, amount }: Pick<ReportFigure, "printed" | "amount">): string => (printed.digits > 0 ? `${Math.floor(printed.units / 10 ** printed.digits)},${String(printed.units % 10 ** printed.digits).padStart(printed.digits, "0")}` : sayAmount(amount));

function possible(score: ReportFigure, most: NonNullable<ReportFigure["of"]>): Claim {
  const at = around(score, most);
  const figures = [score.start, most.start];
  if (!exceeds(score.amount, most.amount)) return { kind: "score", at, verdict: "agrees", figures };
  const [stated, limit] = [sayPoints(score), sayAmount(most.amount)];
  const message = { vi: `Điểm ${stated} lớn hơn điểm tối đa ${limit}.`, en: `${stated} points are more than the ${limit} that can be had.` };
  return { kind: "score", at, verdict: "differs", figures, difference: { severity: "error", at: score, stated, expected: "", other: { at: most }, message } };
}

/** Points are exact, however they are printed: "1,8" is no rounded figure. */
const tenths = ({ printed }: ReportFigure, digits: number): number => printed.units * 10 ** (digits - printed.digits);

function totalOf(total: ReportFigure, lines: readonly ReportFigure[]): readonly Claim[] {
  const at = around(total, ...lines);
  const figures = [total, ...lines].map(({ start }) => start);
  // Other lines may have other points: only where those that can be had add up is it their total.
  if (!mayBe(total.of!.amount, together(lines.map(({ of }) => of!.amount)))) return [];
  const digits = Math.max(...[total, ...lines].map(({ printed }) => printed.digits));
  const sum = lines.reduce((all, line) => all + tenths(line, digits), 0);
  if (sum === tenths(total, digits)) return [{ kind: "score", at, verdict: "agrees", figures }];
  const [stated, expected] = [sayPoints(total), sayPoints({ printed: { units: sum, digits }, amount: total.amount })];
  const message = { vi: `Tổng điểm ghi ${stated}, các dòng cộng lại là ${expected}.`, en: `The total is printed ${stated}, the lines add up to ${expected}.` };
  return [{ kind: "score", at, verdict: "differs", figures, difference: { severity: "error", at: total, stated, expected, other: { at: around(...lines) }, message } }];
}
