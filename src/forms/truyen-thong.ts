import type { Form } from "../core/form/Form";
import { counting, named, numbered, ORDINAL, TOTAL_ROW } from "./catalogue/columns";
import { bound } from "./catalogue/files";
import { proposedFor } from "./catalogue/proposals";

/** How procedures were made known: programmes, news, articles, broadcasts. Nothing of it adds up across. */
export const truyenThong: Form = {
  id: "truyen-thong",
  family: "truyen-thong",
  title: "Bảng số liệu truyền thông về kiểm soát thủ tục hành chính",
  titleVariants: ["Truyền thông hỗ trợ hoạt động kiểm soát thủ tục hành chính"],
  sheetName: "Truyền thông",
  inSets: ["commune", "department", "province"],
  ...proposedFor("I.9"),
  tables: [
    {
      key: "main",
      rows: { each: "unit" },
      ...TOTAL_ROW,
      columns: numbered([
        ORDINAL,
        named("unit", "Hình thức, kênh truyền thông", ["Hình thức", "Kênh truyền thông", "Đơn vị"]),
        counting("chuyên mục")("programmes", "Số chuyên mục"),
        counting("tin")("news", "Số tin"),
        counting("bài")("articles", "Số bài"),
        counting("lượt")("broadcasts", "Số lượt phát thanh", { variants: ["Số lượt phát"] }),
        counting("tờ rơi")("leaflets", "Số tờ rơi, tờ gấp", { variants: ["Số tờ rơi"] }),
      ]),
    },
  ],
  quantities: bound("programmes", "news", "articles", "broadcasts", "leaflets"),
};
