import type { Form } from "../core/form/Form";
import { counting, group, named, numbered, ORDINAL, sumOf, TOTAL_ROW } from "./catalogue/columns";
import { bound, files } from "./catalogue/files";
import { proposedFor } from "./catalogue/proposals";

const services = counting("TTHC");

/** Services offered online and the files that came through them: full and partial are the old levels 4 and 3. */
export const dvcTrucTuyen: Form = {
  id: "dvc-truc-tuyen",
  family: "dvc-truc-tuyen",
  title: "Bảng số liệu cung cấp dịch vụ công trực tuyến",
  titleVariants: ["TỔNG HỢP SỐ LƯỢNG DỊCH VỤ CÔNG TRỰC TUYẾN"],
  sheetName: "DVC trực tuyến",
  inSets: ["commune", "department", "centre", "province"],
  ...proposedFor("I.8", {
    vi: "“Mức độ 3, mức độ 4” trước năm 2022 nay là “một phần, toàn trình”.",
    en: "Levels 3 and 4, as before 2022, are partial and full now.",
  }),
  tables: [
    {
      key: "main",
      rows: { each: "unit" },
      ...TOTAL_ROW,
      columns: numbered([
        ORDINAL,
        named("unit", "Đơn vị, lĩnh vực", ["Tên đơn vị", "Đơn vị", "Lĩnh vực"]),
        services("serviceProcedures", "Số TTHC thuộc thẩm quyền", { width: 12 }),
        group("Số dịch vụ công trực tuyến", [
          services("services", "Tổng DVC", { variants: ["Tổng số"], ...sumOf("services-by-level", "fullServices", "partialServices", "informing") }),
          services("fullServices", "DVC toàn trình", { variants: ["Toàn trình", "Mức độ 4"] }),
          services("partialServices", "DVC một phần", { variants: ["Một phần", "Mức độ 3"] }),
          services("informing", "Dịch vụ cung cấp thông tin trực tuyến", { variants: ["Cung cấp thông tin"], width: 13 }),
        ]),
        files("onlineOfReceived", "Số hồ sơ tiếp nhận", { width: 11 }),
        group("Số hồ sơ trực tuyến", [
          files("onlineFiles", "Tổng số", sumOf("online-files-by-level", "fullFiles", "partialFiles")),
          files("fullFiles", "Toàn trình", { variants: ["Mức độ 4"] }),
          files("partialFiles", "Một phần", { variants: ["Mức độ 3"] }),
        ]),
      ]),
      shares: [
        { id: "online-files-rate", header: "Tỷ lệ hồ sơ trực tuyến (%)", numerator: ["onlineFiles"], denominator: ["onlineOfReceived"], decimals: 2 },
        { id: "full-files-rate", header: "Tỷ lệ hồ sơ toàn trình trên số tiếp nhận (%)", numerator: ["fullFiles"], denominator: ["onlineOfReceived"], decimals: 2 },
      ],
      rules: [
        { id: "services-of-procedures", kind: "at-most", less: "services", more: "serviceProcedures", severity: "warning", basis: "Dịch vụ công trực tuyến là của TTHC thuộc thẩm quyền" },
        { id: "online-of-received", kind: "at-most", less: "onlineFiles", more: "onlineOfReceived", basis: "Hồ sơ trực tuyến là một phần hồ sơ tiếp nhận" },
        {
          id: "online-in-06a", kind: "equal", basis: "Hồ sơ trực tuyến một phần và toàn trình là cột (4) Biểu II.06a",
          one: { row: "total", column: "onlineFiles" }, other: { form: "ii-06a", row: "total", column: "online" },
        },
      ],
    },
  ],
  quantities: bound("serviceProcedures", "services", "fullServices", "partialServices", "informing", "onlineFiles", "fullFiles", "partialFiles"),
}; // prettier-ignore
