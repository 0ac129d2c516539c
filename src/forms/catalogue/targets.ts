import type { Binding, Column, Level, Line, Rule } from "../../core/form/Form";

const SHARE = { unit: "%", decimals: 2, max: 100 };

/** The columns of the tables of targets for 2024, as a commune's report to its inspectors prints them. */
export const TARGET_COLUMNS: readonly Column[] = [
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
export const boundTo = (lines: readonly Line[]): readonly Binding[] =>
  lines.flatMap(({ key, heading }) => (heading ? [] : [{ quantity: key, columns: ["result"], row: key }]));

/** What holds in either table of targets. */
export const TARGET_RULES: readonly Rule[] = [
  { id: "target-met", kind: "target", result: "result", target: "target", severity: "info", basis: "Cột Chỉ tiêu năm 2024" },
  { id: "share-of-fraction", kind: "fraction", value: "result", fraction: "assessment", basis: "Số liệu ghi ở cột Đánh giá của đoàn kiểm tra" },
  {
    id: "online-share", kind: "same-share", one: { row: "onlineRate", column: "result" }, form: "ii-06a", shares: ["online-of-all-rate", "online-rate"],
    severity: "warning", basis: "Cột (3), (4), (5) của Biểu số II.06a/VPCP/KSTT",
  },
]; // prettier-ignore
