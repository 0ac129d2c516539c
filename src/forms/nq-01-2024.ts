import type { Form, Line } from "../core/form/Form";
import { target, targetsFor2024 } from "./catalogue/targets";

/** Lines that stand in the tables of both resolutions, by their keys. */
const IN_BOTH = ["onlineServiceRate", "paymentRate", "onlineRate", "digitisedRate", "hospitalRate", "synchronisedRate"];

const LINES: readonly Line[] = [
  target(
    "onlineServiceRate",
    "1.",
    "Tỷ lệ cung cấp dịch vụ công trực tuyến toàn trình trên tổng số TTHC có đủ điều kiện trên Cổng Dịch vụ công quốc gia.",
    "Tối thiểu 80",
  ),
  target(
    "paymentRate",
    "2.",
    "Tỷ lệ thanh toán trực tuyến trên Cổng Dịch vụ công quốc gia trên tổng số giao dịch thanh toán của dịch vụ công.",
    "Tối thiểu 45",
  ),
  target("onlineRate", "3.", "Tỷ lệ hồ sơ trực tuyến trên tổng số hồ sơ tiếp nhận, giải quyết TTHC.", "Tối thiểu 50"),
  target("digitisedRate", "4.", "Tỷ lệ số hóa hồ sơ, kết quả giải quyết TTHC.", "Tối thiểu 80"),
  target(
    "hospitalRate",
    "5.",
    "Tỷ lệ các bệnh viện từ hạng 2 trở lên cung cấp thanh toán viện phí trên Cổng Dịch vụ công quốc gia.", "Tối thiểu 50",
    "commune",
  ),
  target("synchronisedRate", "6.", "Tỷ lệ kết quả xử lý hồ sơ TTHC của địa phương được đồng bộ đầy đủ trên Cổng Dịch vụ công quốc gia.", 100),
  { key: "paperless", ordinal: "7", label: "Tỷ lệ xử lý văn bản, hồ sơ công việc (trừ hồ sơ mật) trên môi trường mạng", heading: true },
  target("paperlessDepartmentRate", "7.1", "Đối với các sở, ngành và tương đương thuộc UBND tỉnh", 100, "commune", "district"),
  target("paperlessDistrictRate", "7.2", "Đối với các phòng, ban và tương đương thuộc UBND cấp huyện.", 95, "commune"),
  target("paperlessCommuneRate", "7.3", "Đối với UBND cấp xã.", 80, "department"),
];

/** Targets that Resolution 01/NQ-CP sets for 2024, and what was reached. */
export const nq012024: Form = targetsFor2024(
  "01",
  LINES,
  IN_BOTH.map((row) => ({
    id: `same-in-nq-02-${row.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`, kind: "equal" as const, basis: "Cùng một chỉ tiêu ở hai nghị quyết",
    one: { row, column: "result" }, other: { form: "nq-02-2024", row, column: "result" },
  })),
); // prettier-ignore
