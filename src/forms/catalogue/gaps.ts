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
