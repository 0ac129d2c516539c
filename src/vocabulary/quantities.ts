import type { Quantity } from "../core/quantities/Vocabulary";
import type { Official } from "../core/words/Phrase";
import { counted, FIRST, LAST, type Row } from "./counted";
import { FEEDBACK, ONLINE, ONE_STOP, REGULATIONS, SURROUNDINGS } from "./families";

/** Files received, resolved and pending, as in Biểu II.06a and paragraph I.6 of the report. */
const FILES = counted("hồ sơ", [
  ["received", "hồ sơ tiếp nhận", "files received", {
    words: ["received", "receivedResolved"], opens: true, overPeriods: "anew",
    splits: [["receivedInPeriod", "carriedOver"], ["online", "inPerson", "carriedOver"], ["resolved", "pending", "withdrawn"]],
  }],
  ["receivedInPeriod", "hồ sơ mới tiếp nhận trong kỳ", "files newly received in the period", {
    words: ["fresh", "loosePeriod"], splits: [["online", "inPerson"]],
  }],
  ["online", "hồ sơ tiếp nhận trực tuyến", "files received online", { words: ["online"], splits: [["fullyOnline", "partlyOnline"]] }],
  ["fullyOnline", "hồ sơ trực tuyến toàn trình", "files received fully online"],
  ["partlyOnline", "hồ sơ trực tuyến một phần", "files received partly online"],
  ["inPerson", "hồ sơ tiếp nhận trực tiếp và qua dịch vụ bưu chính", "files received in person or by post", {
    // In person alone, where the post is told apart, is only a part of it.
    words: ["inPerson"], loosely: { word: "direct", unless: "buu|bcci" }, splits: [["atCounter", "byPost"]],
  }],
  ["atCounter", "hồ sơ tiếp nhận trực tiếp", "files received at the counter"],
  ["byPost", "hồ sơ tiếp nhận qua dịch vụ bưu chính", "files received by post"],
  ["carriedOver", "hồ sơ từ kỳ trước chuyển qua", "files carried over", { words: ["carried"], beside: ["resolved", "pending"], ...FIRST }],
  ["resolved", "hồ sơ đã giải quyết", "files resolved", {
    words: ["receivedResolved", "resolved"], opens: true, splits: [["early", "onTime", "late"], ["notLate", "late"]],
  }],
  ["early", "hồ sơ giải quyết trước hạn", "files resolved early", { words: ["early"] }],
  ["onTime", "hồ sơ giải quyết đúng hạn", "files resolved on time", { words: ["onTime"] }],
  ["notLate", "hồ sơ giải quyết trước hạn và đúng hạn", "files resolved early or on time", { words: ["onTime"], splits: [["early", "onTime"]] }],
  ["late", "hồ sơ giải quyết quá hạn", "files resolved late", { words: ["overdue"], splits: [["lateApologised", "lateUnapologised"]] }],
  ["lateApologised", "hồ sơ giải quyết quá hạn đã có thư xin lỗi", "files resolved late with an apology"],
  ["lateUnapologised", "hồ sơ giải quyết quá hạn chưa có thư xin lỗi", "files resolved late without an apology"],
  ["pending", "hồ sơ đang giải quyết", "files pending", { words: ["pending"], opens: true, splits: [["pendingOnTime", "pendingLate"]], ...LAST }],
  ["pendingOnTime", "hồ sơ đang giải quyết trong hạn", "files pending in time", { words: ["within", "onTime"], ...LAST }],
  ["pendingLate", "hồ sơ đang giải quyết quá hạn", "files pending overdue", { words: ["overdue"], ...LAST }],
  ["withdrawn", "hồ sơ dừng xử lý, rút hoặc trả lại", "files withdrawn, returned or stopped", {
    words: ["withdrawn"], beside: ["resolved", "pending"], question: "withdrawn",
  }],
  ["returned", "hồ sơ trả lại", "files returned"],
  ["stopped", "hồ sơ dừng xử lý", "files stopped"],
  ["incomplete", "hồ sơ yêu cầu bổ sung", "files to be completed", LAST],
  ["awaitingPayment", "hồ sơ chờ thực hiện nghĩa vụ tài chính", "files awaiting payment", LAST],
]); // prettier-ignore

