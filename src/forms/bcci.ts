import type { Form } from "../core/form/Form";
import { counting, group, named, numbered, ORDINAL, TOTAL_ROW } from "./catalogue/columns";
import { bound, files } from "./catalogue/files";
import { proposedFor } from "./catalogue/proposals";

const procedures = counting("TTHC");

/** What is received and returned through the public post. */
export const bcci: Form = {
  id: "bcci",
  family: "bcci",
  title: "Bảng số liệu tiếp nhận, trả kết quả qua dịch vụ bưu chính công ích",
  titleVariants: ["Tiếp nhận hồ sơ, trả kết quả qua dịch vụ bưu chính công ích", "Thống kê hồ sơ qua dịch vụ BCCI"],
  sheetName: "BCCI",
  inSets: ["commune", "centre", "province"],
  ...proposedFor("I.7", {
    vi: "Tỷ lệ trả kết quả có nơi chia cho số tiếp nhận, có nơi chia cho số đã giải quyết: mỗi cách có tên riêng.",
    en: "Some divide the results returned by the files received, some by those resolved: each formula has a name of its own.",
  }),
  tables: [
    {
      key: "main",
      rows: { each: "unit" },
      ...TOTAL_ROW,
      columns: numbered([
        ORDINAL,
        named("unit", "Đơn vị, lĩnh vực", ["Đơn vị", "Lĩnh vực", "Tên đơn vị"]),
        group("Số TTHC", [procedures("postOneStop", "Tại Bộ phận Một cửa"), procedures("postProcedures", "Giao qua bưu chính công ích")]),
        group("Số hồ sơ tiếp nhận", [files("postOfReceived", "Tổng số"), files("postReceived", "Qua bưu chính công ích", { variants: ["Hồ sơ tiếp nhận qua dịch vụ bưu chính"] })]),
        group("Số hồ sơ trả kết quả", [
          files("postOfResolved", "Đã giải quyết"),
          files("postWanted", "Đăng ký trả qua bưu chính", { variants: ["Hồ sơ công dân đăng ký trả kết quả qua bưu điện"] }),
          files("postReturned", "Đã trả qua bưu chính", { variants: ["Hồ sơ bưu điện đã nhận kết quả chuyển trả công dân"] }),
        ]),
      ]),
      shares: [
        { id: "post-procedures-rate", header: "Tỷ lệ TTHC giao qua bưu chính công ích (%)", numerator: ["postProcedures"], denominator: ["postOneStop"], decimals: 2 },
        { id: "post-received-rate", header: "Tỷ lệ tiếp nhận qua bưu chính (%)", numerator: ["postReceived"], denominator: ["postOfReceived"], decimals: 2 },
        { id: "post-returned-rate", header: "Tỷ lệ trả kết quả qua bưu chính trên số tiếp nhận (%)", numerator: ["postReturned"], denominator: ["postOfReceived"], decimals: 2 },
        { id: "post-of-resolved-rate", header: "Tỷ lệ trả kết quả qua bưu chính trên số đã giải quyết (%)", numerator: ["postReturned"], denominator: ["postOfResolved"], decimals: 2 },
      ],
      rules: [
        { id: "post-procedures-of-all", kind: "at-most", less: "postProcedures", more: "postOneStop", basis: "TTHC giao bưu chính là TTHC tại Bộ phận Một cửa" },
        { id: "post-received-of-all", kind: "at-most", less: "postReceived", more: "postOfReceived", basis: "Hồ sơ qua bưu chính là một phần hồ sơ tiếp nhận" },
        { id: "post-returned-of-all", kind: "at-most", less: "postReturned", more: "postOfResolved", basis: "Kết quả trả qua bưu chính là của hồ sơ đã giải quyết" },
        { id: "post-returned-of-wanted", kind: "at-most", less: "postReturned", more: "postWanted", severity: "warning", basis: "Bưu chính trả kết quả cho người đã đăng ký" },
      ],
    },
  ],
  quantities: bound("postOneStop", "postProcedures", "postReceived", "postWanted", "postReturned"),
};
