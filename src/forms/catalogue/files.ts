import type { Binding, ColumnNode, FigureColumn, Rule, Share } from "../../core/form/Form";
import type { Official } from "../../core/words/Phrase";
import { counting, group, named, numbered, ORDINAL, sumOf, type MakeFigures } from "./columns";
import { withdrawn } from "./gaps";

/** Files of people and businesses, counted. */
export const files: MakeFigures = counting("hồ sơ", 10);
const total = (key: string, sumId: string, ...parts: readonly string[]): FigureColumn => files(key, "Tổng số", { ...sumOf(sumId, ...parts), width: 11 });

export const CARRIED: readonly Official[] = [
  "Kỳ trước", "Số kỳ trước chuyển qua", "Số từ kỳ trước chuyển qua", "Số kỳ trước chuyển sang", "Kỳ trước chuyển sang", "Từ kỳ trước chuyển sang", "Kỳ trước chuyển qua",
]; // prettier-ignore
export const RECEIVED: readonly Official[] = ["Số hồ sơ nhận giải quyết", "Tiếp nhận"];
export const RESOLVED: readonly Official[] = ["Số hồ sơ đã giải quyết", "Đã giải quyết", "Đã xử lý"];
export const PENDING: readonly Official[] = ["Số hồ sơ đang giải quyết", "Đang giải quyết", "Hồ sơ đang xử lý", "Đang xử lý", "Hồ sơ tồn"];
const IN_PERSON = ["Trực tiếp", "Trực tiếp, bưu chính", "Trực tiếp và dịch vụ bưu chính", "Trực tiếp, dịch vụ BCCI", "Trực tiếp, BCCI"];

export const online = files("online", "Trực tuyến");
export const inPerson = files("inPerson", "Trực tiếp, dịch vụ bưu chính", { variants: IN_PERSON, width: 12 });
export const carriedOver = files("carriedOver", "Từ kỳ trước", { variants: CARRIED });

/** Files resolved, in time or not: columns (7) to (10) of Biểu II.06a. */
export const resolvedGroup = group(
  "Số lượng hồ sơ đã giải quyết",
  [
    total("resolved", "resolved-by-punctuality", "early", "onTime", "late"),
    files("early", "Trước hạn"),
    files("onTime", "Đúng hạn", { variants: ["Trong hạn"] }),
    files("late", "Quá hạn", { variants: ["Trễ hạn"] }),
  ],
  RESOLVED,
);

/** Files pending, in time or not: columns (11) to (13) of Biểu II.06a. */
export const pendingGroup = group(
  "Số lượng hồ sơ đang giải quyết",
  [
    total("pending", "pending-by-punctuality", "pendingOnTime", "pendingLate"),
    files("pendingOnTime", "Trong hạn", { variants: ["Đúng hạn", "Chưa đến hạn"] }),
    files("pendingLate", "Quá hạn", { variants: ["Trễ hạn"] }),
  ],
  PENDING,
);

/** Columns (3) to (13) of Biểu II.06a, which its editions and its aggregates share. */
export const FILES_SETTLED: readonly ColumnNode[] = [
  group("Số lượng hồ sơ tiếp nhận", [total("received", "received-by-channel", "online", "inPerson", "carriedOver"), group("Trong kỳ", [online, inPerson], ["Trong đó"]), carriedOver], RECEIVED),
  resolvedGroup,
  pendingGroup,
];

/** The columns of Biểu II.06a, by what its rows are called. */
export const filesOf = (header: Official, variants: readonly Official[]): readonly ColumnNode[] => numbered([ORDINAL, named("field", header, variants), ...FILES_SETTLED]);

/** Several formulas for "on time" are in use; each says what it divides by what. */
export const FILES_SHARES: readonly Share[] = [
  { id: "early-rate", header: "Tỷ lệ giải quyết trước hạn (%)", numerator: ["early"], denominator: ["resolved"], decimals: 2 },
  { id: "on-time-rate", header: "Tỷ lệ trước hạn, đúng hạn (%)", numerator: ["early", "onTime"], denominator: ["resolved"], decimals: 2 },
  { id: "late-rate", header: "Tỷ lệ trễ hạn (%)", numerator: ["late"], denominator: ["resolved"], decimals: 2 },
  { id: "kept-promise-rate", header: "Tỷ lệ đúng hẹn (%)", numerator: ["early", "onTime", "pendingOnTime"], denominator: ["resolved", "pending"], decimals: 2 },
  { id: "online-rate", header: "Tỷ lệ hồ sơ trực tuyến trong kỳ (%)", numerator: ["online"], denominator: ["online", "inPerson"], decimals: 2 },
  { id: "online-of-all-rate", header: "Tỷ lệ hồ sơ trực tuyến trên tổng tiếp nhận (%)", numerator: ["online"], denominator: ["received"], decimals: 2 },
  { id: "resolved-rate", header: "Tỷ lệ giải quyết (%)", numerator: ["resolved"], denominator: ["received"], decimals: 2 },
];

/** What came in was resolved or is pending, unless it was withdrawn, returned or stopped. */
export const settledOrPending: Rule = {
  id: "received-resolved-pending",
  kind: "balance",
  severity: "warning",
  basis: "Quan hệ giữa ba nhóm cột",
  title: {
    vi: "Tiếp nhận bằng đã giải quyết cộng đang giải quyết, cộng số rút, dừng, trả lại nếu có: (3) = (7)+(11)",
    en: "Received is resolved plus pending, plus any withdrawn, stopped or returned: (3) = (7)+(11)",
  },
  total: "received",
  plus: ["resolved", "pending"],
  gap: withdrawn,
};

export const FILES_RULES: readonly Rule[] = [
  settledOrPending,
  { id: "carried-over", kind: "carry-over", carried: "carriedOver", pending: "pending", basis: "Cột (6) kỳ này và cột (11) kỳ trước" },
];

/** Columns that go by the names of the quantities they hold. */
export const bound = (...keys: readonly string[]): readonly Binding[] => keys.map((key) => ({ quantity: key, columns: [key] }));

export const FILES_BOUND = bound(
  ...["received", "online", "inPerson", "carriedOver", "resolved", "early", "onTime", "late", "pending", "pendingOnTime", "pendingLate"],
);