const LEVELS = [["Province", "cấp tỉnh", "of the province"], ["District", "cấp huyện", "of districts"], ["Commune", "cấp xã", "of communes"]] as const;

/** A stock by level of government. Received at two levels, one procedure is counted twice: then the levels are no split. */
const byLevel = (id: string, unit: Official, vi: Official, en: string, more: Partial<Quantity> = {}): readonly Quantity[] =>
  counted(unit, [
    [id, vi, en, { splits: [LEVELS.map(([level]) => id + level)], ...more }],
    ...LEVELS.map(([level, inVietnamese, inEnglish]): Row => [id + level, `${vi} ${inVietnamese}`, `${en} ${inEnglish}`]),
  ], { ...LAST, overUnits: "none" }); // prettier-ignore

/** Procedures and how they are run, as in Biểu II.07b. */
const PROCEDURES = [
  ...byLevel("procedures", "TTHC", "thủ tục hành chính", "procedures"),
  ...byLevel("oneStop", "TTHC", "thủ tục hành chính tại bộ phận một cửa", "procedures at one-stop offices", { splits: [], atMost: ["procedures"] }),
  ...byLevel("processes", "quy trình", "quy trình nội bộ", "internal processes"),
];

const anew = { decimals: 2, overUnits: "anew", overPeriods: "anew" } as const;
const rate = (...formulas: readonly (readonly [id: string, above: readonly string[], below: readonly string[]])[]): Partial<Quantity> => ({
  rate: formulas.map(([id, above, below]) => ({ id, above, below })),
});

/** Shares of files: several formulas for one name are in use. */
const RATES = counted("%", [
  ["earlyRate", "tỷ lệ giải quyết trước hạn", "share resolved early", rate(["early-rate", ["early"], ["resolved"]])],
  ["lateRate", "tỷ lệ trễ hạn", "share resolved late", rate(["late-rate", ["late"], ["resolved"]])],
  ["resolvedRate", "tỷ lệ giải quyết", "share resolved", rate(["resolved-rate", ["resolved"], ["received"]])],
  ["onTimeRate", "tỷ lệ đúng hạn", "on-time rate", rate(
    ["exactly-on-time-rate", ["onTime"], ["resolved"]], ["on-time-rate", ["notLate"], ["resolved"]],
    ["kept-promise-rate", ["notLate", "pendingOnTime"], ["resolved", "pending"]], ["kept-of-received-rate", ["notLate", "pendingOnTime"], ["received"]],
  )],
  ["onlineRate", "tỷ lệ hồ sơ trực tuyến", "share of files online", rate(
    ["online-of-all-rate", ["online"], ["received"]], ["online-rate", ["online"], ["receivedInPeriod"]],
  )],
], anew); // prettier-ignore

