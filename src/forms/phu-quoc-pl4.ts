import type { Form } from "../core/form/Form";
import { numbered, ORDINAL, told } from "./catalogue/columns";
import { appendixOf } from "./catalogue/phuQuoc";

/** Feedback and petitions, one a row, with what came of each. */
export const phuQuocPl4: Form = {
  ...appendixOf(4, "Kết quả xử lý phản ánh, kiến nghị"),
  tables: [
    {
      key: "main",
      rows: { record: "petition" },
      columns: numbered([
        ORDINAL,
        told("field", "Lĩnh vực", "text", 20),
        told("origin", "Nguồn", "text", 18, ["Nguồn tiếp nhận"]),
        told("receivedOn", "Ngày tiếp nhận", "date", 13),
        told("subject", "Nội dung", "text", 40, ["Nội dung phản ánh, kiến nghị"]),
        told("office", "Đơn vị xử lý", "text", 24),
        { key: "result", header: "Kết quả", variants: ["Kết quả xử lý"], kind: { choice: ["Đã xử lý", "Đang xử lý"] }, width: 14 },
        { key: "published", header: "Công khai", kind: { choice: ["Đã công khai", "Chưa công khai"] }, width: 14 },
      ]),
    },
  ],
  quantities: [
    { quantity: "feedback", lines: "all" },
    { quantity: "feedbackResolved", lines: { column: "result", is: "Đã xử lý" } },
    { quantity: "feedbackPending", lines: { column: "result", is: "Đang xử lý" } },
    { quantity: "feedbackPublished", lines: { column: "published", is: "Đã công khai" } },
  ],
};
