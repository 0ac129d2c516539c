import type { OtherPlace } from "../core/proofreading/Claim";
import type { Proofreading } from "../core/proofreading/proofread";
import type { UnreadFigure } from "../core/proofreading/readFigures";
import type { TextStretch } from "../core/stated/paragraphsOf";
import type { Language, Phrase } from "../core/words/Phrase";
import { SEVERITY } from "./reportText";

const WHY_UNREAD: Readonly<Record<UnreadFigure["why"], Phrase>> = {
  notation: { vi: "không phải cách viết số thông thường", en: "no usual way of writing a number" },
  size: { vi: "số quá lớn", en: "the number is too large" },
};

const oneLine = (words: string): string => words.replace(/\s+/g, " ").trim();

/** What came of proofreading a report, as other programs read it; `at` are UTF-16 offsets into the text as read. */
export function proofreadingJson(file: string, { text, figures, claims, findings }: Proofreading, language: Language) {
  const place = (stretch: TextStretch) => ({ at: text.spanOf(stretch), quote: text.text.slice(stretch.start, stretch.end) });
  const other = ({ at, cell }: OtherPlace) => ({ ...(at ? place(at) : {}), ...(cell === undefined ? {} : { cell }) });
  return {
    file,
    figures: {
      seen: figures.figures.length + figures.unread.length,
      read: figures.figures.length,
      unread: figures.unread.map((each) => ({ ...place(each), why: WHY_UNREAD[each.why][language] })),
    },
    claims: claims.map(({ kind, at, verdict }) => ({ kind, ...place(at), verdict })),
    findings: findings.map((finding) => ({
      severity: finding.severity,
      ...place(finding.at),
      stated: finding.stated,
      expected: finding.expected,
      ...(finding.other ? { other: other(finding.other) } : {}),
      message: finding.message[language],
      suggestion: suggestionOf(finding)[language],
    })),
  };
}

/** What to do about a finding. */
function suggestionOf({ stated, expected }: { readonly stated: string; readonly expected: string }): Phrase {
  if (expected === "") return { vi: `Kiểm tra lại “${stated}” với số liệu gốc.`, en: `Hold “${stated}” against the source.` };
  return { vi: `Nếu các số còn lại đúng, sửa “${stated}” thành “${expected}”.`, en: `If the other figures are right, change “${stated}” to “${expected}”.` };
}

/** What came of proofreading a report, for people: how much was read and compared, then one finding a line, with its place. */
export function proofreadingText(file: string, { text, figures, claims, findings }: Proofreading, language: Language): string {
  const compared = claims.filter(({ verdict }) => verdict !== "cannot-tell");
  const agreeing = compared.filter(({ verdict }) => verdict === "agrees").length;
  const [read, unread] = [figures.figures.length, figures.unread.length];
  const lines = [
    language === "vi"
      ? `${file}: đọc ${read}/${read + unread} số; ${compared.length} điều đối chiếu được, ${agreeing} khớp, ${compared.length - agreeing} lệch`
      : `${file}: ${read} of ${read + unread} figures read; ${compared.length} claims compared, ${agreeing} agree, ${compared.length - agreeing} differ`,
  ];
  for (const finding of findings) {
    const line = lineOf(text.text, finding.at.start);
    lines.push(`  ${SEVERITY[finding.severity][language]} ${language === "vi" ? "dòng" : "line"} ${line}  “${oneLine(text.text.slice(finding.at.start, finding.at.end))}”: ${finding.message[language]}`);
    if (finding.other?.at) lines.push(`      ${language === "vi" ? "xem" : "see"} ${language === "vi" ? "dòng" : "line"} ${lineOf(text.text, finding.other.at.start)}: “${shortened(oneLine(text.text.slice(finding.other.at.start, finding.other.at.end)))}”`);
    if (finding.other?.cell !== undefined) lines.push(`      ${language === "vi" ? "xem ô" : "see cell"} ${finding.other.cell}`);
    lines.push(`      → ${suggestionOf(finding)[language]}`);
  }
  lines.push(...figures.unread.map((each) => `      ${language === "vi" ? "chưa đọc được" : "not read"}: “${text.text.slice(each.start, each.end)}” (${WHY_UNREAD[each.why][language]})`));
  return lines.join("\n");
}

const LONGEST_QUOTE = 120;
const shortened = (words: string): string => (words.length > LONGEST_QUOTE ? `${words.slice(0, LONGEST_QUOTE)}…` : words);

/** Counted from 1. */
const lineOf = (text: string, at: number): number => text.slice(0, at).split("\n").length;
