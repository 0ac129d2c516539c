import type { Language } from "../../core/words/Phrase";
import { en } from "./strings.en";
import { vi, type Strings } from "./strings.vi";

const STRINGS: Readonly<Record<Language, Strings>> = { vi, en };

/** The pane's texts in a language. */
export const stringsOf = (language: Language): Strings => STRINGS[language];
