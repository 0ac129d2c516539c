import { atOnce, type CheckKind } from "./Check";
import { listed } from "./columnWords";
import { both } from "../words/Phrase";

/** Texts of an old encoding are read, and that they were: in Unicode fonts they are illegible. Tables in Unicode are no affair of the check. */
export const oldEncoding: CheckKind = {
  role: "told",
  isNotice: true,
  justifiable: false,
  severity: "info",
  title: { vi: "Chữ trên trang được gõ theo bảng mã Unicode", en: "Texts are written in Unicode" },
  judge: atOnce(({ encoding, range: { top, left } }) => {
    if (!encoding) return undefined;
    const { fonts } = encoding;
    const name = encoding.encoding === "TCVN3" ? "TCVN3 (ABC)" : "VNI";
    return {
      kind: "fail",
      cells: [{ row: top, column: left }],
      phrase: both((language) => {
        const named = listed(fonts, language);
        if (language === "vi") return `${fonts.length > 0 ? `Phông ${named}` : "Chữ trên trang không phải Unicode"}: đã đọc theo bảng mã ${name}. Nội dung các ô được giữ nguyên.`;
        return `${fonts.length > 0 ? `Font ${named}` : "The texts are not in Unicode"}: read as ${name}. The cells are left as they are.`;
      }),
    };
  }),
};
