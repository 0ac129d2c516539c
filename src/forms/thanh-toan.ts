import type { Form } from "../core/form/Form";
import { counting, group, named, numbered, ORDINAL, sumOf, TOTAL_ROW } from "./catalogue/columns";
import { bound, files } from "./catalogue/files";
import { proposedFor } from "./catalogue/proposals";

const money = counting("đồng", 15);

/** Fees paid online and at the counter: files and amounts. */
export const thanhToan: Form = {
  id: "thanh-toan",
  family: "thanh-toan",
  title: "Bảng số liệu thanh toán trực tuyến phí, lệ phí",
  titleVariants: ["THEO DÕI THANH TOÁN TRỰC TUYẾN", "THEO DÕI CHỈ TIÊU THANH TOÁN TRỰC TUYẾN"],
  sheetName: "Thanh toán trực tuyến",
  inSets: ["commune", "department", "centre", "province"],
  ...proposedFor("I.8", {
    vi: "Chỉ tính hồ sơ đã thu phí, lệ phí, không tính hồ sơ được miễn.",
    en: "Files of which a fee was taken are counted, not those that are exempt.",
  }),
  tables: [
    {
      key: "main",
      rows: { each: "unit" },
      ...TOTAL_ROW,
      columns: numbered([
        ORDINAL,
        named("unit", "Đơn vị, lĩnh vực", ["Tên đơn vị", "Đơn vị", "Lĩnh vực"]),
        group("Số hồ sơ thu phí, lệ phí", [
          files("paid", "Tổng số", { variants: ["Hồ sơ thu phí"], ...sumOf("paid-by-channel", "paidAtCounter", "paidOnline") }),
          files("paidAtCounter", "Trực tiếp"),
          files("paidOnline", "Trực tuyến"),
        ]),
        group("Số tiền", [
          money("amount", "Tổng số", sumOf("amount-by-channel", "amountAtCounter", "amountOnline")),
          money("amountAtCounter", "Trực tiếp"),
          money("amountOnline", "Trực tuyến"),
        ]),
      ]),
      shares: [
        { id: "paid-online-rate", header: "Tỷ lệ hồ sơ thanh toán trực tuyến (%)", numerator: ["paidOnline"], denominator: ["paidAtCounter", "paidOnline"], decimals: 2 },
        { id: "amount-online-rate", header: "Tỷ lệ số tiền thanh toán trực tuyến (%)", numerator: ["amountOnline"], denominator: ["amountAtCounter", "amountOnline"], decimals: 2 },
      ],
    },
  ],
  quantities: bound("paid", "paidAtCounter", "paidOnline", "amount", "amountAtCounter", "amountOnline"),
};
