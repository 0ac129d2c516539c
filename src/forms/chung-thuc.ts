import type { Form } from "../core/form/Form";
import { counting, group, named, numbered, ORDINAL, TOTAL_ROW } from "./catalogue/columns";
import { bound, files } from "./catalogue/files";
import { proposedFor } from "./catalogue/proposals";

/** Certification of electronic copies. */
export const chungThuc: Form = {
  id: "chung-thuc",
  family: "chung-thuc",
  title: "Bảng số liệu chứng thực bản sao điện tử từ bản chính",
  sheetName: "Chứng thực điện tử",
  inSets: ["commune"],
  ...proposedFor("I.8", {
    vi: "Hồ sơ và bản sao là hai đơn vị đếm khác nhau: một hồ sơ có thể có nhiều bản sao.",
    en: "Files and copies are counted apart: a file may have many copies.",
  }),
  tables: [
    {
      key: "main",
      rows: { each: "unit" },
      ...TOTAL_ROW,
      columns: numbered([
        ORDINAL,
        named("unit", "Đơn vị", ["Tên đơn vị", "Lĩnh vực"]),
        group("Số hồ sơ chứng thực", [
          files("certifications", "Tổng số hồ sơ chứng thực"),
          files("electronicCertifications", "Trong đó chứng thực bản sao điện tử", { variants: ["Hồ sơ chứng thực bản sao điện tử"], width: 13 }),
        ]),
        counting("bản sao", 13)("electronicCopies", "Số bản sao điện tử đã cấp", { variants: ["Số bản sao điện tử"] }),
      ]),
      rules: [
        {
          id: "electronic-of-certifications", kind: "at-most", less: "electronicCertifications", more: "certifications", severity: "warning",
          basis: "Hồ sơ chứng thực điện tử là một phần hồ sơ chứng thực",
        },
      ],
    },
  ],
  quantities: bound("certifications", "electronicCertifications", "electronicCopies"),
}; // prettier-ignore
