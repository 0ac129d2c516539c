import { balance } from "../core/checks/balance";
import { carryOver } from "../core/checks/carryOver";
import { count } from "../core/checks/count";
import { flow } from "../core/checks/flow";
import { formulaError } from "../core/checks/formulaError";
import { formulaOverwritten } from "../core/checks/formulaOverwritten";
import { formulaRange } from "../core/checks/formulaRange";
import { formulaResult } from "../core/checks/formulaResult";
import { notation } from "../core/checks/notation";
import { periodStart } from "../core/checks/periodStart";
import { ratio } from "../core/checks/ratio";
import { rowTotal } from "../core/checks/rowTotal";
import { statedInText } from "../core/checks/statedInText";
import { uniqueness } from "../core/checks/uniqueness";
import type { Form } from "../core/form/Form";
import { stackedLines } from "../core/checks/stackedLines";
import { settlement } from "../core/narrative/settlement";

const BASIS = "Thông tư số 01/2020/TT-VPCP ngày 21/10/2020";
const NUMBERING = "Biểu số II.06a/VPCP/KSTT, dòng đánh số cột";

/** Files received, resolved and pending at the office that settles them, as issued by TT 01/2020/TT-VPCP. */
export const ii06a: Form = {
  id: "ii-06a",
  mark: "Biểu số II.06a/VPCP/KSTT",
  markVariants: ["Biểu số 06a/VPCP/KSTT", "Biểu số 06 /VPCP/KSTT"],
  title:
    "TÌNH HÌNH, KẾT QUẢ GIẢI QUYẾT THỦ TỤC HÀNH CHÍNH TẠI CƠ QUAN, ĐƠN VỊ TRỰC TIẾP GIẢI QUYẾT THỦ TỤC HÀNH CHÍNH",
  titleVariants: [
    "TÌNH HÌNH, KẾT QUẢ GIẢI QUYẾT TTHC TẠI CƠ QUAN, ĐƠN VỊ TRỰC TIẾP GIẢI QUYẾT TTHC",
    "TÌNH HÌNH, KẾT QUẢ GIẢI QUYẾT TTHC TẠI TRUNG TÂM PHỤC VỤ HÀNH CHÍNH CÔNG",
  ],
  basis: BASIS,
  from: "2020-10-21",
  to: "2026-02-14",
  grade: "A",
  note: {
    vi: "Thông tư số 5/2025/TT-VPCP, có hiệu lực từ ngày 15/02/2026, có thể đã thay mẫu này; hãy đối chiếu với hướng dẫn của cơ quan nhận báo cáo.",
    en: "Circular 5/2025/TT-VPCP, in force since 15/02/2026, may have replaced this form; follow the instructions of the receiving office.",
  },
  header: {
    left: ["Ban hành theo Thông tư số 01/2020/TT-VPCP", "ngày 21/10/2020"],
    right: ["- Đơn vị báo cáo:", "- Đơn vị nhận báo cáo:"],
    unitOfMeasure: "Đơn vị tính: Số hồ sơ TTHC.",
  },
  columns: [
    { key: "ordinal", no: 1, header: "STT", variants: ["TT", "Số TT"], kind: "ordinal", width: 6 },
    {
      key: "field",
      no: 2,
      header: "Lĩnh vực giải quyết",
      variants: ["Lĩnh vực, công việc giải quyết theo cấp", "Lĩnh vực", "Đơn vị", "Tên đơn vị"],
      kind: "label",
      width: 34,
    },
    {
      header: "Số lượng hồ sơ tiếp nhận",
      variants: ["Số hồ sơ nhận giải quyết", "Tiếp nhận"],
      children: [
        { key: "received", no: 3, header: "Tổng số", kind: "count", sum: ["online", "inPerson", "carriedOver"], width: 11 },
        {
          header: "Trong kỳ",
          variants: ["Trong đó"],
          children: [
            { key: "online", no: 4, header: "Trực tuyến", kind: "count", width: 10 },
            {
              key: "inPerson",
              no: 5,
              header: "Trực tiếp, dịch vụ bưu chính",
              variants: ["Trực tiếp", "Trực tiếp, bưu chính", "Trực tiếp và dịch vụ bưu chính", "Trực tiếp, dịch vụ BCCI", "Trực tiếp, BCCI"],
              kind: "count",
              width: 12,
            },
          ],
        },
        {
          key: "carriedOver",
          no: 6,
          header: "Từ kỳ trước",
          variants: ["Kỳ trước", "Số kỳ trước chuyển qua", "Số từ kỳ trước chuyển qua", "Số kỳ trước chuyển sang", "Kỳ trước chuyển sang", "Từ kỳ trước chuyển sang"],
          kind: "count",
          width: 10,
        },
      ],
    },
    {
      header: "Số lượng hồ sơ đã giải quyết",
      variants: ["Số hồ sơ đã giải quyết", "Đã giải quyết", "Đã xử lý"],
      children: [
        { key: "resolved", no: 7, header: "Tổng số", kind: "count", sum: ["early", "onTime", "late"], width: 11 },
        { key: "early", no: 8, header: "Trước hạn", kind: "count", width: 10 },
        { key: "onTime", no: 9, header: "Đúng hạn", variants: ["Trong hạn"], kind: "count", width: 10 },
        { key: "late", no: 10, header: "Quá hạn", variants: ["Trễ hạn"], kind: "count", width: 10 },
      ],
    },
    {
      header: "Số lượng hồ sơ đang giải quyết",
      variants: ["Số hồ sơ đang giải quyết", "Đang giải quyết", "Hồ sơ đang xử lý", "Đang xử lý", "Hồ sơ tồn"],
      children: [
        { key: "pending", no: 11, header: "Tổng số", kind: "count", sum: ["pendingOnTime", "pendingLate"], width: 11 },
        { key: "pendingOnTime", no: 12, header: "Trong hạn", variants: ["Đúng hạn", "Chưa đến hạn"], kind: "count", width: 10 },
        { key: "pendingLate", no: 13, header: "Quá hạn", variants: ["Trễ hạn"], kind: "count", width: 10 },
      ],
    },
  ],
  totalLabels: ["TỔNG CỘNG", "-Tổng-", "Tổng số", "Tổng"],
  sectionLabels: [
    "Sở ban ngành",
    "Sở, ban, ngành",
    "Huyện, thị xã, thành phố",
    "Xã, phường, thị trấn",
    "Trên Hệ thống các Bộ",
    "Trên Hệ thống thành phố",
  ],
  // Several formulas for "on time" are in use; each says what it divides by what.
  percentages: [
    { id: "early-rate", header: "Tỷ lệ giải quyết trước hạn (%)", numerator: ["early"], denominator: ["resolved"], decimals: 2 },
    { id: "on-time-rate", header: "Tỷ lệ trước hạn, đúng hạn (%)", numerator: ["early", "onTime"], denominator: ["resolved"], decimals: 2 },
    { id: "late-rate", header: "Tỷ lệ trễ hạn (%)", numerator: ["late"], denominator: ["resolved"], decimals: 2 },
    {
      id: "kept-promise-rate",
      header: "Tỷ lệ đúng hẹn (%)",
      numerator: ["early", "onTime", "pendingOnTime"],
      denominator: ["resolved", "pending"],
      decimals: 2,
    },
    { id: "online-rate", header: "Tỷ lệ hồ sơ trực tuyến trong kỳ (%)", numerator: ["online"], denominator: ["online", "inPerson"], decimals: 2 },
    { id: "online-of-all-rate", header: "Tỷ lệ hồ sơ trực tuyến trên tổng tiếp nhận (%)", numerator: ["online"], denominator: ["received"], decimals: 2 },
    { id: "resolved-rate", header: "Tỷ lệ giải quyết (%)", numerator: ["resolved"], denominator: ["received"], decimals: 2 },
  ],
  checks: [
    formulaError({ id: "formula-error" }),
    formulaResult({ id: "formula-result" }),
    formulaRange({ id: "formula-range" }),
    formulaOverwritten({ id: "formula-overwritten" }),
    count({ id: "whole-number", basis: "Đơn vị tính: Số hồ sơ TTHC" }),
    stackedLines({ id: "one-field-a-row", basis: "Cột (2)" }),
    notation("text"),
    notation("thousands"),
    balance({ id: "received-by-channel", total: "received", parts: ["online", "inPerson", "carriedOver"], printed: "(3)=(4)+(5)+(6)", basis: NUMBERING }),
    balance({ id: "resolved-by-punctuality", total: "resolved", parts: ["early", "onTime", "late"], printed: "(7)=(8)+(9)+(10)", basis: NUMBERING }),
    balance({ id: "pending-by-punctuality", total: "pending", parts: ["pendingOnTime", "pendingLate"], printed: "(11)=(12)+(13)", basis: NUMBERING }),
    rowTotal({ id: "total-of-fields", of: "total", basis: "Dòng TỔNG CỘNG" }),
    rowTotal({ id: "subtotal-of-section", of: "subtotal", basis: "Dòng cộng của từng mục" }),
    flow({ id: "received-resolved-pending", received: "received", resolved: "resolved", pending: "pending", printed: "(3) = (7)+(11)", basis: "Quan hệ giữa ba nhóm cột" }),
    carryOver({ id: "carried-over", carried: "carriedOver", pending: "pending", basis: "Cột (6) kỳ này và cột (11) kỳ trước" }),
    statedInText({ id: "stated-in-text", basis: "Mục Tình hình, kết quả giải quyết thủ tục hành chính của báo cáo" }),
    ratio({ id: "percentage", basis: "Công thức ghi ở tiêu đề cột tỷ lệ" }),
    uniqueness({ id: "unique-field", basis: "Cột (2)" }),
    periodStart({ id: "period-start", basis: "Quy định thời gian chốt số liệu báo cáo định kỳ" }),
  ],
  paragraphs: [settlement],
};
