import type { Language } from "../../core/words/Phrase";
import { forget, remember, remembered } from "./remembered";

/** What the user chose about the pane itself. Kept on this computer only. */
export interface Preferences {
  /** Absent: the program's language. */
  readonly language?: Language;
  readonly theme: "host" | "light" | "dark";
  /** Whether a check marks what it finds on the sheets; off, it writes nothing into the workbook. */
  readonly marks: boolean;
}

export const DEFAULT_PREFERENCES: Preferences = { theme: "host", marks: true };

const KEY = "kiem-soat-tthc.preferences";

/** What was kept, or the defaults; storage may hold anything. */
export function loadPreferences(): Preferences {
  const { language, theme, marks } = Object(remembered(KEY)) as Partial<Record<keyof Preferences, unknown>>;
  return {
    ...(language === "vi" || language === "en" ? { language } : {}),
    theme: theme === "light" || theme === "dark" ? theme : "host",
    marks: marks !== false,
  };
}

/** Drops what was kept. */
export const forgetPreferences = (): void => forget(KEY);

/** Keeps the choice on this computer. */
export const keepPreferences = (preferences: Preferences): void => remember(KEY, preferences);
