import type { Form } from "../../core/form/Form";
import type { Phrase } from "../../core/words/Phrase";

/** What forms are about, in the order in which they are offered, and the families of each. */
const SUBJECTS: readonly { readonly name: Phrase; readonly families: readonly string[] }[] = [
  {
    name: { vi: "Tình hình giải quyết hồ sơ", en: "Files received and resolved" },
    families: ["ii-06a", "ii-06b", "ii-06c", "ii-06d", "07a", "ii-07b", "qua-han", "cham-tre", "dang-cham-tre"],
  },
  { name: { vi: "Đánh giá, chỉ tiêu và mức độ hài lòng", en: "Evaluation, targets and satisfaction" }, families: ["danh-gia-mau-01", "danh-gia-mau-02", "danh-gia-mau-03", "nq-01-2024", "nq-02-2024", "qd-766"] },
  { name: { vi: "Công bố, công khai, rà soát và phản ánh, kiến nghị", en: "Publication, review and feedback" }, families: ["cong-bo", "cong-khai", "ra-soat", "pakn"] },
  { name: { vi: "Dịch vụ công trực tuyến và số hóa", en: "Online services and digitisation" }, families: ["dvc-truc-tuyen", "thanh-toan", "so-hoa", "bcci", "chung-thuc", "lien-thong"] },
  { name: { vi: "Bộ phận Một cửa và nhiệm vụ được giao", en: "One-stop office and tasks" }, families: ["nhan-su", "trang-thiet-bi", "truyen-thong", "nhiem-vu"] },
  {
    name: { vi: "Phụ lục của Phú Quốc", en: "Appendices of Phú Quốc" },
    families: ["phu-quoc-pl1", "phu-quoc-pl2", "phu-quoc-pl3", "phu-quoc-pl4", "phu-quoc-pl5", "phu-quoc-pl6"],
  },
  {
    name: { vi: "Bảng xuất từ hệ thống", en: "Exports of information systems" },
    families: ["xuat-theo-don-vi", "xuat-theo-linh-vuc", "xuat-tien-do-766", "ha-noi-theo-don-vi", "ha-noi-tuan", "ha-noi-day-du"],
  },
];

/** What an agency's own forms are offered under. */
const OWN: Phrase = { vi: "Mẫu của đơn vị", en: "Forms of the agency" };

/** Forms by what they are about, in order; those of no subject known here are an agency's own. */
export function bySubject(forms: readonly Form[]): readonly { readonly name: Phrase; readonly forms: readonly Form[] }[] {
  const named = SUBJECTS.map(({ name, families }) => ({ name, forms: forms.filter(({ family }) => families.includes(family)) }));
  const others = forms.filter(({ family }) => SUBJECTS.every(({ families }) => !families.includes(family)));
  return [...named, { name: OWN, forms: others }].filter((group) => group.forms.length > 0);
}
