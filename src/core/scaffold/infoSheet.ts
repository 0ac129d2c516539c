import { INFO_KEYS, INFO_LABELS, INFO_SHEET, LEVELS, LEVEL_NAMES, type InfoKey, type InfoSource } from "../head/ReportInfo";
import type { Level } from "../form/Form";
import type { Position } from "../sheet/Address";
import { BLANK, numberValue, textValue, type Content } from "../sheet/Cell";
import type { CellStyle, ListValidation, SheetPlan } from "../sheet/SheetPlan";
import { textHeight } from "../sheet/textSize";
import { quotedText } from "../sheet/writeFormula";
import { formatDate, kindName, monthsOf, PERIOD_KINDS, periodName, reportingPeriodOf, serialOf, type Period } from "../words/Period";
import { capitalised, type Official } from "../words/Phrase";
import { join, spread, spreadText, type Block } from "./Block";

/** What is known when the sheet is made; the rest is filled in by hand. */
export interface InfoOptions {
  readonly unit?: string;
  readonly receiver?: string;
  readonly level?: Level;
  readonly place?: string;
  readonly signatory?: string;
  readonly period: Period;
}

const FIRST_ROW = 3;
const WIDTHS = [30, 46, 62];
/** The kind of a period that no rule names. */
const OWN_PERIOD: Official = "Kỳ khác";
const DATE_FORMAT = "dd/mm/yyyy";

/** What stands beside a line: how it is filled in, or where it comes from. */
const HINTS: Readonly<Partial<Record<InfoKey, Official>>> = {
  unit: "Ghi như khi ký văn bản, ví dụ: UBND xã …",
  superior: "In ở góc trái báo cáo, trên tên đơn vị",
  level: "Chọn trong danh sách",
  kind: "Chọn trong danh sách; “Kỳ khác” nếu kỳ báo cáo theo quy định riêng",
  from: "Tự tính theo quy định chốt số liệu; ghi đè nếu kỳ báo cáo có ngày riêng",
  to: "Tự tính theo quy định chốt số liệu; ghi đè nếu kỳ báo cáo có ngày riêng",
  number: "Ví dụ: 05/BC-UBND",
  signedAs: "Ví dụ: CHỦ TỊCH",
  periodName: "Các biểu lấy tên kỳ từ ô này",
  periodDates: "Các biểu lấy thời gian từ ô này",
};

const at = (key: InfoKey): Position => ({ row: FIRST_ROW + INFO_KEYS.indexOf(key), column: 1 });
const cell = (key: InfoKey): string => `$B$${at(key).row + 1}`;

/** Where the lines of a newly made sheet of this name stand. */
export const plannedSource = (sheet: string = INFO_SHEET): InfoSource => ({
  sheet,
  places: Object.fromEntries(INFO_KEYS.map((key) => [key, at(key)])),
});

/** Picks what belongs to the kind chosen in the sheet; an error where that is none of them. */
const byKind = (values: readonly number[]): string =>
  `CHOOSE(MATCH(${cell("kind")},{${PERIOD_KINDS.map((kind) => quotedText(kindName(kind))).join(",")}},0),${values.join(",")})`;

/** The day of the cut-off rule: the 15th of the month before, or the 14th of the last; the 0th month of a year is December before it. */
const cutOff = (side: 0 | 1): string => `DATE(${cell("year")},${byKind(PERIOD_KINDS.map((kind) => monthsOf(kind)[side]))},${15 - side})`;

/** A date as official texts write it: "15/12/2023", months 1 and 2 with a nought before them, in any language of Excel. */
const dateText = (of: string): string => `TEXT(DAY(${of}),"00")&"/"&IF(MONTH(${of})<=2,"0","")&MONTH(${of})&"/"&YEAR(${of})`;

/** "Quý I năm 2024"; the kind "Năm" is told without the word again. Blank where the dates are not those of the rule. */
const nameFormula = `=IFERROR(IF(AND(${cell("from")}=${cutOff(0)},${cell("to")}=${cutOff(1)}),${cell("kind")}&IF(OR(${cell("kind")}=${quotedText(kindName("year"))},RIGHT(${cell("kind")},4)=" năm")," "," năm ")&${cell("year")},""),"")`;

const datesFormula = `=IF(AND(ISNUMBER(${cell("from")}),ISNUMBER(${cell("to")})),"(Từ ngày "&${dateText(cell("from"))}&" đến ngày "&${dateText(cell("to"))}&")","(Từ ngày … đến ngày …)")`;

