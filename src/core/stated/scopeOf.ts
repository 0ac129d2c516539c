import type { Token } from "./wordsOfText";

/** Who may be said to have received the files, with the name that follows; a word that opens a restriction is no name. */
const UNIT =
  /(?:^|[\s,:])((?:ubnd|[ủu][ỷy] ban nhân dân|đơn vị|sở|cục|chi cục|ban|văn phòng|trung tâm|phòng|công an)(?:\s+(?!(?:các|những|mọi|qua|tại|thuộc|của|về|nộp|theo|bằng|trực|lĩnh|chỉ)\s)[\p{L}\d]+){0,8})\s*,?\s*$/u;

/** Words before a count that take nothing away from the whole. */
const NEUTRAL = new Set(
  "về việc thực hiện kết quả cụ thể như sau tình hình tthc thủ tục hành chính tổng số là đã có được trong đó đến nay toàn theo báo cáo kỳ ngày liệu".split(" "),
);

/** Words after a count that take nothing away from the whole: "96 hồ sơ và …", "chiếm 23%". */
const NEUTRAL_AFTER = new Set(["và", "chiếm", "đạt", "tăng", "giảm", "bằng", "tthc"]);

const PERIODS: ReadonlySet<Token["kind"]> = new Set(["dates", "until", "named", "openPeriod", "loosePeriod"]);
const NEUTRAL_KINDS: ReadonlySet<Token["kind"]> = new Set([...PERIODS, "sign", "dash", "place", "files", "within-which", "namely", "say"]);

export const isPeriod = ({ kind }: Token): boolean => PERIODS.has(kind);

/** A word as written: "đạt" and "đất" are flattened alike. */
const wordIn = (text: string, { start, end }: Token): string => text.slice(start, end).toLowerCase();

/** What stands before a count: whether it speaks of everything, and of whom. */
export interface Lead {
  readonly whole: boolean;
  /** By offsets in the text. */
  readonly unit?: { readonly start: number; readonly end: number };
}

/** A heading's number: "6.", "a)". */
const isOrdinal = ({ flat }: Token): boolean => /^(?:\d{1,2}|[a-z])$/.test(flat);

/**
 * Judges the words before a count. Only where every one of them is known to take nothing away does the count speak of the whole:
 * what is not understood may restrict it.
 */
export function leadOf(text: string, tokens: readonly Token[]): Lead {
  const first = tokens[0];
  if (!first) return { whole: true };
  // Periods are set aside, so that a name does not run into them.
  let before = "";
  for (const token of tokens) {
    before = before.padEnd(token.start - first.start);
    before += isPeriod(token) ? " ".repeat(token.end - token.start) : text.slice(token.start, token.end).toLowerCase();
  }
  const found = UNIT.exec(before);
  const start = found ? first.start + found.index + found[0].indexOf(found[1]!) : 0;
  const unit = found && { start, end: start + found[1]!.length };
  const rest = tokens.filter((token) => !unit || token.end <= unit.start || token.start >= unit.end);
  const whole = rest.every((token, place) => NEUTRAL_KINDS.has(token.kind) || NEUTRAL.has(wordIn(text, token)) || (place <= 1 && isOrdinal(token)));
  return unit ? { whole, unit } : { whole };
}

/** Whether what follows a count leaves it as it is: "96 hồ sơ tại bộ phận …", and not "96 hồ sơ lĩnh vực …". */
export function leavesWhole(text: string, after: readonly Token[]): boolean {
  for (const token of after) {
    if (token.kind === "sign" || token.kind === "dash" || token.kind === "carried" || token.kind === "percent" || NEUTRAL_AFTER.has(wordIn(text, token))) return true;
    if (!isPeriod(token) && token.kind !== "place") return false;
  }
  return true;
}

/** Words in a heading that make what stands below it a part of the whole. */
const PARTIAL =
  /\b(?:cac xa|cap xa|cap huyen|cap tinh|nganh doc|truc tuyen|buu chinh|lien thong|muc do|toan trinh|mot phan|dich vu cong|thuoc tham quyen|quyet dinh|cong van|ky truoc|cung ky|quy truoc|linh vuc|phi dia gioi|danh muc|chung thuc|so hoa|phan anh|kien nghi|moi truong dien tu|khong phu thuoc)\b/;

/** Whether a heading leaves what follows the whole; what stands in brackets is a remark. */
export const headsWhole = (flat: string): boolean => !PARTIAL.test(flat.replace(/\s+/g, " ").replace(/\([^)]*\)/g, ""));
