import type { TextAudit } from "./audit";
import type { StatedText } from "./stated/StatedFigure";
import { sayDecimal } from "./words/decimal";
import { both, type Language } from "./words/Phrase";

/** What came of a text: that nothing was compared must not be taken for agreement. */
export function sayTextRead({ source, figures }: StatedText, compared: number): TextAudit {
  const read = figures.length;
  const said = (language: Language): string => {
    const [all, some] = [sayDecimal(read, 0, language), sayDecimal(compared, 0, language)];
    if (language === "vi") {
      if (read === 0) return "không đọc được số hồ sơ nào để đối chiếu.";
      return `đọc được ${all} số hồ sơ, ${compared === 0 ? "không số nào cùng kỳ và cùng phạm vi với bảng" : `đã đối chiếu ${some} số với bảng`}.`;
    }
    if (read === 0) return "no count of files in it could be read.";
    return `${all} counts of files were read, ${compared === 0 ? "none of them of the table's period and whole" : `${some} of them held against the table`}.`;
  };
  return { source, read, compared, said: both((language) => `${language === "vi" ? "Lời văn" : "The text"} (${source[language]}): ${said(language)}`) };
}
