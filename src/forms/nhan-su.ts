import type { Form } from "../core/form/Form";
import { counting, group, named, numbered, ORDINAL, sumOf, TOTAL_ROW } from "./catalogue/columns";
import { bound } from "./catalogue/files";
import { proposedFor } from "./catalogue/proposals";

const people = counting("người");
const DEGREES = ["postgraduates", "graduates", "collegeGraduates", "otherDegrees"];

/** Who works at one-stop shops, by what they have learnt, and how many of them are officials. */
export const nhanSu: Form = {
  id: "nhan-su",
  family: "nhan-su",
  title: "Bảng số liệu nhân sự Bộ phận Một cửa",
  sheetName: "Nhân sự Một cửa",
  inSets: ["commune", "centre", "province"],
  ...proposedFor("I.7"),
  tables: [
    {
      key: "main",
      rows: { each: "unit" },
      ...TOTAL_ROW,
      columns: numbered([
        ORDINAL,
        named("unit", "Đơn vị", ["Tên đơn vị", "Bộ phận Một cửa"]),
        people("staff", "Tổng số người", { variants: ["Tổng số"], ...sumOf("staff-by-degree", ...DEGREES) }),
        group("Trình độ chuyên môn", [
          people("postgraduates", "Trên đại học"),
          people("graduates", "Đại học"),
          people("collegeGraduates", "Cao đẳng"),
          people("otherDegrees", "Trung cấp, khác", { variants: ["Trung cấp"] }),
        ]),
        group("Trong đó", [people("officials", "Cán bộ, công chức, viên chức"), people("postStaff", "Nhân viên bưu chính công ích")]),
      ]),
      rules: [
        { id: "officials-of-staff", kind: "at-most", less: "officials", more: "staff", basis: "Cán bộ, công chức, viên chức là một phần nhân sự" },
        { id: "post-staff-of-staff", kind: "at-most", less: "postStaff", more: "staff", basis: "Nhân viên bưu chính là một phần nhân sự" },
      ],
    },
  ],
  quantities: bound("staff", ...DEGREES, "officials", "postStaff"),
};
