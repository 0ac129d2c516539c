import type { Form, Line } from "../core/form/Form";
import { target, targetsFor2024 } from "./catalogue/targets";

const LINES: readonly Line[] = [
  { key: "regulations", ordinal: "I", label: "Cắt giảm, đơn giản hóa TTHC, quy định kinh doanh", heading: true },
  target("regulationRate", "1", "Cập nhật dữ liệu quy định kinh doanh trên Cổng Tham vấn và Tra cứu quy định kinh doanh.", 100, "commune"),
  { key: "service", ordinal: "II", label: "Nâng cao chất lượng phục vụ người dân, doanh nghiệp trong thực hiện TTHC, dịch vụ công", heading: true },
  target(
    "onlineServiceRate",
    "1",
    "Tỷ lệ cung cấp dịch vụ công trực tuyến toàn trình trên tổng số TTHC có đủ điều kiện trên Cổng Dịch vụ công quốc gia.",
    "Tối thiểu 80",
  ),
  target("paymentRate", "2", "Tỷ lệ thanh toán trực tuyến trên Cổng Dịch vụ công quốc gia trên tổng số giao dịch thanh toán của dịch vụ công.", "Tối thiểu 45"),
  target("onlineRate", "3", "Tỷ lệ hồ sơ trực tuyến trên tổng số hồ sơ tiếp nhận, giải quyết TTHC.", "Tối thiểu 50"),
  target("digitisedRate", "4", "Tỷ lệ số hóa hồ sơ, kết quả giải quyết TTHC.", "Tối thiểu 80"),
  target("electronicResultRate", "5", "Tỷ lệ cấp kết quả giải quyết TTHC điện tử.", 100),
  target("certifiedCopyRate", "6", "Tỷ lệ thực hiện chứng thực bản sao điện tử từ bản chính tại UBND cấp xã và Phòng Tư pháp cấp huyện.", 100),
  target("reuseRate", "7", "Tỷ lệ khai thác, sử dụng lại thông tin, dữ liệu số hóa.", "Tối thiểu 50"),
  target("hospitalRate", "8", "Tỷ lệ các bệnh viện từ hạng 2 trở lên cung cấp thanh toán viện phí trên Cổng Dịch vụ công quốc gia.", "Tối thiểu 50", "commune"),
  target("publicationRate", "9", "Tỷ lệ công bố, công khai TTHC đúng hạn.", 100),
  target("synchronisedRate", "10", "Tỷ lệ kết quả xử lý hồ sơ TTHC của Sở, ngành, địa phương được đồng bộ đầy đủ trên Cổng Dịch vụ công quốc gia.", 100),
  target("feedbackRate", "11", "Tỷ lệ xử lý phản ánh, kiến nghị đúng hạn.", 100),
  target("serviceSatisfactionRate", "12", "Mức độ hài lòng trong tiếp nhận, giải quyết TTHC của người dân, doanh nghiệp.", "Tối thiểu 90"),
];

/** Targets that Resolution 02/NQ-CP sets for 2024, and what was reached. */
export const nq022024: Form = targetsFor2024("02", LINES);
