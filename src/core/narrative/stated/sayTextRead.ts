import type { TextAudit } from "../../audit";
import { formatCount } from "../../checks/columnWords";
import type { Language, Phrase } from "../../words";

/** What came of a text: that nothing was compared must not be taken for agreement. */
export function sayTextRead({ source, read, compared }: TextAudit): Phrase {
  const say = (count: number, language: Language): string => formatCount(count, language);
  if (read === 0) return { vi: `Lời văn (${source.vi}): không đọc được số hồ sơ nào để đối chiếu.`, en: `The text (${source.en}): no count of files in it could be read.` };
  if (compared === 0) {
    return {
      vi: `Lời văn (${source.vi}): đọc được ${say(read, "vi")} số hồ sơ, không số nào cùng kỳ và cùng phạm vi với bảng.`,
      en: `The text (${source.en}): ${say(read, "en")} counts of files were read, none of the table's period and whole.`,
    };
  }
  return {
    vi: `Lời văn (${source.vi}): đọc được ${say(read, "vi")} số hồ sơ, đã đối chiếu ${say(compared, "vi")} số với bảng.`,
    en: `The text (${source.en}): ${say(read, "en")} counts of files were read, ${say(compared, "en")} were held against the table.`,
  };
}
