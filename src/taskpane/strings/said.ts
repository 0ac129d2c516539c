import type { Language, Phrase } from "../../core/words/Phrase";

/** Phrases, and what makes some, in one language. */
export type Said<Phrases> = Phrases extends Phrase
  ? string
  : Phrases extends (...args: infer Args) => Phrase
    ? (...args: Args) => string
    : { readonly [Key in keyof Phrases]: Said<Phrases[Key]> };

/** A table of phrases in each language. */
export function said<Phrases extends object>(phrases: Phrases): Readonly<Record<Language, Said<Phrases>>> {
  const inLanguage = (each: object, language: Language): unknown => {
    if (typeof each === "function") return (...args: unknown[]) => (each as (...args: unknown[]) => Phrase)(...args)[language];
    if ("vi" in each) return (each as Phrase)[language];
    return Object.fromEntries(Object.entries(each).map(([key, inside]) => [key, inLanguage(inside as object, language)]));
  };
  return { vi: inLanguage(phrases, "vi"), en: inLanguage(phrases, "en") } as Record<Language, Said<Phrases>>;
}
