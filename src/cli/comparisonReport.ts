import type { Jump } from "../core/compare/largeJumps";
import { mainColumns } from "../core/compare/comparisonColumns";
import type { ComparedFigure, Comparison } from "../core/compare/compareTables";
import type { Span } from "../core/compare/formerTable";
import { sayGrowth } from "../core/compare/growth";
import { columnName, rowName } from "../core/checks/columnWords";
import { numberOf, sayFigure } from "../core/figures/figureValue";
import { meantUnits } from "../core/figures/Reading";
import type { RowName } from "../core/figures/rowNames";
import { formName } from "../core/form/Form";
import { a1 } from "../core/sheet/Address";
import { plainText } from "../core/sheet/Cell";
import type { Edit } from "../core/sheet/WorkbookPort";
import { isoDate } from "../core/words/Period";
import type { Language, Phrase } from "../core/words/Phrase";

/** What came of comparing one table: large changes, and what may be carried over into blank cells. */
export interface Compared {
  readonly comparison: Comparison;
  readonly jumps: readonly Jump[];
  readonly carried: readonly Edit[];
}

const SPANS: Readonly<Record<Span, Phrase>> = {
  before: { vi: "kỳ trước", en: "the period before" },
  year: { vi: "cùng kỳ năm trước", en: "the same period a year ago" },
  other: { vi: "không rõ kỳ", en: "of a period that is not told" },
};

const ONLY: Readonly<Record<"now" | "then", Phrase>> = {
  now: { vi: "Dòng chỉ có ở kỳ này (nếu chỉ đổi tên, chạy lại với --same \"tên mới=tên cũ\")", en: 'Only in this period (if it only changed its name, run again with --same "new name=old name")' },
  then: { vi: "Dòng chỉ có ở biểu so sánh", en: "Only in the other form" },
};

const periodOf = ({ period }: Comparison["now"]) => (period ? { from: isoDate(period.period.from), to: isoDate(period.period.to) } : null);

/** "711 ← 655 (+56; +8,55%)" */
function sayFigures(figure: ComparedFigure, language: Language): string {
  const { column: { column }, now, then } = figure;
  const [came, left] = [now, then].map(({ reading }) => {
    const units = meantUnits(reading);
    return units === undefined ? "?" : sayFigure(units, column, language);
  });
  const grown = sayGrowth(figure, language);
  return `${came} ← ${left}${grown === "" ? "" : ` (${grown})`}`;
}

/** One table's comparison for people: a row a line, of the columns that make up no other; then what only one has, what is asked, and what may be carried over. */
export function comparisonText(file: string, { comparison, jumps, carried }: Compared, language: Language): string {
  const { now, then, span, rows, onlyNow, onlyThen } = comparison;
  const shown = new Set(mainColumns(comparison));
  const lines = rows.map(({ now: row, figures }) => `  ${rowName(row, language)}: ${figures.flatMap((each) => (shown.has(each.column) ? [`${columnName(each.column.column)} ${sayFigures(each, language)}`] : [])).join(" · ")}`);
  const only = (names: readonly RowName[], what: keyof typeof ONLY) => (names.length > 0 ? [`  ${ONLY[what][language]}: ${names.map(({ row }) => rowName(row, language)).join(", ")}`] : []);
  const offered = carried.map(({ at, to }) => `${a1(at)} = ${to.kind === "formula" ? to.formula : plainText(to)}`);
  return [
    `${file} · ${now.sheet} · ${formName(now.form)} ↔ ${then.sheet} (${SPANS[span][language]})`,
    ...lines,
    ...only(onlyNow, "now"),
    ...only(onlyThen, "then"),
    ...jumps.map(({ question }) => `  ${language === "vi" ? "HỎI LẠI" : "QUESTION"} ${question[language]}`),
    ...(offered.length > 0 ? [`  ${language === "vi" ? "Số từ kỳ trước chuyển sang còn để trống (--fill để điền)" : "Carried over and still blank (--fill fills them in)"}: ${offered.join(", ")}`] : []),
  ].join("\n");
}

const jsonRow = ({ row: { labelAt, label } }: RowName) => ({ cell: a1(labelAt), label });

/** The same as other programs read it: figures in their own unit, rates in percent, null where nothing can be told. */
export function comparisonJson({ comparison: { now, then, span, rows, onlyNow, onlyThen }, jumps, carried }: Compared, language: Language) {
  return {
    sheet: now.sheet,
    form: now.form.id,
    table: now.layout.key,
    period: periodOf(now),
    former: { sheet: then.sheet, form: then.form.id, period: periodOf(then), span },
    rows: rows.map(({ now: row, then: earlier, figures }) => ({
      label: row.label,
      ...(earlier.label === row.label ? {} : { formerLabel: earlier.label }),
      figures: figures.map(({ column: { column, quantity }, now: came, then: left, difference, rate }) => {
        const number = (units: number | undefined): number | null => (units === undefined ? null : numberOf(units, column));
        return {
          column: column.key,
          ...(quantity === undefined ? {} : { quantity }),
          ...{ cell: a1(came.at), formerCell: a1(left.at), now: number(meantUnits(came.reading)), then: number(meantUnits(left.reading)) },
          ...{ difference: number(difference), rate: rate === undefined ? null : Number(`${rate}e-2`) },
        };
      }),
    })),
    onlyNow: onlyNow.map(jsonRow),
    onlyThen: onlyThen.map(jsonRow),
    questions: jumps.map(({ figure, question }) => ({ cell: a1(figure.now.at), severity: "info", message: question[language] })),
    carried: carried.map(({ at, to }) => ({ cell: a1(at), value: to.kind === "number" ? to.number : null })),
  };
}
