import type { Level } from "../form/Form";
import type { Position } from "../sheet/Address";
import { BLANK_CELL, plainText, type Cell } from "../sheet/Cell";
import { fold } from "../sheet/fold";
import { cellAt, type Sheet } from "../sheet/Sheet";
import { cellOn } from "../sheet/writeFormula";
import { dateOfSerial, dayNumber, type CalendarDate, type Period } from "../words/Period";
import type { Official } from "../words/Phrase";

/** What the sheet is called that says once, for all forms of a workbook, who reports on what. */
export const INFO_SHEET: Official = "Thông tin báo cáo";

/** What levels of units are called where one is chosen. */
export const LEVEL_NAMES: Readonly<Record<Level, Official>> = {
  commune: "Cấp xã",
  department: "Cấp sở",
  centre: "Trung tâm phục vụ hành chính công",
  district: "Cấp huyện",
  province: "Cấp tỉnh",
};

export const LEVELS = Object.keys(LEVEL_NAMES) as readonly Level[];

/** The lines of the sheet in their order: to be filled in, then those that it works out itself, for the heads of forms to take over. */
export const INFO_LABELS = {
  unit: "Đơn vị báo cáo",
  superior: "Cơ quan chủ quản",
  level: "Cấp của đơn vị",
  receiver: "Đơn vị nhận báo cáo",
  kind: "Kỳ báo cáo",
  year: "Năm",
  from: "Từ ngày",
  to: "Đến ngày",
  place: "Địa danh",
  number: "Số, ký hiệu văn bản",
  signedAs: "Chức vụ người ký",
  signatory: "Họ tên người ký",
  preparedBy: "Người lập biểu",
  periodName: "Tên kỳ (tự tính)",
  periodDates: "Thời gian (tự tính)",
} as const satisfies Readonly<Record<string, Official>>;

export type InfoKey = keyof typeof INFO_LABELS;

export const INFO_KEYS = Object.keys(INFO_LABELS) as readonly InfoKey[];

/** Which cell of the sheet says what. Lines may have been moved, or taken out. */
export interface InfoSource {
  readonly sheet: string;
  readonly places: Readonly<Partial<Record<InfoKey, Position>>>;
}

/** Who reports on what, and who signs; what nobody filled in is absent. */
export interface ReportInfo {
  readonly texts: Readonly<Partial<Record<Exclude<InfoKey, "level" | "year" | "from" | "to">, Official>>>;
  readonly level?: Level;
  readonly period?: Period;
}

/** What the workbook says of the report, and where. */
export interface ReadInfo extends ReportInfo {
  readonly source: InfoSource;
}

/** A formula's reference to a line of the sheet; undefined where the line is gone. */
export function infoReference({ sheet, places }: InfoSource, key: InfoKey): string | undefined {
  const at = places[key];
  return at && cellOn(sheet, at);
}

const TITLE = fold(INFO_SHEET);
const KEYS: ReadonlyMap<string, InfoKey> = new Map(INFO_KEYS.map((key) => [fold(INFO_LABELS[key]), key]));

/** Rows below this (zero-based), and columns right of it, are not looked at: the sheet has fifteen lines, and room for notes. */
const LAST_ROW = 60;
const LAST_COLUMN = 5;

/** Where the lines of a sheet that names itself so stand: labels in one column, what they say in the next. */
function placesOn({ name, rows }: Sheet): InfoSource["places"] | undefined {
  const places: Partial<Record<InfoKey, Position>> = {};
  let isTitled = fold(name).startsWith(TITLE);
  for (const [row, cells] of rows) {
    if (row > LAST_ROW) break;
    for (const [column, cell] of cells.slice(0, LAST_COLUMN).entries()) {
      const text = cell?.value.kind === "text" ? fold(cell.value.text).replace(/ ?:$/, "") : "";
      isTitled ||= text === TITLE;
      const key = KEYS.get(text);
      if (key !== undefined) places[key] ??= { row, column: column + 1 };
    }
  }
  return isTitled && places.unit && (places.kind ?? places.from) ? places : undefined;
}

const dateIn = ({ value }: Cell): CalendarDate | undefined => (value.kind === "number" ? dateOfSerial(value.number) : undefined);

/** What the first sheet that says so tells of the report; undefined where there is none. */
export function readReportInfo(sheets: readonly Sheet[]): ReadInfo | undefined {
  for (const sheet of sheets) {
    const places = placesOn(sheet);
    if (!places) continue;
    const at = (key: InfoKey): Cell => (places[key] ? cellAt(sheet, places[key]) : BLANK_CELL);
    const text = (key: InfoKey): string => plainText(at(key).value).trim();
    const level = LEVELS.find((each) => fold(LEVEL_NAMES[each]) === fold(text("level")));
    const [from, to] = [dateIn(at("from")), dateIn(at("to"))];
    return {
      texts: Object.fromEntries(INFO_KEYS.flatMap((key) => (text(key) === "" ? [] : [[key, text(key)]]))),
      ...(level ? { level } : {}),
      ...(from && to && dayNumber(from) <= dayNumber(to) ? { period: { from, to } } : {}),
      source: { sheet: sheet.name, places },
    };
  }
  return undefined;
}
