import type { Table } from "../figures/Table";
import { both, type Phrase } from "../words/Phrase";
import type { Finding } from "./Finding";

/** The check that stands for whatever broke down while a table was judged. */
export const BROKEN_CHECK = "broken";

/** What went wrong where nobody expected it, in the words of the engine: "Maximum call stack size exceeded". */
export const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/** That a sheet, or a text, could not be judged: silence must not be taken for health. */
export const sayBroken = (error: unknown): Phrase => ({
  vi: `Chưa kiểm tra được do sự cố ngoài dự kiến (${messageOf(error)}). Hãy gửi tệp này cho bộ phận hỗ trợ.`,
  en: `This could not be checked because of something unexpected (${messageOf(error)}). Please send the file to support.`,
});

/** That some checks of a table broke down. The others, and other tables, were judged all the same. @param titles What those checks say must hold. */
export function brokenFinding({ form, sheet, range }: Table, titles: readonly Phrase[], error: unknown): Finding {
  const message = both((language) => {
    const named = titles.map((title) => title[language]).join("; ");
    return language === "vi"
      ? `Bảng này chưa được kiểm tra hết do sự cố ngoài dự kiến (${messageOf(error)}): ${named}. Các nội dung khác vẫn được kiểm tra; hãy gửi tệp này cho bộ phận hỗ trợ.`
      : `This table was not checked to its end because of something unexpected (${messageOf(error)}): ${named}. All else was checked; please send the file to support.`;
  });
  return {
    id: [form.id, sheet, BROKEN_CHECK, range.top].join("/"),
    sheet,
    form: form.id,
    severity: "warning",
    cells: [{ row: range.top, column: range.left }],
    message,
    reasons: [{ check: BROKEN_CHECK, phrase: message }],
    suggestions: [],
  };
}
