import type { Form } from "../core/form/Form";
import { counting, group, named, numbered, ORDINAL, sumOf, TOTAL_ROW } from "./catalogue/columns";
import { bound } from "./catalogue/files";
import { proposedFor } from "./catalogue/proposals";

const decisions = counting("quyết định");
const procedures = counting("TTHC");

/** Decisions that announce procedures and approve internal processes, and how many they were. */
export const congBo: Form = {
  id: "cong-bo",
  family: "cong-bo",
  title: "Bảng số liệu công bố thủ tục hành chính và phê duyệt quy trình nội bộ",
  titleVariants: ["Công bố thủ tục hành chính, danh mục thủ tục hành chính"],
  sheetName: "Công bố TTHC",
  inSets: ["department", "province"],
  ...proposedFor("I.3"),
  tables: [
    {
      key: "main",
      rows: { each: "field" },
      ...TOTAL_ROW,
      columns: numbered([
        ORDINAL,
        named("field", "Cấp, lĩnh vực", ["Lĩnh vực", "Cấp thực hiện", "Đơn vị"]),
        decisions("announcing", "Số quyết định công bố", { variants: ["Quyết định công bố"] }),
        group("Số TTHC được công bố", [
          procedures("announced", "Tổng số", sumOf("announced-by-kind", "announcedNew", "amended", "abolished")),
          procedures("announcedNew", "Công bố mới", { variants: ["Ban hành mới"] }),
          procedures("amended", "Sửa đổi, bổ sung"),
          procedures("abolished", "Bãi bỏ"),
        ]),
        group("Quy trình nội bộ", [
          decisions("approving", "Số quyết định phê duyệt"),
          counting("quy trình")("approved", "Số quy trình được phê duyệt", { variants: ["Số quy trình nội bộ được phê duyệt"] }),
        ]),
      ]),
    },
  ],
  quantities: bound("announcing", "announced", "announcedNew", "amended", "abolished", "approving", "approved"),
};
