import type { Column, Form, Line } from "../core/form/Form";

const POINTS = { unit: "điểm", decimals: 2 };

/** A component that is scored up to so many points; without any it is only told. */
const component = (key: string, ordinal: string, label: string, max?: number): Line =>
  max === undefined ? { key, ordinal, label, blank: ["max", "score", "share"] } : { key, ordinal, label, given: { max } };

/** A block of components: its points are theirs, added up. */
const block = (key: string, ordinal: string, label: string, parts: readonly Line[]): readonly Line[] => [
  { key, ordinal, label, sum: parts.filter(({ blank }) => !blank).map((part) => part.key) },
  ...parts,
];

/** The six blocks as the national portal shows them: it tells services and payments apart. */
const LINES: readonly Line[] = [
  ...block("openness766", "I", "Công khai, minh bạch", [
    component("publishedInTime", "1.1", "Tỷ lệ thủ tục hành chính công bố đúng hạn", 6),
    component("updatedInTime", "1.2", "Tỷ lệ thủ tục hành chính được cập nhật, công khai đúng hạn", 4),
    component("publishedInFull", "1.3", "Tỷ lệ thủ tục hành chính công khai có đầy đủ nội dung quy định", 2),
    component("synchronised", "1.4", "Tỷ lệ hồ sơ đồng bộ lên Cổng Dịch vụ công quốc gia", 6),
  ]),
  ...block("progress766", "II", "Tiến độ giải quyết", [
    component("settledInTime", "2.1", "Tỷ lệ hồ sơ xử lý trước hạn, đúng hạn", 20),
    component("meanTime", "2.2", "Thời gian giải quyết trung bình (không chấm điểm)"),
  ]),
  ...block("services766", "III", "Dịch vụ công trực tuyến", [
    component("servicesOnline", "3.1", "Tỷ lệ thủ tục hành chính cung cấp dịch vụ công trực tuyến", 2),
    component("servicesUsed", "3.2", "Tỷ lệ dịch vụ công trực tuyến có phát sinh hồ sơ", 4),
    component("filesOnline", "3.3", "Tỷ lệ hồ sơ nộp trực tuyến", 6),
  ]),
  ...block("payment766", "IV", "Thanh toán trực tuyến", [
    component("payable", "3.5a", "Tỷ lệ thủ tục hành chính tích hợp thanh toán trực tuyến trên Cổng Dịch vụ công quốc gia", 2),
    component("paid", "3.5b", "Tỷ lệ thủ tục hành chính có giao dịch thanh toán trực tuyến", 2),
    component("filesPaid", "3.6", "Tỷ lệ hồ sơ thanh toán trực tuyến", 6),
  ]),
  ...block("digitising766", "V", "Số hóa hồ sơ", [
    component("electronicResults", "4.1", "Tỷ lệ hồ sơ có cấp kết quả giải quyết điện tử", 6),
    component("digitised", "4.2", "Tỷ lệ hồ sơ thủ tục hành chính thực hiện số hóa", 4),
    component("certifiedCopies", "4.2b", "Chứng thực bản sao điện tử", 2),
    component("reused", "4.3", "Tỷ lệ hồ sơ khai thác, sử dụng lại thông tin, dữ liệu số hóa", 2),
    component("connected", "4.4", "Tỷ lệ hồ sơ được số hóa có kết nối, chia sẻ dữ liệu phục vụ tái sử dụng", 4),
    component("sharedForms", "4.5a", "Ứng dụng dữ liệu dân cư: tỷ lệ thủ tục hành chính", 2),
    component("sharedPapers", "4.5b", "Ứng dụng dữ liệu dân cư: tỷ lệ hồ sơ", 2),
  ]),
  ...block("satisfaction766", "VI", "Mức độ hài lòng", [
    component("feedbackKinds", "5.1", "Tỷ lệ phản ánh, kiến nghị theo phân loại (không chấm điểm)"),
    component("feedbackInTime", "5.2", "Tiến độ xử lý phản ánh, kiến nghị", 6),
    component("feedbackSatisfied", "5.3", "Tỷ lệ hài lòng trong xử lý phản ánh, kiến nghị", 6),
    component("serviceSatisfied", "5.4", "Tỷ lệ hài lòng trong tiếp nhận, giải quyết thủ tục hành chính", 6),
  ]),
];

const COLUMNS: readonly Column[] = [
  { key: "ordinal", header: "STT", variants: ["TT", "Số TT"], kind: "ordinal", width: 6 },
  { key: "indicator", header: "Nhóm chỉ số, chỉ số thành phần", variants: ["Chỉ số", "Nhóm chỉ số"], kind: "label", width: 56 },
  { key: "max", header: "Điểm tối đa", variants: ["Điểm chuẩn"], kind: POINTS, width: 10 },
  { key: "score", header: "Điểm đạt được", variants: ["Điểm đạt", "Kết quả"], kind: POINTS, width: 10 },
  { key: "share", header: "Tỷ lệ so với điểm tối đa (%)", variants: ["Tỷ lệ %"], kind: { unit: "%", decimals: 2 }, ratio: { above: ["score"], below: ["max"] }, sumId: "share-of-most", optional: true, width: 14 },
];

/** Points of the index of Decision 766/QĐ-TTg, as the national portal shows them on a day: quoted, never worked out again. */
export const qd766: Form = {
  id: "qd-766",
  family: "qd-766",
  title: "Bảng số liệu điểm Bộ chỉ số theo Quyết định số 766/QĐ-TTg",
  sheetName: "QĐ 766",
  basis: "Quyết định số 766/QĐ-TTg ngày 23/6/2022",
  from: "2022-06-23",
  levels: ["commune", "department", "centre", "district", "province"],
  grade: "C",
  note: {
    vi: "Bố cục đề xuất; nhóm, chỉ số và điểm tối đa theo Cổng Dịch vụ công quốc gia (điểm tối đa của 4.4, 4.5 suy từ số liệu). Điểm do Cổng tính: "
      + "bảng này chỉ ghi lại, cộng và đối chiếu với điểm tối đa.",
    en: "The layout is proposed; blocks, components and maxima are those of the national portal (those of 4.4 and 4.5 follow from its data). The portal works "
      + "out the points: this table only quotes them, adds them up and holds them against the maxima.",
  },
  paper: "portrait",
  head: {
    fields: [
      { key: "unit", label: "Cơ quan/đơn vị", kind: "text" },
      { key: "quoted", label: "Ngày lấy điểm trên Cổng Dịch vụ công quốc gia", kind: "text" },
    ],
  },
  tables: [
    {
      key: "main",
      columns: COLUMNS,
      rows: { lines: LINES },
      foot: [{ labels: ["Tổng điểm", "Tổng cộng", "Tổng số"], at: "last", columns: ["max", "score"] }],
      rules: [{ id: "score-within-most", kind: "at-most", less: "score", more: "max", basis: "Điểm tối đa của từng chỉ số" }],
    },
  ],
  quantities: [
    { quantity: "score766", columns: ["score"], row: "total" },
    ...LINES.flatMap(({ key, sum }) => (sum ? [{ quantity: key, columns: ["score"], row: key }] : [])),
  ],
  signatures: [],
};
