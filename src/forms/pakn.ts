import type { Form } from "../core/form/Form";
import { counting, group, named, numbered, ORDINAL, sumOf, TOTAL_ROW } from "./catalogue/columns";
import { bound } from "./catalogue/files";
import { proposedFor } from "./catalogue/proposals";

const count = counting("phản ánh, kiến nghị");

/** Feedback and petitions about rules and acts: received, by what they are about, and handled. */
export const pakn: Form = {
  id: "pakn",
  family: "pakn",
  title: "Bảng số liệu tiếp nhận, xử lý phản ánh, kiến nghị",
  titleVariants: ["Tiếp nhận, xử lý phản ánh, kiến nghị về quy định thủ tục hành chính", "Kết quả tiếp nhận, xử lý phản ánh, kiến nghị về quy định hành chính"],
  sheetName: "PAKN",
  inSets: ["commune", "department", "centre", "province"],
  ...proposedFor("I.5"),
  tables: [
    {
      key: "main",
      rows: { each: "field" },
      ...TOTAL_ROW,
      columns: numbered([
        ORDINAL,
        named("field", "Cơ quan, lĩnh vực", ["Lĩnh vực", "Cơ quan, đơn vị", "Đơn vị"]),
        group("Số phản ánh, kiến nghị tiếp nhận", [
          count("feedback", "Tổng số", sumOf("feedback-by-origin", "feedbackFresh", "feedbackCarried")),
          count("feedbackFresh", "Mới trong kỳ", { variants: ["Tiếp nhận mới trong kỳ"] }),
          count("feedbackCarried", "Từ kỳ trước", { variants: ["Kỳ trước chuyển qua"] }),
        ]),
        group("Nội dung phản ánh, kiến nghị", [count("feedbackOnRules", "Về quy định hành chính"), count("feedbackOnActs", "Về hành vi hành chính")]),
        group("Đã xử lý", [count("feedbackResolved", "Tổng số"), count("feedbackPublished", "Trong đó đăng tải công khai")]),
        count("feedbackPending", "Đang xử lý"),
      ]),
      shares: [{ id: "feedback-resolved-rate", header: "Tỷ lệ phản ánh, kiến nghị đã xử lý (%)", numerator: ["feedbackResolved"], denominator: ["feedback"], decimals: 2 }],
      rules: [
        { id: "feedback-by-subject", kind: "balance", total: "feedback", plus: ["feedbackOnRules", "feedbackOnActs"], basis: "Mục I.5 đề cương: quy định hành chính và hành vi hành chính" },
        { id: "feedback-by-result", kind: "balance", total: "feedback", plus: ["feedbackResolved", "feedbackPending"], basis: "Mục I.5 đề cương: đã xử lý và đang xử lý" },
        { id: "published-of-resolved", kind: "at-most", less: "feedbackPublished", more: "feedbackResolved", basis: "Mục I.5 đề cương: trong đó số đã được đăng tải công khai" },
        { id: "carried-over", kind: "carry-over", carried: "feedbackCarried", pending: "feedbackPending", basis: "Số từ kỳ trước và số đang xử lý cuối kỳ trước" },
      ],
    },
  ],
  quantities: bound("feedback", "feedbackFresh", "feedbackCarried", "feedbackOnRules", "feedbackOnActs", "feedbackResolved", "feedbackPublished", "feedbackPending"),
};
