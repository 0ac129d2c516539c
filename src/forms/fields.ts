import type { Form } from "../core/form/Form";
import { foldTight } from "../core/sheet/fold";
import type { Official } from "../core/words/Phrase";

/** A field ("lĩnh vực") in which procedures are handled: a row of the forms. */
export interface Field {
  /** Spelt out, without the word "Lĩnh vực": "Bảo trợ xã hội". Unique. */
  readonly name: Official;
  /** As a row prints it: with "Lĩnh vực" where the reports print it. */
  readonly label: Official;
  /** Other spellings seen in reports, abbreviations among them: "BTXH". */
  readonly aliases: readonly Official[];
}

const PREFIX = "Lĩnh vực ";

function field(name: Official, ...aliases: readonly Official[]): Field {
  return { name, label: PREFIX + name, aliases };
}

/** A field whose row is printed without "Lĩnh vực". */
function bareField(name: Official, ...aliases: readonly Official[]): Field {
  return { name, label: name, aliases };
}

/**
 * The 52 different fields of two real commune reports of 2024, in the printed order of the longer one:
 * 51 of phường Phú Sơn (Bỉm Sơn, Thanh Hóa, quarter I), which prints 52 rows because "Lâm nghiệp" stands there
 * twice, and "Tiếp công dân và xử lý đơn thư" of thị trấn Phú Mỹ (Phú Tân, An Giang), which Phú Sơn reports as
 * two fields. Who reports the two leaves the joint one at 0, and the other way round.
 * Abbreviations are spelt out and missing commas set; the printed spelling is then an alias.
 */
export const FIELD_CATALOGUE: readonly Field[] = [
  bareField("Đường bộ"),
  bareField("Giáo dục đào tạo thuộc hệ thống giáo dục quốc dân và các cơ sở khác", "Giáo dục đào tạo thuộc hệ thống GDQD và các cơ sở khác"),
  field("An toàn đập, hồ chứa thủy điện"),
  field("Bảo hiểm"),
  field("Bảo trợ xã hội", "BTXH"),
  field("Bồi thường nhà nước"),
  field("Chính quyền địa phương"),
  field("Chính sách"),
  field("Chính sách thuế"),
  field("Chứng thực"),
  field("Công tác dân tộc"),
  field("Dân số - Kế hoạch hóa gia đình", "Dân số - KHHGD", "Dân số - KHHGĐ"),
  field("Đăng ký biện pháp bảo đảm"),
  field("Đất đai"),
  field("Đường thủy nội địa"),
  field("Gia đình"),
  field("Giải quyết khiếu nại"),
  field("Giám định y khoa"),
  field("Giáo dục và Đào tạo"),
  field("Hộ tịch"),
  field("Hoạt động tín dụng"),
  field("Khen thưởng của Bộ Quốc phòng"),
  field("Kinh tế hợp tác và Phát triển nông thôn"),
  field("Lâm nghiệp"),
  field("Lao động tiền lương"),
  field("Lễ hội"),
  field("Môi trường"),
  field("Người có công", "NCC"),
  field("Nông nghiệp và Phát triển nông thôn", "Nông nghiệp và PTNT"),
  field("Nông thôn mới"),
  field("Nuôi con nuôi"),
  field("Phổ biến, giáo dục pháp luật"),
  field("Phòng, chống thiên tai"),
  field("Phòng, chống tệ nạn xã hội"),
  field("Phòng, chống tham nhũng"),
  field("Tài nguyên nước"),
  field("Thành lập và hoạt động của tổ hợp tác"),
  field("Thể dục, thể thao"),
  field("Thi đua, khen thưởng", "TĐ-KT"),
  field("Thi đua, khen thưởng Trung ương"),
  field("Thư viện"),
  field("Thủy lợi"),
  field("Tiếp công dân"),
  field("Tôn giáo Chính phủ"),
  field("Trẻ em"),
  field("Trồng trọt"),
  field("Văn hóa"),
  field("Việc làm"),
  field("Xử lý đơn thư"),
  bareField("Quảng cáo"),
  bareField("Tiếp công dân và xử lý đơn thư", "Tiếp dân và xử lý đơn thư"),
  bareField("Văn bằng, chứng chỉ"),
];

/** The seven fields in which thị trấn Phú Mỹ had files between 15/12/2023 and 19/5/2024, in its order: what a commune mostly handles. */
export const COMMON_FIELDS: readonly Field[] = [
  "Chứng thực",
  "Hộ tịch",
  "Thi đua, khen thưởng",
  "Bảo trợ xã hội",
  "Người có công",
  "Đất đai",
  "Tiếp công dân và xử lý đơn thư",
].map((name) => FIELD_CATALOGUE.find((each) => each.name === name)!);

/** What two spellings of a label have in common: case, diacritics, punctuation and "Lĩnh vực" aside. */
const spelling = (label: string): string => foldTight(label).replace(/^linhvuc(?=.)/, "");

const BY_SPELLING: ReadonlyMap<string, Field> = new Map(
  FIELD_CATALOGUE.flatMap((each) => [each.name, ...each.aliases].map((name) => [spelling(name), each] as const)),
);

/** The field of the catalogue that a row's label means, abbreviated or not; undefined for one it does not hold. */
export function findField(label: string): Field | undefined {
  return BY_SPELLING.get(spelling(label));
}

/** A line of the user's list that names a field named before it. */
export interface DuplicateField {
  readonly label: string;
  /** Counted from 1, as an editor shows it. */
  readonly line: number;
  readonly firstLine: number;
}

/** A list of fields as typed or pasted by the user. */
export interface FieldList {
  /** Each field once, worded as the user worded it first. */
  readonly labels: readonly string[];
  readonly duplicates: readonly DuplicateField[];
}

const LIST_MARK = /^(?:\d{1,3}(?:\s*[.):/-]+\s*|\s+)|[-+*•–—]\s*)/u;

/** The label on a line: without "1.", "-" or, on a row pasted from a sheet, the cells of digits before and behind it. */
function labelOn(line: string): string {
  const cells = line.normalize("NFC").split("\t").map((cell) => cell.replace(/[\s\u00a0]+/g, " ").trim());
  return (cells.find((cell) => /\p{L}/u.test(cell)) ?? "").replace(LIST_MARK, "");
}

/** Reads the user's own list, one field a line. Empty lines are passed over; repeated fields are left out and reported. */
export function fieldsFromText(text: string): FieldList {
  const firstLines = new Map<string, number>();
  const labels: string[] = [];
  const duplicates: DuplicateField[] = [];
  text.split(/\r\n|\r|\n/).forEach((each, index) => {
    const label = labelOn(each);
    if (label === "") return;
    const line = index + 1;
    const key = findField(label)?.name ?? spelling(label);
    const firstLine = firstLines.get(key);
    if (firstLine !== undefined) {
      duplicates.push({ label, line, firstLine });
      return;
    }
    firstLines.set(key, line);
    labels.push(label);
  });
  return { labels, duplicates };
}

/** Lines without names, for lists that are no fields: units, of which nobody knows which. */
const UNNAMED = Array.from({ length: 10 }, () => "");

/** What the rows of a new table are called where nobody says otherwise: the usual fields, or lines to be named. */
export const usualRows = ({ tables: [{ rows }] }: Form): readonly Official[] => ("each" in rows && rows.each !== "field" ? UNNAMED : COMMON_FIELDS.map(({ label }) => label));
