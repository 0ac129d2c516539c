/** The languages of the pane. Official words of the forms stay Vietnamese in both. */
export type Language = "vi" | "en";

/** One thing said in every language. */
export type Phrase = Readonly<Record<Language, string>>;

/** Says it in every language. */
export const both = (say: (language: Language) => string): Phrase => ({ vi: say("vi"), en: say("en") });

/** error: arithmetic is wrong. warning: probably wrong, may be right. info: worth knowing. (UNECE: fatal and query edits.) */
export type Severity = "error" | "warning" | "info";

/** Severities, gravest first. */
export const SEVERITIES: readonly Severity[] = ["error", "warning", "info"];

/** What a marked cell is: guilty of something, or wrong only because it was added up from a guilty one. */
export type MarkKind = Severity | "follows";

/** Kinds of marks, strongest first: a cell that is two things is marked as the first. */
export const MARK_KINDS: readonly MarkKind[] = [...SEVERITIES, "follows"];

/** Words as the issuer prints them: data, in Vietnamese, accents and all. */
export type Official = string;

/** The text with its first letter in capitals, to begin a sentence. */
export function capitalised(text: string): string {
  const [first = "", ...rest] = text;
  return first.toLocaleUpperCase("vi") + rest.join("");
}
