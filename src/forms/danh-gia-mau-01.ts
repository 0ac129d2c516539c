import type { FigureColumn, Form } from "../core/form/Form";
import { decree612018 } from "./catalogue/evaluation";
import { BALLOTS, OF_THREE, SATISFACTION_WORDS } from "./catalogue/satisfaction";

/** The indicators that people score on their ballots; the unit scores 5, 8 and 9 by itself. */
const SCORED = [1, 2, 3, 4, 6, 7];
/** Those that speak of the official who handled the file; whether procedures are made public does not. */
const OF_THE_OFFICIAL = [1, 2, 3, 4, 7];

const keyOf = (no: number) => `indicator${no}`;
const scored: readonly FigureColumn[] = SCORED.map((no) => ({ key: keyOf(no), header: `Chỉ số ${no}`, kind: { unit: "điểm", allowed: [0, 1, 2] }, width: 9 }));
const marked: readonly FigureColumn[] = OF_THREE.map((key) => ({ key, header: SATISFACTION_WORDS[key], kind: { ...BALLOTS, mark: "x" }, width: 10 }));

/** Ballots on files, one a row: points for each indicator, the official's rating, and how satisfied people are. */
export const danhGiaMau01: Form = {
  id: "danh-gia-mau-01",
  family: "danh-gia-mau-01",
  markVariants: ["Mẫu 01", "Mẫu số 01"],
  title: "TỔNG HỢP KẾT QUẢ ĐÁNH GIÁ CÁC CHỈ SỐ THÀNH PHẦN; XẾP LOẠI CÁN BỘ, CÔNG CHỨC VÀ MỨC ĐỘ HÀI LÒNG THÔNG QUA PHIẾU ĐÁNH GIÁ",
  sheetName: "Mẫu 01",
  ...decree612018,
  levels: ["commune", "district", "department", "centre"],
  grade: "A",
  note: {
    vi: "Bố cục theo bản xuất của một tỉnh; số “Mẫu 01” do tỉnh đặt. Tổng điểm cán bộ, công chức không tính chỉ số 6, như tiêu đề cột ghi. "
      + "Nghị định số 118/2025/NĐ-CP đã thay nghị định này từ ngày 01/7/2025.",
    en: "The layout is that of a province's export, the number “Mẫu 01” a province's. The official's points leave out indicator 6, as the heading says. "
      + "Decree 118/2025/NĐ-CP has replaced this one since 01/7/2025.",
  },
  head: { fields: [{ key: "unit", label: "Cơ quan/đơn vị", kind: "text" }, { key: "when", label: "Thời điểm đánh giá", kind: "text" }] },
  tables: [
    {
      key: "main",
      columns: [
        { key: "ordinal", header: "TT", variants: ["STT", "Số TT"], kind: "ordinal", width: 6 },
        { key: "dossier", header: "Hồ sơ", variants: ["Mã hồ sơ", "Số hồ sơ"], kind: "label", width: 26 },
        { header: "Điểm chỉ số thành phần", variants: ["Điểm các chỉ số thành phần"], children: scored },
        {
          header: "Xếp loại CB,CC",
          variants: ["Xếp loại cán bộ, công chức", "Xếp loại CBCC"],
          children: [
            {
              ...{ key: "official", header: "Tổng điểm đánh giá CBCC (cột 1 +2 + 3 + 4 + 7)", variants: ["Tổng điểm đánh giá cán bộ, công chức"] },
              ...{ kind: { unit: "điểm", max: 10 }, sum: OF_THE_OFFICIAL.map(keyOf), sumId: "points-of-official", width: 14 },
            },
            { key: "rating", header: "Xếp loại hoàn thành nhiệm vụ", kind: "text", width: 14 },
          ],
        },
        { header: "Mức độ hài lòng", children: marked },
      ],
      rows: { record: "dossier" },
      foot: [
        { labels: ["Tổng số", "Tổng cộng"], at: "last" },
        { how: "mean", labels: ["Điểm bình quân chỉ số", "Điểm bình quân"], at: "last", columns: SCORED.map(keyOf), decimals: 1 },
        { how: "share", labels: ["Tỷ lệ % hài lòng", "Tỷ lệ %"], at: "last", columns: OF_THREE, decimals: 1 },
      ],
      rules: [
        { id: "one-answer", kind: "one-of", columns: OF_THREE, basis: "Mỗi phiếu chọn một mức hài lòng" },
        { id: "dossier-once", kind: "unique", column: "dossier", severity: "warning", basis: "Mỗi hồ sơ một phiếu" },
      ],
    },
  ],
  quantities: [
    { quantity: "ballots", lines: "all" },
    ...OF_THREE.map((level) => ({ quantity: level, columns: [level], row: "total" })),
    ...OF_THREE.map((level) => ({ quantity: `${level}Rate`, columns: [level], row: "share" })),
  ],
  signatures: ["", "NGƯỜI TỔNG HỢP"],
};
