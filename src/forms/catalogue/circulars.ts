import type { Form } from "../../core/form/Form";

/** Circular 01/2020/TT-VPCP, which issued the forms II.01 to II.07: what they all say of themselves. */
export const circular012020: Pick<Form, "basis" | "from" | "to" | "isEndUnsure" | "note"> = {
  basis: "Thông tư số 01/2020/TT-VPCP ngày 21/10/2020",
  from: "2020-10-21",
  to: "2026-02-14",
  isEndUnsure: true,
  note: {
    vi: "Thông tư số 5/2025/TT-VPCP, có hiệu lực từ ngày 15/02/2026, có thể đã thay mẫu này; hãy đối chiếu với hướng dẫn của cơ quan nhận báo cáo.",
    en: "Circular 5/2025/TT-VPCP, in force since 15/02/2026, may have replaced this form; follow the instructions of the receiving office.",
  },
};
