import type { FigureColumn, Form } from "../core/form/Form";
import { decree612018, POINTS, RATING } from "./catalogue/evaluation";
import { BALLOTS, OF_THREE, SATISFACTION_SHARE, SATISFACTION_WORDS } from "./catalogue/satisfaction";

const INDICATORS = [1, 2, 3, 4, 5, 6, 7, 8, 9];
const keyOf = (no: number) => `indicator${no}`;
const scored: readonly FigureColumn[] = INDICATORS.map((no) => ({ key: keyOf(no), header: `Chỉ số ${no}`, kind: POINTS, width: 9 }));
const shares: readonly FigureColumn[] = OF_THREE.map((key) => ({ key, header: SATISFACTION_WORDS[key], kind: SATISFACTION_SHARE, width: 10 }));
/** The row adds up ballots, and is the mean of everything else over all units, however many ballots they have. */
const LABELS = ["Tổng", "Tổng cộng", "Bình quân"] as const;

/** The evaluation of all units: nine indicators, the rating and rank that follow from them, and how satisfied people are. */
export const danhGiaMau03: Form = {
  id: "danh-gia-mau-03",
  family: "danh-gia-mau-03",
  markVariants: ["Mẫu 03", "Mẫu số 03"],
  title: "BẢNG TỔNG HỢP CHỈ SỐ THÀNH PHẦN, MỨC ĐỘ HÀI LÒNG, XẾP LOẠI, XẾP HẠNG",
  titleVariants: ["BẢNG TỔNG HỢP CHỈ SỐ THÀNH PHẦN, MỨC ĐỘ HÀI LÒNG, XẾP LOẠI"],
  sheetName: "Mẫu 03",
  ...decree612018,
  levels: ["district", "province", "centre"],
  grade: "A",
  note: {
    vi: "Bố cục theo bản xuất của một tỉnh; số “Mẫu 03” do tỉnh đặt. Bình quân tính theo số đơn vị, không theo số phiếu; đơn vị bằng điểm thì cùng hạng. "
      + "Nghị định số 118/2025/NĐ-CP đã thay nghị định này từ ngày 01/7/2025.",
    en: "The layout is that of a province's export, the number “Mẫu 03” a province's. Means are over units, not over ballots; units with as many points share "
      + "a rank. Decree 118/2025/NĐ-CP has replaced this one since 01/7/2025.",
  },
  head: { fields: [{ key: "when", label: "Thời điểm đánh giá", kind: "text" }] },
  tables: [
    {
      key: "main",
      columns: [
        { key: "ordinal", header: "TT", variants: ["STT", "Số TT"], kind: "ordinal", width: 6 },
        { key: "unit", header: "Tên cơ quan", variants: ["Cơ quan, đơn vị", "Tên cơ quan, đơn vị", "Tên đơn vị"], kind: "label", width: 30 },
        { key: "ballots", header: "Số phiếu", variants: ["Số phiếu đánh giá"], kind: BALLOTS, optional: true, width: 9 },
        { header: "Điểm chỉ số thành phần", variants: ["Điểm các chỉ số thành phần"], children: scored },
        { key: "total", header: "Tổng điểm", kind: { ...POINTS, max: 18 }, sum: INDICATORS.map(keyOf), sumId: "points-of-indicators", width: 9 },
        { key: "rating", header: "Xếp loại", kind: { choice: RATING.map(([, rating]) => rating) }, width: 12 },
        { key: "rank", header: "Xếp hạng", kind: { unit: "hạng" }, optional: true, rank: "total", sumId: "rank-by-points", width: 8 },
        { header: "Mức độ hài lòng (%)", children: shares },
      ],
      rows: { each: "unit" },
      foot: [
        { labels: LABELS, at: "last", columns: ["ballots"] },
        { how: "mean", labels: LABELS, at: "last", columns: [...INDICATORS.map(keyOf), "total", ...OF_THREE], decimals: 1 },
      ],
      rules: [
        { id: "rating-by-points", kind: "band", of: { column: "total" }, into: { column: "rating" }, from: RATING, basis: "Mức theo tổng điểm" },
        { id: "shares-add-to-100", kind: "adds-to", parts: OF_THREE, whole: 100, basis: "Tổng các tỷ lệ" },
      ],
    },
  ],
  quantities: [
    { quantity: "ballots", columns: ["ballots"], row: "total" },
    { quantity: "evaluatedUnits", lines: "all" },
  ],
  signatures: ["", "NGƯỜI TỔNG HỢP"],
};
