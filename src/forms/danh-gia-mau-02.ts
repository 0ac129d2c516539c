import type { Form, Line } from "../core/form/Form";
import { decree612018, POINTS, RATING } from "./catalogue/evaluation";
import { BALLOTS, SATISFACTION_LEVELS, satisfactionInCounts, satisfactionOfFive, satisfactionOfThree } from "./catalogue/satisfaction";

const indicator = (no: number, label: string) => ({ key: `indicator${no}`, ordinal: String(no), label, given: { max: 2 } });

const INDICATORS: readonly Line[] = [
  indicator(1, "Tổng thời gian giải quyết thủ tục hành chính so với quy định của pháp luật"),
  indicator(2, "Thời gian thực hiện của từng cơ quan, đơn vị tham gia giải quyết (kể cả đơn vị phối hợp)"),
  indicator(3, "Số lần phải liên hệ với nơi tiếp nhận hồ sơ để hoàn thiện hồ sơ thủ tục hành chính (kể cả liên hệ theo hình thức trực tuyến)"),
  indicator(4, "Số lượng cơ quan, đơn vị, tổ chức phải liên hệ để hoàn thiện hồ sơ thủ tục hành chính (kể cả liên hệ theo hình thức trực tuyến)"),
  indicator(5, "Thực hiện tổ chức tiếp nhận hồ sơ, giải quyết, trả kết quả tại Bộ phận Một cửa"),
  indicator(6, "Công khai các thủ tục hành chính"),
  indicator(7, "Thái độ của cán bộ, công chức, viên chức khi hướng dẫn lập hồ sơ, tiếp nhận hồ sơ và giải quyết thủ tục hành chính"),
  indicator(8, "Tiếp thu, giải trình đối với các ý kiến phản ánh, kiến nghị của tổ chức, cá nhân"),
  indicator(9, "Tiến độ và chất lượng cung cấp dịch vụ công trực tuyến của cơ quan có thẩm quyền"),
];

/** Nine indicators of how procedures are settled, scored by the unit and by who appraises it, and how satisfied people are. */
export const danhGiaMau02: Form = {
  id: "danh-gia-mau-02",
  family: "danh-gia-mau-02",
  markVariants: ["Mẫu 02", "Mẫu số 02"],
  title: "BẢNG ĐÁNH GIÁ VIỆC GIẢI QUYẾT THỦ TỤC HÀNH CHÍNH",
  titleVariants: ["BẢNG ĐÁNH GIÁ VIỆC GIẢI QUYẾT TTHC"],
  sheetName: "Mẫu 02",
  ...decree612018,
  levels: ["commune", "district", "department"],
  inSets: ["commune", "district", "department"],
  grade: "A",
  note: {
    vi: "Bố cục theo báo cáo của một phường; số “Mẫu 02” do tỉnh đặt. Mốc 15 điểm là Xuất sắc suy ra để các mức liền nhau, chưa đối chiếu với nghị định; "
      + "Nghị định số 118/2025/NĐ-CP đã thay nghị định này từ ngày 01/7/2025.",
    en: "The layout is that of a ward's report, the number “Mẫu 02” a province's. That 15 points are “Xuất sắc” follows from bands without a gap; "
      + "it was not compared with the decree, which Decree 118/2025/NĐ-CP has replaced since 01/7/2025.",
  },
  paper: "portrait",
  head: {
    fields: [
      { key: "unit", label: "Cơ quan/đơn vị", kind: "text" },
      { key: "when", label: "Thời điểm đánh giá", kind: "text" },
      { key: "ballots", label: "Số phiếu đánh giá", kind: BALLOTS },
    ],
  },
  tables: [
    {
      key: "scores",
      caption: "I. Đánh giá việc giải quyết thủ tục hành chính",
      columns: [
        { key: "ordinal", header: "Chỉ số", variants: ["STT", "TT"], kind: "ordinal", width: 8 },
        { key: "indicator", header: "Tên chỉ số", variants: ["Các chỉ số đánh giá", "Nội dung chỉ số"], kind: "label", width: 60 },
        { key: "max", header: "Điểm chuẩn", variants: ["Điểm tối đa"], kind: POINTS, width: 10 },
        { key: "own", header: "Điểm tự chấm", variants: ["Điểm tự đánh giá"], kind: POINTS, width: 10 },
        { key: "appraised", header: "Điểm thẩm định", kind: POINTS, width: 10 },
        { key: "note", header: "ghi chú", kind: "text", width: 22 },
      ],
      rows: { lines: INDICATORS },
      foot: [{ labels: ["Tổng cộng", "Tổng số", "Tổng điểm", "Cộng"], at: "last", columns: ["max", "own", "appraised"], given: { note: "Xếp loại:" } }],
      rules: [{
        id: "band", kind: "band", of: { row: "total", column: "appraised" }, into: { row: "total", column: "note" }, basis: "Mức theo tổng điểm thẩm định",
        from: RATING,
      }],
    },
    { key: "satisfaction", ...satisfactionOfFive },
    { key: "satisfaction-of-three", instead: "satisfaction", ...satisfactionOfThree },
    { key: "satisfaction-in-counts", instead: "satisfaction", ...satisfactionInCounts },
  ],
  quantities: [
    { quantity: "ownScore", table: "scores", columns: ["own"], row: "total" },
    { quantity: "appraisedScore", table: "scores", columns: ["appraised"], row: "total" },
    ...SATISFACTION_LEVELS.map((level) => ({ quantity: `${level}Rate`, table: "satisfaction", columns: [level] })),
    ...SATISFACTION_LEVELS.map((level) => ({ quantity: level, table: "satisfaction-in-counts", columns: [level] })),
  ],
  signatures: ["", "NGƯỜI TỔNG HỢP"],
};
