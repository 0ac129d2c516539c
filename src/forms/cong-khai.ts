import type { Form } from "../core/form/Form";
import { counting, group, named, numbered, ORDINAL, sumOf, TOTAL_ROW } from "./catalogue/columns";
import { bound } from "./catalogue/files";
import { proposedFor } from "./catalogue/proposals";

const procedures = counting("TTHC");

/** The stock of procedures, and how many of them are posted, published, and run at one-stop shops. */
export const congKhai: Form = {
  id: "cong-khai",
  family: "cong-khai",
  title: "Bảng số liệu danh mục và công khai thủ tục hành chính",
  titleVariants: ["Công khai thủ tục hành chính"],
  sheetName: "Công khai TTHC",
  inSets: ["commune", "department", "province"],
  ...proposedFor("I.3"),
  tables: [
    {
      key: "main",
      rows: { each: "field" },
      ...TOTAL_ROW,
      columns: numbered([
        ORDINAL,
        named("field", "Cơ quan, cấp, lĩnh vực", ["Lĩnh vực", "Cấp thực hiện", "Đơn vị"]),
        group("Số TTHC trong danh mục", [
          procedures("listed", "Tổng số trong kỳ", sumOf("listed-by-origin", "listedBefore", "listedNew")),
          procedures("listedBefore", "Còn hiệu lực đầu kỳ"),
          procedures("listedNew", "Công bố mới trong kỳ"),
          procedures("delisted", "Bãi bỏ trong kỳ"),
          procedures("inForce", "Còn hiệu lực cuối kỳ"),
        ]),
        group("Công khai", [procedures("posted", "Niêm yết tại Bộ phận Một cửa"), procedures("published", "Trên Cổng Dịch vụ công, trang thông tin điện tử")]),
        group("Theo cơ chế một cửa", [procedures("atOneStop", "Tiếp nhận tại Bộ phận Một cửa"), procedures("interlinked", "Trong đó một cửa liên thông")]),
      ]),
      shares: [{ id: "posted-rate", header: "Tỷ lệ niêm yết (%)", numerator: ["posted"], denominator: ["inForce"], decimals: 2 }],
      rules: [
        { id: "listed-by-end", kind: "balance", total: "listed", plus: ["delisted", "inForce"], basis: "Số cuối kỳ = số đầu kỳ + công bố mới − bãi bỏ" },
        { id: "posted-of-all", kind: "at-most", less: "posted", more: "inForce", basis: "TTHC niêm yết là TTHC còn hiệu lực" },
        { id: "published-of-all", kind: "at-most", less: "published", more: "inForce", basis: "TTHC công khai là TTHC còn hiệu lực" },
        { id: "one-stop-of-all", kind: "at-most", less: "atOneStop", more: "inForce", severity: "warning", basis: "TTHC theo cơ chế một cửa là TTHC còn hiệu lực" },
        { id: "interlinked-of-one-stop", kind: "at-most", less: "interlinked", more: "atOneStop", severity: "warning", basis: "Một cửa liên thông là một phần của một cửa" },
      ],
    },
  ],
  quantities: bound("listed", "listedBefore", "listedNew", "delisted", "inForce", "posted", "published", "atOneStop", "interlinked"),
};
