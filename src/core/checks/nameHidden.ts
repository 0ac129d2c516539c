import { bareText } from "../table/writtenCount";
import type { Figure } from "../figures/Table";
import type { Language } from "../words/Phrase";
import { listed } from "./columnWords";

/** Characters that cannot be seen, by their code points, as people may have heard of them. */
const NAMES: Readonly<Record<number, Readonly<Record<Language, string>>>> = {
  0xa0: { vi: "khoảng trắng không ngắt", en: "no-break space" },
  0xad: { vi: "dấu nối ẩn", en: "soft hyphen" },
  0x200b: { vi: "khoảng trắng không độ rộng", en: "zero-width space" },
  0x200c: { vi: "dấu tách chữ ẩn", en: "zero-width non-joiner" },
  0x200d: { vi: "dấu nối chữ ẩn", en: "zero-width joiner" },
  0x200e: { vi: "dấu hướng chữ trái sang phải", en: "left-to-right mark" },
  0x200f: { vi: "dấu hướng chữ phải sang trái", en: "right-to-left mark" },
  0x2060: { vi: "dấu nối từ ẩn", en: "word joiner" },
  0xfeff: { vi: "dấu thứ tự byte (BOM)", en: "byte order mark" },
};
const OTHER: Readonly<Record<Language, string>> = { vi: "ký tự điều khiển", en: "control character" };

/** The characters that cannot be seen in some figures, each once: "khoảng trắng không độ rộng U+200B". */
export function nameHidden(figures: readonly Figure[], language: Language): string {
  const codes = new Set(figures.flatMap(({ cell: { value, raised } }) => (value.kind === "text" ? bareText(value.text, raised).hidden.map((each) => each.charCodeAt(0)) : [])));
  return listed([...codes].map((code) => `${(NAMES[code] ?? OTHER)[language]} U+${code.toString(16).toUpperCase().padStart(4, "0")}`), language);
}
