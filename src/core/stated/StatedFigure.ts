import type { Period, PeriodKind, CalendarDate } from "../words/Period";
import type { Phrase } from "../words/Phrase";

/** What a written report counts in paragraph I.6, over Biểu II.06a. */
export type StatedQuantity =
  | "received"
  | "receivedInPeriod"
  | "online"
  | "inPerson"
  | "carriedOver"
  | "resolved"
  | "early"
  | "onTime"
  | "notLate"
  | "late"
  | "pending"
  | "pendingOnTime"
  | "pendingLate"
  | "withdrawn";

/** When it is said to have happened: between two days, until one, in a named period, or in one that no table has ("từ đầu năm đến nay"). */
export type StatedPeriod =
  | { readonly kind: "dates"; readonly period: Period }
  | { readonly kind: "until"; readonly to: CalendarDate }
  | { readonly kind: "named"; readonly name: PeriodKind; readonly year: number }
  | { readonly kind: "other" };

/** Of what it is said: of everything the unit reports, of one field, or of some part that the form does not tell apart. */
export type StatedScope = { readonly kind: "whole" } | { readonly kind: "field"; readonly name: string } | { readonly kind: "part" };

/** A count that a written text states. */
export interface StatedFigure {
  readonly quantity: StatedQuantity;
  readonly scope: StatedScope;
  readonly count: number;
  /** The words it was read from, as written: "đã tiếp nhận 1.652 hồ sơ". */
  readonly words: string;
  /** Where the number stands, as zero-based offsets in the text normalised to NFC; `end` is the one after it. */
  readonly start: number;
  readonly end: number;
  /** Undefined where the text does not say. */
  readonly period?: StatedPeriod;
  /** Who is said to have received them, as written: "UBND phường". */
  readonly unit?: string;
}

/** The keys of the columns that a quantity adds up; none for what the form has no column for. */
export const COLUMNS_OF: Readonly<Record<StatedQuantity, readonly string[]>> = {
  received: ["received"],
  receivedInPeriod: ["online", "inPerson"],
  online: ["online"],
  inPerson: ["inPerson"],
  carriedOver: ["carriedOver"],
  resolved: ["resolved"],
  early: ["early"],
  onTime: ["onTime"],
  notLate: ["early", "onTime"],
  late: ["late"],
  pending: ["pending"],
  pendingOnTime: ["pendingOnTime"],
  pendingLate: ["pendingLate"],
  withdrawn: [],
};

/** What is counted, after a number: "1.652 hồ sơ tiếp nhận". */
export const QUANTITY_NAMES: Readonly<Record<StatedQuantity, Phrase>> = {
  received: { vi: "hồ sơ tiếp nhận", en: "files received" },
  receivedInPeriod: { vi: "hồ sơ mới tiếp nhận trong kỳ", en: "files newly received in the period" },
  online: { vi: "hồ sơ tiếp nhận trực tuyến", en: "files received online" },
  inPerson: { vi: "hồ sơ tiếp nhận trực tiếp và qua dịch vụ bưu chính", en: "files received in person or by post" },
  carriedOver: { vi: "hồ sơ từ kỳ trước chuyển qua", en: "files carried over" },
  resolved: { vi: "hồ sơ đã giải quyết", en: "files resolved" },
  early: { vi: "hồ sơ giải quyết trước hạn", en: "files resolved early" },
  onTime: { vi: "hồ sơ giải quyết đúng hạn", en: "files resolved on time" },
  notLate: { vi: "hồ sơ giải quyết trước hạn và đúng hạn", en: "files resolved early or on time" },
  late: { vi: "hồ sơ giải quyết quá hạn", en: "files resolved late" },
  pending: { vi: "hồ sơ đang giải quyết", en: "files pending" },
  pendingOnTime: { vi: "hồ sơ đang giải quyết trong hạn", en: "files pending in time" },
  pendingLate: { vi: "hồ sơ đang giải quyết quá hạn", en: "files pending overdue" },
  withdrawn: { vi: "hồ sơ dừng xử lý, rút hoặc trả lại", en: "files withdrawn, returned or stopped" },
};
