import type { Form } from "../core/form/Form";
import { group, named, numbered, ORDINAL, sumOf, TOTAL_ROW } from "./catalogue/columns";
import { bound, files } from "./catalogue/files";
import { proposedFor } from "./catalogue/proposals";

/** Files and results digitised, and digitised parts used again. */
export const soHoa: Form = {
  id: "so-hoa",
  family: "so-hoa",
  title: "Bảng số liệu số hóa hồ sơ, kết quả giải quyết thủ tục hành chính",
  titleVariants: ["THEO DÕI MỨC ĐỘ SỐ HÓA CÁC ĐƠN VỊ - THEO QUYẾT ĐỊNH SỐ 766/QĐ-TTg ngày 23/06/2022"],
  sheetName: "Số hóa",
  inSets: ["commune", "department", "centre", "province"],
  ...proposedFor("I.8", {
    vi: "Tên cột theo bản theo dõi mức độ số hóa của một tỉnh.",
    en: "The headings are those of a province's sheet on digitisation.",
  }),
  tables: [
    {
      key: "main",
      rows: { each: "unit" },
      ...TOTAL_ROW,
      columns: numbered([
        ORDINAL,
        named("unit", "Đơn vị, lĩnh vực", ["Đơn vị", "Lĩnh vực", "Tên đơn vị"]),
        files("scanOfReceived", "Tiếp nhận", { variants: ["Số hồ sơ tiếp nhận"], ...sumOf("received-by-digitised", "notScanned", "scanned") }),
        group("Số hóa hồ sơ TTHC khi tiếp nhận", [
          files("notScanned", "Chưa số hóa TPHS"),
          files("scanned", "Có số hóa TPHS"),
          files("partsReused", "Có tái sử dụng thành phần", { width: 12 }),
          files("partsFromPortal", "Có tái sử dụng thành phần từ cổng DVC quốc gia", { width: 14 }),
        ]),
        files("scanOfResolved", "Đã giải quyết", { ...sumOf("resolved-by-digitised", "resultNotScanned", "resultScanned"), width: 11 }),
        group("Số hóa kết quả giải quyết", [files("resultNotScanned", "Chưa số hóa"), files("resultScanned", "Đã số hóa")]),
      ]),
      shares: [
        { id: "scanned-rate", header: "Tỷ lệ số hóa TPHS (%)", numerator: ["scanned"], denominator: ["scanOfReceived"], decimals: 2 },
        { id: "result-scanned-rate", header: "Tỷ lệ số hóa kết quả (%)", numerator: ["resultScanned"], denominator: ["scanOfResolved"], decimals: 2 },
      ],
      rules: [
        { id: "reused-of-scanned", kind: "at-most", less: "partsReused", more: "scanned", basis: "Thành phần tái sử dụng là thành phần đã số hóa" },
        { id: "portal-of-reused", kind: "at-most", less: "partsFromPortal", more: "partsReused", severity: "warning", basis: "Tái sử dụng từ cổng quốc gia là một phần của tái sử dụng" },
      ],
    },
  ],
  quantities: bound("notScanned", "scanned", "partsReused", "partsFromPortal", "resultNotScanned", "resultScanned"),
};
