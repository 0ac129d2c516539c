import { fold } from "../sheet/fold";
import { isNote as beginsNote, leads } from "../table/rowWords";
import { ordinalOfLabel, readOrdinal, type Ordinal } from "./readOrdinal";
import type { RowEvidence } from "./RowEvidence";

/** What the words of a sum tell: which of several it is. grand: of all. group: of a part, whichever. bare: nothing. more: something else. */
export type SumWords = "grand" | "group" | "bare" | "more";

/** What ordinal and words of a row say by themselves. They are hints: figures may say otherwise. */
export interface RowSigns {
  readonly ordinal: Ordinal;
  readonly sum?: SumWords;
  /** What is added up, folded, where a sum says so: "cap tinh" of "Cộng cấp tỉnh", "i" of "Tổng mục I". */
  readonly of: string;
  /** The label, without an ordinal before it. */
  readonly label: string;
  /** "Trong đó", "Chia ra": what follows belongs to the row above. */
  readonly leads: boolean;
}

/** The label as it is compared with others. */
export const nameOf = ({ label }: RowSigns): string => fold(label);
/** Whether a label begins a note, or the name of a unit. */
export const isNote = (signs: RowSigns): boolean => beginsNote(signs.label) || NOTE.test(nameOf(signs));
export const isUnit = (signs: RowSigns): boolean => UNIT.test(nameOf(signs));

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
/** Further texts that are no rows, where no figures stand beside them. */
const NOTE = /^\s*(?:so lieu (?:trich|lay|tinh|tu)|\(|\*)/u;
const UNIT = /^(?:ubnd|uy ban|so |phong |trung tam|ban |chi cuc|don vi|van phong|bo phan|xa |phuong |thi tran )/u;

function sumWords(text: string, folded: string): SumWords | undefined {
  const isAccented = text.normalize("NFD") !== text || /đ/u.test(text);
  const isSum = isAccented ? SUM.test(text) && !NO_SUM.test(text.replace(/^[^\p{L}]+/u, "")) : SUM.test(text) || SUM_UNACCENTED.test(folded);
  if (!isSum && !ENDS_SO.test(folded)) return undefined;
  if (GRAND.test(folded)) return "grand";
  if (GROUP.test(folded)) return "group";
  return folded.replace(SUM_WORDS, "").replace(/[^\p{L}\p{N}]/gu, "") === "" ? "bare" : "more";
}

/** Words for sums, and those that lead to parts, begin so once folded, or end in "total". Hardly any other row does. */
const MAY_SAY = /^[^\p{L}]*(?:t(?:ong|o(?:tal|an)|rong|c|\s?\.)|c(?:ong|a\s|hia|u the|hi tiet)|grand|gom|sub|bao|o do)|total$/u;

/** What a row's ordinal and words say. */
export function rowSigns({ ordinal: printed, label: written, says }: RowEvidence): RowSigns {
  const own = readOrdinal(printed);
  const isBare = own.kind === "none" || own.kind === "words";
  const { ordinal, rest: label } = isBare ? ordinalOfLabel((written === "" ? printed : written).trim()) : { ordinal: own, rest: written.trim() };
  const name = fold(label);
  if (says !== "total" && !MAY_SAY.test(name)) return { ordinal, of: "", label, leads: false };
  const text = label.normalize("NFC").toLocaleLowerCase("vi").replace(/\s+/gu, " ");
  const sum = says === "total" ? "grand" : sumWords(text, name);
  return {
    ordinal,
    ...(sum ? { sum } : {}),
    of: sum
      ? name
          .replace(SUM_WORDS, " ")
          .replace(/[^\p{L}\p{N}+]+/gu, " ")
          .trim()
      : "",
    label,
    leads: leads(label),
  };
}
