import type { FigureKind, Form } from "../core/form/Form";
import { circular012020 } from "./catalogue/circulars";
import { withdrawn } from "./catalogue/gaps";

const files: FigureKind = { unit: "hồ sơ" };
const NAMES = ["Lĩnh vực, công việc giải quyết theo cấp", "Lĩnh vực", "Đơn vị", "Tên đơn vị"];
const CARRIED = ["Kỳ trước", "Số kỳ trước chuyển qua", "Số từ kỳ trước chuyển qua", "Số kỳ trước chuyển sang", "Kỳ trước chuyển sang", "Từ kỳ trước chuyển sang"];
const IN_PERSON = ["Trực tiếp", "Trực tiếp, bưu chính", "Trực tiếp và dịch vụ bưu chính", "Trực tiếp, dịch vụ BCCI", "Trực tiếp, BCCI"];

/** Files received, resolved and pending at the office that settles them, as issued by TT 01/2020/TT-VPCP. */
export const ii06a: Form = {
  id: "ii-06a",
  family: "ii-06a",
  mark: "Biểu số II.06a/VPCP/KSTT",
  markVariants: ["Biểu số 06a/VPCP/KSTT", "Biểu số 06 /VPCP/KSTT"],
  title: "TÌNH HÌNH, KẾT QUẢ GIẢI QUYẾT THỦ TỤC HÀNH CHÍNH TẠI CƠ QUAN, ĐƠN VỊ TRỰC TIẾP GIẢI QUYẾT THỦ TỤC HÀNH CHÍNH",
  titleVariants: [
    "TÌNH HÌNH, KẾT QUẢ GIẢI QUYẾT TTHC TẠI CƠ QUAN, ĐƠN VỊ TRỰC TIẾP GIẢI QUYẾT TTHC",
    "TÌNH HÌNH, KẾT QUẢ GIẢI QUYẾT TTHC TẠI TRUNG TÂM PHỤC VỤ HÀNH CHÍNH CÔNG",
  ],
  ...circular012020,
  inSets: ["commune", "department", "centre", "district", "province"],
  grade: "A",
  head: {
    left: ["Ban hành theo Thông tư số 01/2020/TT-VPCP", "ngày 21/10/2020"],
    right: ["- Đơn vị báo cáo:", "- Đơn vị nhận báo cáo:"],
    unitOfMeasure: "Đơn vị tính: Số hồ sơ TTHC.",
  },
  tables: [
    {
      key: "main",
      rows: {
        each: "field",
        sections: [
          { labels: ["Sở ban ngành", "Sở, ban, ngành"] }, { labels: ["Huyện, thị xã, thành phố"] }, { labels: ["Xã, phường, thị trấn"] },
          { labels: ["Trên Hệ thống các Bộ"] }, { labels: ["Trên Hệ thống thành phố"] },
        ],
      },
      foot: [{ labels: ["TỔNG CỘNG", "-Tổng-", "Tổng số", "Tổng"], at: "last" }],
      columns: [
        { key: "ordinal", no: 1, header: "STT", variants: ["TT", "Số TT"], kind: "ordinal", width: 6 },
        { key: "field", no: 2, header: "Lĩnh vực giải quyết", variants: NAMES, kind: "label", width: 34 },
        {
          header: "Số lượng hồ sơ tiếp nhận",
          variants: ["Số hồ sơ nhận giải quyết", "Tiếp nhận"],
          children: [
            { key: "received", no: 3, header: "Tổng số", kind: files, sum: ["online", "inPerson", "carriedOver"], sumId: "received-by-channel", width: 11 },
            {
              header: "Trong kỳ",
              variants: ["Trong đó"],
              children: [
                { key: "online", no: 4, header: "Trực tuyến", kind: files, width: 10 },
                { key: "inPerson", no: 5, header: "Trực tiếp, dịch vụ bưu chính", variants: IN_PERSON, kind: files, width: 12 },
              ],
            },
            { key: "carriedOver", no: 6, header: "Từ kỳ trước", variants: CARRIED, kind: files, width: 10 },
          ],
        },
        {
          header: "Số lượng hồ sơ đã giải quyết",
          variants: ["Số hồ sơ đã giải quyết", "Đã giải quyết", "Đã xử lý"],
          children: [
            { key: "resolved", no: 7, header: "Tổng số", kind: files, sum: ["early", "onTime", "late"], sumId: "resolved-by-punctuality", width: 11 },
            { key: "early", no: 8, header: "Trước hạn", kind: files, width: 10 },
            { key: "onTime", no: 9, header: "Đúng hạn", variants: ["Trong hạn"], kind: files, width: 10 },
            { key: "late", no: 10, header: "Quá hạn", variants: ["Trễ hạn"], kind: files, width: 10 },
          ],
        },
        {
          header: "Số lượng hồ sơ đang giải quyết",
          variants: ["Số hồ sơ đang giải quyết", "Đang giải quyết", "Hồ sơ đang xử lý", "Đang xử lý", "Hồ sơ tồn"],
          children: [
            { key: "pending", no: 11, header: "Tổng số", kind: files, sum: ["pendingOnTime", "pendingLate"], sumId: "pending-by-punctuality", width: 11 },
            { key: "pendingOnTime", no: 12, header: "Trong hạn", variants: ["Đúng hạn", "Chưa đến hạn"], kind: files, width: 10 },
            { key: "pendingLate", no: 13, header: "Quá hạn", variants: ["Trễ hạn"], kind: files, width: 10 },
          ],
        },
      ],
      // Several formulas for "on time" are in use; each says what it divides by what.
      shares: [
        { id: "early-rate", header: "Tỷ lệ giải quyết trước hạn (%)", numerator: ["early"], denominator: ["resolved"], decimals: 2 },
        { id: "on-time-rate", header: "Tỷ lệ trước hạn, đúng hạn (%)", numerator: ["early", "onTime"], denominator: ["resolved"], decimals: 2 },
        { id: "late-rate", header: "Tỷ lệ trễ hạn (%)", numerator: ["late"], denominator: ["resolved"], decimals: 2 },
        { id: "kept-promise-rate", header: "Tỷ lệ đúng hẹn (%)", numerator: ["early", "onTime", "pendingOnTime"], denominator: ["resolved", "pending"], decimals: 2 },
        { id: "online-rate", header: "Tỷ lệ hồ sơ trực tuyến trong kỳ (%)", numerator: ["online"], denominator: ["online", "inPerson"], decimals: 2 },
        { id: "online-of-all-rate", header: "Tỷ lệ hồ sơ trực tuyến trên tổng tiếp nhận (%)", numerator: ["online"], denominator: ["received"], decimals: 2 },
        { id: "resolved-rate", header: "Tỷ lệ giải quyết (%)", numerator: ["resolved"], denominator: ["received"], decimals: 2 },
      ],
      rules: [
        {
          id: "received-resolved-pending",
          kind: "balance",
          severity: "warning",
          basis: "Quan hệ giữa ba nhóm cột",
          title: {
            vi: "Tiếp nhận bằng đã giải quyết cộng đang giải quyết, cộng số rút, dừng, trả lại nếu có: (3) = (7)+(11)",
            en: "Received is resolved plus pending, plus any withdrawn, stopped or returned: (3) = (7)+(11)",
          },
          total: "received",
          plus: ["resolved", "pending"],
          gap: withdrawn,
        },
        { id: "carried-over", kind: "carry-over", carried: "carriedOver", pending: "pending", basis: "Cột (6) kỳ này và cột (11) kỳ trước" },
      ],
    },
  ],
  quantities: ["received", "online", "inPerson", "carriedOver", "resolved", "early", "onTime", "late", "pending", "pendingOnTime", "pendingLate"].map((key) => ({
    quantity: key,
    columns: [key],
  })),
  paragraphs: ["settlement"],
};