/** Targets of NQ 01/NQ-CP and NQ 02/NQ-CP of 2024 that no other table lets us work out. */
const TARGETS = counted("%", [
  ["onlineServiceRate", "tỷ lệ cung cấp dịch vụ công trực tuyến toàn trình", "share of services fully online"],
  ["paymentRate", "tỷ lệ thanh toán trực tuyến", "share of online payments"],
  ["digitisedRate", "tỷ lệ số hóa hồ sơ, kết quả giải quyết", "share of files and results digitised"],
  ["hospitalRate", "tỷ lệ bệnh viện cung cấp thanh toán viện phí", "share of hospitals with online payment"],
  ["synchronisedRate", "tỷ lệ kết quả xử lý hồ sơ được đồng bộ", "share of results synchronised"],
  ["paperlessDepartmentRate", "tỷ lệ xử lý văn bản trên môi trường mạng của sở, ngành", "share of documents handled online by departments"],
  ["paperlessDistrictRate", "tỷ lệ xử lý văn bản trên môi trường mạng của cấp huyện", "share of documents handled online by districts"],
  ["paperlessCommuneRate", "tỷ lệ xử lý văn bản trên môi trường mạng của cấp xã", "share of documents handled online by communes"],
  ["regulationRate", "tỷ lệ cập nhật dữ liệu quy định kinh doanh", "share of business regulations entered"],
  ["electronicResultRate", "tỷ lệ cấp kết quả điện tử", "share of electronic results"],
  ["certifiedCopyRate", "tỷ lệ chứng thực bản sao điện tử", "share of certified electronic copies"],
  ["reuseRate", "tỷ lệ khai thác, sử dụng lại dữ liệu số hóa", "share of digitised data used again"],
  ["publicationRate", "tỷ lệ công bố, công khai TTHC đúng hạn", "share of procedures published on time"],
  ["feedbackRate", "tỷ lệ xử lý phản ánh, kiến nghị đúng hạn", "share of feedback handled on time"],
  ["serviceSatisfactionRate", "mức độ hài lòng của người dân, doanh nghiệp", "satisfaction of people and businesses"],
], anew); // prettier-ignore

const SATISFACTION = [
  ["veryDissatisfied", "rất không hài lòng", "very dissatisfied"],
  ["dissatisfied", "không hài lòng", "dissatisfied"],
  ["neutral", "bình thường", "neutral"],
  ["satisfied", "hài lòng", "satisfied"],
  ["verySatisfied", "rất hài lòng", "very satisfied"],
] as const;

/** Ballots and the evaluation of a unit, as in Mẫu 02: scales of five, three, and counts. */
const EVALUATION = [
  ...counted("phiếu", [
    ["ballots", "phiếu đánh giá", "ballots", { splits: [SATISFACTION.map(([id]) => id)] }],
    ...SATISFACTION.map(([id, vi, en]): Row => [id, `phiếu ${vi}`, `${en} ballots`]),
  ]),
  ...counted("%", [
    ...SATISFACTION.map(([id, vi, en]): Row => [`${id}Rate`, `tỷ lệ ${vi}`, `share ${en}`, { decimals: 1, ...rate([`${id}-rate`, [id], ["ballots"]]) }]),
    ["satisfactionRate", "tỷ lệ hài lòng trở lên", "share satisfied or more", {
      decimals: 1, ...rate(["satisfaction-rate", ["satisfied", "verySatisfied"], ["ballots"]]),
    }],
  ], anew),
  ...counted("đơn vị", [["evaluatedUnits", "đơn vị được đánh giá", "units evaluated"]], LAST),
  ...counted("điểm", [["ownScore", "điểm tự chấm", "points by its own count"], ["appraisedScore", "điểm thẩm định", "points as appraised"]], {
    decimals: 1, overUnits: "mean", overPeriods: "mean",
  }),
]; // prettier-ignore

/** Points of the index of Decision 766/QĐ-TTg, as the national portal works them out: never added up over units or periods. */
const INDEX_766 = counted("điểm", [
  ["score766", "điểm Bộ chỉ số theo Quyết định 766/QĐ-TTg", "points of the index of Decision 766/QĐ-TTg"],
  ["openness766", "điểm công khai, minh bạch", "points for openness"],
  ["progress766", "điểm tiến độ giải quyết", "points for progress"],
  ["services766", "điểm dịch vụ công trực tuyến", "points for online services"],
  ["payment766", "điểm thanh toán trực tuyến", "points for online payment"],
  ["digitising766", "điểm số hóa hồ sơ", "points for digitising"],
  ["satisfaction766", "điểm mức độ hài lòng", "points for satisfaction"],
], { decimals: 2, overUnits: "none", overPeriods: "last" }); // prettier-ignore

export const QUANTITIES: readonly Quantity[] = [
  ...FILES, ...PROCEDURES, ...RATES, ...TARGETS, ...EVALUATION, ...INDEX_766, ...REGULATIONS, ...FEEDBACK, ...ONE_STOP, ...ONLINE, ...SURROUNDINGS,
]; // prettier-ignore
