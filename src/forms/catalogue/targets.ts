import type { Binding, Column, Form, Level, Line, Rule } from "../../core/form/Form";

const SHARE = { unit: "%", decimals: 2, max: 100 };

/** The columns of the tables of targets for 2024, as a commune's report to its inspectors prints them. */
const TARGET_COLUMNS: readonly Column[] = [
  { key: "ordinal", header: "STT", variants: ["TT", "Số TT"], kind: "ordinal", width: 6 },
  { key: "indicator", header: "Chỉ tiêu", variants: ["Nội dung chỉ tiêu", "Tên chỉ tiêu"], kind: "label", width: 60 },
  { key: "unit", header: "Đơn vị", variants: ["Đơn vị tính", "ĐVT"], kind: "text", width: 8 },
  { key: "target", header: "Chỉ tiêu năm 2024", variants: ["Chỉ tiêu giao năm 2024", "Chỉ tiêu"], kind: SHARE, width: 14 },
  { key: "result", header: "Kết quả đạt, đến kỳ kiểm tra", variants: ["Kết quả đạt được", "Kết quả đạt", "Kết quả thực hiện"], kind: SHARE, width: 16 },
  { key: "assessment", header: "Đánh giá của đoàn kiểm tra", variants: ["Ghi chú"], kind: "fraction", optional: true, width: 20 },
];

/** A target in percent by the quantity it is set for, as printed: "Tối thiểu 80"; `elsewhere` are the levels of units whose affair it is not. */
export const target = (key: string, ordinal: string, label: string, printed: number | string, ...elsewhere: readonly Level[]): Line =>
  ({ key, ordinal, label, given: { unit: "%", target: printed }, ...(elsewhere.length > 0 ? { notApplicableAt: elsewhere } : {}) });

/** The results of targets as quantities. */
const boundTo = (lines: readonly Line[]): readonly Binding[] =>
  lines.flatMap(({ key, heading }) => (heading ? [] : [{ quantity: key, columns: ["result"], row: key }]));

/** What holds in either table of targets. */
const TARGET_RULES: readonly Rule[] = [
  { id: "target-met", kind: "target", result: "result", target: "target", severity: "info", basis: "Cột Chỉ tiêu năm 2024" },
  { id: "share-of-fraction", kind: "fraction", value: "result", fraction: "assessment", basis: "Số liệu ghi ở cột Đánh giá của đoàn kiểm tra" },
  {
    id: "online-share", kind: "same-share", one: { row: "onlineRate", column: "result" }, form: "ii-06a", shares: ["online-of-all-rate", "online-rate"],
    severity: "warning", basis: "Cột (3), (4), (5) của Biểu số II.06a/VPCP/KSTT",
  },
]; // prettier-ignore

/** The form of the targets that a resolution of the Government sets for 2024, by its number ("01"), with the rules that are its alone. */
export const targetsFor2024 = (number: string, lines: readonly Line[], rules: readonly Rule[] = []): Form => ({
  id: `nq-${number}-2024`,
  family: `nq-${number}-2024`,
  title: `Chỉ tiêu giao tại Nghị quyết số ${number}/NQ-CP`,
  titleVariants: [`Kết quả thực hiện các chỉ tiêu theo Nghị quyết số ${number}/NQ-CP`],
  sheetName: `NQ ${number}`,
  basis: `Nghị quyết số ${number}/NQ-CP năm 2024; Công văn số 221/VPCP-KSTT ngày 10/01/2024 của Văn phòng Chính phủ`,
  from: "2024-01-01",
  to: "2024-12-31",
  levels: ["commune", "district", "department", "province"],
  inSets: ["commune", "district", "department", "province"],
  grade: "A",
  note: {
    vi: "Bố cục, chỉ tiêu theo báo cáo năm 2024 của một thị trấn gửi đoàn kiểm tra; chưa đối chiếu với phụ lục của nghị quyết. Năm khác có thể khác.",
    en: "Layout and targets as in a township's report to its inspectors in 2024, not compared with the resolution's annex. Other years may differ.",
  },
  paper: "portrait",
  tables: [{ key: "main", columns: TARGET_COLUMNS, rows: { lines }, rules: [...TARGET_RULES, ...rules] }],
  quantities: boundTo(lines),
  signatures: [],
});
