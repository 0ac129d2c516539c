import type { Gap } from "../../core/form/Form";

/** What came in is resolved, pending, or was withdrawn, returned or stopped, for which the forms have no column. */
export const withdrawn: Gap = {
  question: "withdrawn",
  sign: "positive",
  // About the share in the tables that localisation is measured on, as no other count is known.
  likelihood: 1 / 7,
  statement: {
    vi: "tiếp nhận {0} (ô {at}), đã giải quyết {1} và đang giải quyết {2}",
    en: "{0} received (cell {at}), {1} resolved and {2} pending",
  },
  lawful: {
    vi: "còn {gap} hồ sơ chưa rõ. Có phải là hồ sơ rút, dừng xử lý hoặc trả lại trong kỳ không?",
    en: "leaving {gap} unaccounted for. Were they withdrawn, stopped or returned in the period?",
  },
  unlawful: { vi: "nhiều hơn số tiếp nhận {gap} hồ sơ.", en: "{gap} more than were received." },
  ask: { vi: "Số hồ sơ rút, dừng xử lý, trả lại", en: "Files withdrawn, stopped or returned" },
  hint: {
    vi: "Số này được tính vào phép cộng, ghi vào đoạn báo cáo và lưu trong tệp; không ghi vào bảng.",
    en: "Counted in the sums, told in the paragraph and kept in the file; not written into the table.",
  },
};

/** The same where the results stand in more columns than two. */
export const withdrawnBeside: Gap = {
  ...withdrawn,
  statement: { vi: "tiếp nhận {0} (ô {at}), các cột kết quả cộng lại {parts}", en: "{0} received (cell {at}), {parts} when the results are added up" },
};

/** A procedure that is taken at the one-stop shops of two levels is one procedure in all, and one at each level. */
export const atTwoLevels: Gap = {
  question: "received-at-two-levels",
  sign: "negative",
  likelihood: 0.3,
  statement: {
    vi: "{0} TTHC theo CCMC, MCLT (ô {at}), các cấp cộng lại {parts}",
    en: "{0} procedures at one-stop shops (cell {at}), {parts} when the levels are added up",
  },
  lawful: {
    vi: "nhiều hơn {gap}. Có phải là TTHC được tiếp nhận ở nhiều cấp không?",
    en: "{gap} more. Are they taken at several levels?",
  },
  unlawful: { vi: "ít hơn {gap} TTHC.", en: "{gap} fewer." },
  ask: { vi: "Số TTHC được tiếp nhận ở nhiều cấp", en: "Procedures taken at several levels" },
  hint: {
    vi: "Đếm mỗi TTHC một lần cho mỗi cấp thêm vào. Số này được tính vào phép cộng và lưu trong tệp; không ghi vào bảng.",
    en: "Count a procedure once for each further level. Counted in the sums and kept in the file; not written into the table.",
  },
};

/** A procedure that is amended and interlinked, say, is one procedure reviewed, and one under each option. */
export const inSeveralOptions: Gap = {
  question: "reviewed-under-several-options",
  sign: "negative",
  likelihood: 0.1,
  statement: { vi: "{0} TTHC đã rà soát (ô {at}), các phương án cộng lại {parts}", en: "{0} procedures reviewed (cell {at}), {parts} when the options are added up" },
  lawful: { vi: "nhiều hơn {gap}. Có phải là TTHC có nhiều phương án không?", en: "{gap} more. Have some several options?" },
  unlawful: { vi: "ít hơn {gap} TTHC.", en: "{gap} fewer." },
  ask: { vi: "Số lần TTHC được đếm thêm ở phương án khác", en: "Procedures counted under a further option" },
  hint: {
    vi: "Đếm mỗi TTHC một lần cho mỗi phương án thêm vào. Số này được tính vào phép cộng và lưu trong tệp; không ghi vào bảng.",
    en: "Count a procedure once for each further option. Counted in the sums and kept in the file; not written into the table.",
  },
};
