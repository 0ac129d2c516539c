import type { Form } from "../../src/core/form/Form";

/** A made-up form, so that nothing rests on the one form that happens to exist. */
export const visitsForm: Form = {
  id: "x-01",
  family: "x-01",
  mark: "Biểu số X.01/TEST",
  title: "TÌNH HÌNH TIẾP CÔNG DÂN",
  basis: "Thông tư số 00/2020",
  from: "2020-01-01",
  grade: "A",
  note: { vi: "", en: "" },
  head: {
    left: ["Ban hành theo", "Thông tư số 00/2020"],
    right: ["- Đơn vị báo cáo:", "  + UBND cấp xã.", "- Đơn vị nhận báo cáo:", "  + UBND cấp tỉnh."],
    unitOfMeasure: "Đơn vị tính: Lượt",
  },
  tables: [
    {
      key: "main",
      rows: { each: "field" },
      foot: [{ labels: ["TỔNG CỘNG"], at: "last" }],
  columns: [
    { key: "ordinal", no: 1, header: "STT", kind: "ordinal", width: 5 },
    { key: "field", no: 2, header: "Lĩnh vực", kind: "label", width: 24 },
    {
      header: "Số lượt",
      children: [
        { key: "all", no: 3, header: "Tổng số", kind: { unit: "lượt" }, sum: ["walkIn", "booked"], width: 10 },
        {
          header: "Trong đó",
          children: [
            { key: "walkIn", no: 4, header: "Vãng lai", kind: { unit: "lượt" }, width: 9 },
            { key: "booked", no: 5, header: "Hẹn trước", kind: { unit: "lượt" }, width: 9 },
          ],
        },
      ],
    },
    { key: "settled", no: 6, header: "Đã giải quyết", kind: { unit: "lượt" }, width: 9 },
  ],
  shares: [
    { id: "booked-share", header: "Tỷ lệ hẹn trước", numerator: ["booked"], denominator: ["walkIn", "booked"], decimals: 2 },
    { id: "settled-share", header: "Tỷ lệ đã giải quyết", numerator: ["settled"], denominator: ["all"], decimals: 1 },
  ],
    },
  ],
};
