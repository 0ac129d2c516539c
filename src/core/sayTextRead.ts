import type { TextAudit } from "./audit";
import { formatCount } from "./checks/columnWords";
import type { StatedText } from "./stated/StatedText";
import type { Phrase } from "./words/Phrase";

function said({ vi, en }: Phrase, read: number, compared: number): Phrase {
  if (read === 0) return { vi: `Lời văn (${vi}): không đọc được số hồ sơ nào để đối chiếu.`, en: `The text (${en}): no count of files in it could be read.` };
  if (compared === 0) {
    return {
      vi: `Lời văn (${vi}): đọc được ${formatCount(read, "vi")} số hồ sơ, không số nào cùng kỳ và cùng phạm vi với bảng.`,
      en: `The text (${en}): ${formatCount(read, "en")} counts of files were read, none of them of the table's period and whole.`,
    };
  }
  return {
    vi: `Lời văn (${vi}): đọc được ${formatCount(read, "vi")} số hồ sơ, đã đối chiếu ${formatCount(compared, "vi")} số với bảng.`,
    en: `The text (${en}): ${formatCount(read, "en")} counts of files were read, ${formatCount(compared, "en")} of them held against the table.`,
  };
}

/** What came of a text: that nothing was compared must not be taken for agreement. */
export function sayTextRead({ source, figures }: StatedText, compared: number): TextAudit {
  return { source, read: figures.length, compared, said: said(source, figures.length, compared) };
}