/** What the forms print of a period, as the sheet's own formulas work it out. */
export const sayDates = ({ from, to }: Period): string => `(Từ ngày ${formatDate(from)} đến ngày ${formatDate(to)})`;

function contentsOf({ unit, receiver, level, place, signatory, period }: InfoOptions): Readonly<Partial<Record<InfoKey, Content>>> {
  const named = reportingPeriodOf(period);
  const day = (side: 0 | 1, date: Period["from"]): Content => {
    const value = numberValue(serialOf(date));
    return named ? { kind: "formula", formula: `=IFERROR(${cutOff(side)},"")`, value } : value;
  };
  return {
    unit: textValue(unit ?? ""),
    receiver: textValue(receiver ?? ""),
    level: textValue(level ? LEVEL_NAMES[level] : ""),
    kind: textValue(named ? kindName(named.kind) : OWN_PERIOD),
    year: numberValue(named?.year ?? period.to.year),
    from: day(0, period.from),
    to: day(1, period.to),
    place: textValue(place ?? ""),
    signatory: textValue(signatory ?? ""),
    periodName: { kind: "formula", formula: nameFormula, value: { kind: "text", text: capitalised(periodName(period) ?? "") } },
    periodDates: { kind: "formula", formula: datesFormula, value: textValue(sayDates(period)) },
  };
}

const LABEL: CellStyle = { border: true, horizontal: "left", bold: true };
const VALUE: CellStyle = { border: true, horizontal: "left" };
/** To be typed into: a light ground that says so, and prints as almost nothing. */
const OPEN = "#FFF9E5";
const HINT: CellStyle = { italic: true, horizontal: "left" };

const choice = (key: InfoKey, list: readonly Official[]): ListValidation => ({
  cells: [{ top: at(key).row, left: 1, bottom: at(key).row, right: 1 }],
  list,
  errorTitle: "Không có trong danh sách",
  errorMessage: "Hãy chọn một mục trong danh sách của ô này.",
});

/** A sheet on which everything is said once that heads of forms and the report say of themselves: who reports to whom on which period, and who signs. */
export function planInfoSheet(options: InfoOptions): SheetPlan {
  const contents = contentsOf(options);
  const computed = (key: InfoKey): boolean => key === "periodName" || key === "periodDates";
  const lines = INFO_KEYS.map((key): Block => {
    const { row } = at(key);
    const dated = key === "from" || key === "to" ? { numberFormat: DATE_FORMAT } : {};
    const style = { ...VALUE, ...dated, ...(computed(key) ? {} : { fill: OPEN }) };
    const hint = HINTS[key] ?? "";
    return {
      cells: [
        ...spreadText({ top: row, bottom: row, left: 0, right: 0 }, INFO_LABELS[key], LABEL).cells,
        ...spread({ top: row, bottom: row, left: 1, right: 1 }, contents[key] ?? BLANK, style).cells,
        ...(hint ? spreadText({ top: row, bottom: row, left: 2, right: 2 }, hint, HINT).cells : []),
      ],
      merges: [],
      heights: new Map([[row, Math.max(20, textHeight(hint, WIDTHS[2]!, HINT))]]),
    };
  });
  const { cells, merges, heights } = join([
    spreadText({ top: 0, bottom: 0, left: 0, right: 2 }, INFO_SHEET.toLocaleUpperCase("vi"), { bold: true, horizontal: "center", fontSize: 14 }),
    spreadText({ top: 1, bottom: 1, left: 0, right: 2 }, "Các biểu và báo cáo trong sổ làm việc này lấy thông tin từ trang này; sửa ở đây là sửa mọi nơi.", {
      italic: true,
      horizontal: "center",
    }),
    ...lines,
  ]);
  const bottom = FIRST_ROW + INFO_KEYS.length - 1;
  return {
    name: INFO_SHEET,
    cells,
    merges,
    columnWidths: new Map(WIDTHS.entries()),
    rowHeights: heights,
    frozen: { rows: 0, columns: 0 },
    validations: [
      choice("level", LEVELS.map((level) => LEVEL_NAMES[level])),
      choice("kind", [...PERIOD_KINDS.map(kindName), OWN_PERIOD]),
    ],
    print: { portrait: true, repeatedRows: [0, 0], area: { top: 0, left: 0, bottom, right: 2 } },
    start: at("unit"),
  };
}
