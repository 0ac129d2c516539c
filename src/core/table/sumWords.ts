import { fold } from "../sheet/fold";

/** What the words of a sum tell: which of several it is. grand: of all. group: of a part, whichever. bare: nothing. more: something else. */
export type SumWords = "grand" | "group" | "bare" | "more";

/** Names that begin with a word for sums. */
const NO_SUM = /^(?:tổng\s+(?:hợp|công\s+ty|cục|đài|kết|đội|thanh\s+tra|liên\s+đoàn)|cộng\s+(?:đồng|tác|hòa|hoà|sản))(?!\p{L})/u;
const SUM =
  /^[^\p{L}\p{N}]*(?:(?:tổng|cộng|t\s?\.\s?cộng|tc|sub-?total|grand\s+total|total|toàn\s+(?:tỉnh|thành|huyện|quận|thị|xã|phường|đơn\s+vị|ngành|bộ|bảng|biểu)|cả\s+(?:tỉnh|nước|năm|đơn\s+vị))(?!\p{L}))/u;
const SUM_UNACCENTED = /^[^\p{L}\p{N}]*(?:tong|cong|t\s?\.\s?cong|tc)(?=$|[^\p{L}]*$|\s+(?:cong|so|chung|muc|phan|nhom|cap|[ivx]+|[a-h])(?!\p{L}))/u;
const ENDS_SO = /(?:^|\s)total$/u;
const GRAND = /(?:tong|cong)\s*(?:cong|chung)|(?:^|\s)(?:toan|ca)\s+\p{L}|grand\s+total|\(\s*[ivxa-h]+\s*\+/u;
const GROUP = /(?:^|\s)(?:muc|phan|nhom|phu|nho|tieu|khoi|cum)(?:\s|$)|\(\s*\d+\s*\+|(?:^|\s)(?:sub-?)?total$/u;
/** Words that only say that it is a sum. */
const SUM_WORDS = /(?:^|\s)(?:tong|cong|so|chung|tc|total|grand|sub|muc|phan|nhom|phu|nho|tieu|ho so)(?=\s|$)/gu;
/** Words of sums begin so, or end in "total". Hardly any other label does. */
const MAY_SAY = /^[^\p{L}]*[tcgs]|total\s*$/iu;

/** What a label says of a sum; nothing where its words are of none. */
export function sumWords(label: string): SumWords | undefined {
  if (!MAY_SAY.test(label)) return undefined;
  const text = label.normalize("NFC").toLocaleLowerCase("vi").replace(/\s+/gu, " ");
  const folded = fold(label);
  const isAccented = text.normalize("NFD") !== text || /đ/u.test(text);
  const isSum = isAccented ? SUM.test(text) && !NO_SUM.test(text.replace(/^[^\p{L}]+/u, "")) : SUM.test(text) || SUM_UNACCENTED.test(folded);
  if (!isSum && !ENDS_SO.test(folded)) return undefined;
  if (GRAND.test(folded)) return "grand";
  if (GROUP.test(folded)) return "group";
  return folded.replace(SUM_WORDS, "").replace(/[^\p{L}\p{N}]/gu, "") === "" ? "bare" : "more";
}

/** What is added up by the words of a sum, folded: "cap tinh" of "Cộng cấp tỉnh". */
export const addedIn = (folded: string): string =>
  folded
    .replace(SUM_WORDS, " ")
    .replace(/[^\p{L}\p{N}+]+/gu, " ")
    .trim();
