import type { Form } from "../core/form/Form";
import { circular012020 } from "./catalogue/circulars";
import { atTwoLevels } from "./catalogue/gaps";

const PROCEDURES = { unit: "TTHC" };
const PROCESSES = { unit: "quy trình" };
const sumOf = (group: string) => ({ sum: ["Province", "District", "Commune"].map((level) => `${group}${level}`), sumId: `${group}-by-level` });

/** How many procedures are within a province's authority, taken at one-stop shops, and have an internal process, unit by unit. */
export const ii07b: Form = {
  id: "ii-07b",
  family: "ii-07b",
  mark: "Biểu số II.07b/VPCP/KSTT",
  markVariants: ["Biểu số 07b/VPCP/KSTT"],
  title: "TỔNG HỢP SỐ LƯỢNG THỦ TỤC HÀNH CHÍNH",
  titleVariants: ["TỔNG HỢP SỐ LƯỢNG TTHC"],
  ...circular012020,
  levels: ["province"],
  inSets: ["province"],
  grade: "A",
  note: {
    vi: "Bố cục theo bản xuất của một tỉnh; mẫu không in công thức, phép cộng suy từ tiêu đề cột. Nơi không có cấp huyện có thể bỏ cột (5), (9), (13). "
      + "Thông tư số 5/2025/TT-VPCP, có hiệu lực từ ngày 15/02/2026, có thể đã thay mẫu này.",
    en: "The layout is that of a province's export; it prints no formulas, the sums follow from its headings. Without a district level, columns (5), (9), "
      + "(13) may be absent. Circular 5/2025/TT-VPCP, in force since 15/02/2026, may have replaced this form.",
  },
  head: { right: ["- Đơn vị báo cáo:", "- Đơn vị nhận báo cáo:"] },
  tables: [
    {
      key: "main",
      numbering: "plain",
      sumBasis: "Tiêu đề các cột; mẫu không in công thức",
      columns: [
        { key: "ordinal", no: 1, header: "STT", variants: ["TT", "Số TT"], kind: "ordinal", width: 6 },
        { key: "unit", no: 2, header: "Đơn vị", variants: ["Tên đơn vị", "Cơ quan, đơn vị"], kind: "label", width: 34 },
        {
          header: "Tổng số TTHC thuộc thẩm quyền giải quyết của địa phương",
          variants: ["Tổng số TTHC thuộc thẩm quyền giải quyết"],
          children: [
            { key: "procedures", no: 3, header: "Tổng số TTHC", kind: PROCEDURES, ...sumOf("procedures"), width: 11 },
            { key: "proceduresProvince", no: 4, header: "Cấp tỉnh", kind: PROCEDURES, width: 10 },
            { key: "proceduresDistrict", no: 5, header: "Cấp huyện", kind: PROCEDURES, optional: true, width: 10 },
            { key: "proceduresCommune", no: 6, header: "Cấp xã", kind: PROCEDURES, width: 10 },
          ],
        },
        {
          header: "TTHC được thực hiện theo CCMC, MCLT",
          variants: ["TTHC được thực hiện theo cơ chế một cửa, một cửa liên thông"],
          children: [
            { key: "oneStop", no: 7, header: "Tổng số TTHC", kind: PROCEDURES, width: 11 },
            { key: "oneStopProvince", no: 8, header: "Tại BPMC cấp tỉnh", kind: PROCEDURES, width: 10 },
            { key: "oneStopDistrict", no: 9, header: "Tại BPMC cấp huyện", kind: PROCEDURES, optional: true, width: 10 },
            { key: "oneStopCommune", no: 10, header: "Tại BPMC cấp xã", kind: PROCEDURES, width: 10 },
          ],
        },
        {
          header: "Quy trình nội bộ giải quyết TTHC theo CCMC, MCLT được ban hành",
          variants: ["Quy trình nội bộ giải quyết TTHC theo cơ chế một cửa, một cửa liên thông được ban hành"],
          children: [
            { key: "processes", no: 11, header: "Tổng số quy trình", kind: PROCESSES, ...sumOf("processes"), width: 11 },
            { key: "processesProvince", no: 12, header: "Cấp tỉnh", kind: PROCESSES, width: 10 },
            { key: "processesDistrict", no: 13, header: "Cấp huyện", kind: PROCESSES, optional: true, width: 10 },
            { key: "processesCommune", no: 14, header: "Cấp xã", kind: PROCESSES, width: 10 },
          ],
        },
      ],
      rows: { each: "unit" },
      foot: [{ labels: ["TỔNG CỘNG", "Tổng số", "Tổng"], at: "last" }],
      rules: [
        {
          id: "one-stop-by-level", kind: "balance", total: "oneStop", plus: ["oneStopProvince", "oneStopDistrict", "oneStopCommune"], severity: "warning",
          basis: "Quan hệ giữa cột (7) và các cột (8), (9), (10)",
          title: {
            vi: "TTHC theo CCMC, MCLT bằng tổng các cấp, trừ TTHC được tiếp nhận ở nhiều cấp: (7) = (8)+(9)+(10)",
            en: "Procedures at one-stop shops are those of all levels, but for any taken at several levels: (7) = (8)+(9)+(10)",
          },
          gap: atTwoLevels,
        },
        { id: "one-stop-of-all", kind: "at-most", less: "oneStop", more: "procedures", severity: "warning", basis: "Cột (7) là một phần của cột (3)" },
      ],
    },
  ],
  quantities: ["procedures", "oneStop", "processes"].flatMap((all) =>
    ["", "Province", "District", "Commune"].map((level) => ({ quantity: all + level, columns: [all + level] })),
  ),
};
