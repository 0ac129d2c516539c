import { capitalised } from "./Phrase";

/** Ranks of units, lower case inside a sentence. */
const RANKS = [
  ...["ủy ban nhân dân", "uỷ ban nhân dân", "phường", "xã", "thị trấn", "đặc khu"],
  ...["huyện", "quận", "thị xã", "thành phố", "tỉnh"],
];

/** The reporting unit inside a sentence: "UBND PHƯỜNG PHÚ SƠN" is "UBND phường Phú Sơn", other names stay as printed, none is "đơn vị". */
export function unitName(unit: string | undefined): string {
  const printed = unit?.normalize("NFC").replace(/\s+/g, " ").trim();
  if (!printed) return "đơn vị";
  if (printed !== printed.toLocaleUpperCase("vi") || !/^(?:UBND|[ỦU][ỶY] BAN NHÂN DÂN)(?: |$)/.test(printed)) return printed;
  const named = printed.split(" ").map((word) => capitalised(word.toLocaleLowerCase("vi"))).join(" ").replace(/^Ubnd\b/, "UBND");
  const ranked = RANKS.reduce((text, rank) => text.replace(new RegExp(`(^| )${rank}(?= )`, "giu"), `$1${rank}`), named);
  return capitalised(ranked);
}

/** Departments of a district, after "phòng"; "Phòng, chống tham nhũng" and its like are fields. */
const DEPARTMENT = "tài|văn hóa|nội vụ|tư pháp|giáo dục|lao động|nông nghiệp|kinh tế|quản lý|y tế|dân tộc|công thương";

/** Beginnings of labels that name a unit where others have a field, as in reports that list their units; "Sở hữu trí tuệ" is a field. */
const UNIT = new RegExp(
  "^(?:ubnd|ủy ban|uỷ ban|hđnd|sở(?! hữu)|ban (?:quản lý|dân tộc)|chi cục|chi nhánh|văn phòng|trung tâm|công an|" +
    `tỉnh|thành phố|thị xã|thị trấn|huyện|quận|phường|xã(?! hội)|đặc khu|phòng (?:${DEPARTMENT}))(?=[ ,]|$)`,
  "iu",
);

/** A label of column (2) inside a sentence: "Lĩnh vực Hộ tịch" and "Hộ tịch" are both "lĩnh vực Hộ tịch". */
export function fieldName(label: string): string {
  const text = label.normalize("NFC").replace(/\s+/g, " ").trim();
  const bare = text.replace(/^lĩnh vực:? /iu, "");
  return UNIT.test(bare) ? bare : `lĩnh vực ${bare}`;
}
