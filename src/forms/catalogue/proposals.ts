import type { Form } from "../../core/form/Form";
import type { Phrase } from "../../core/words/Phrase";

const OWN: Phrase = {
  vi: "Bảng làm việc do công cụ đề xuất, không phải mẫu do cơ quan nhà nước ban hành: số liệu cần có lấy từ báo cáo thật, cách bố trí cột là của chúng tôi.",
  en: "A working sheet that this tool proposes, not a form issued by the state: real reports tell the figures, the arrangement of columns is ours.",
};

/**
 * What our own working sheets say of themselves.
 * @param item The item of the report's outline that the figures are for: "I.5".
 * @param more What else a reader must know.
 */
export const proposedFor = (item: string, more?: Phrase): Pick<Form, "basis" | "from" | "grade" | "note"> => ({
  basis: `Mục ${item} đề cương báo cáo theo Thông tư số 01/2020/TT-VPCP ngày 21/10/2020`,
  from: "2020-10-21",
  grade: "C",
  note: more ? { vi: `${OWN.vi} ${more.vi}`, en: `${OWN.en} ${more.en}` } : OWN,
});
