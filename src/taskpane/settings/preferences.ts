import type { Language } from "../../core/words/Phrase";

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

/** What was kept, or the defaults; storage may be forbidden or hold anything. */
export function loadPreferences(): Preferences {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(KEY) ?? "null");
    if (typeof kept !== "object" || kept === null) return DEFAULT_PREFERENCES;
    const { language, theme, marks } = kept as Partial<Record<keyof Preferences, unknown>>;
    return {
      ...(language === "vi" || language === "en" ? { language } : {}),
      theme: theme === "light" || theme === "dark" ? theme : "host",
      marks: marks !== false,
    };
  } catch {
    return DEFAULT_PREFERENCES;
  }
}

/** Drops what was kept. */
export function forgetPreferences(): void {
  try {
    localStorage.removeItem(KEY);
  } catch {
    // Where storage is forbidden nothing was kept.
  }
}

/** Keeps the choice; where storage is forbidden it lasts as long as the pane is open. */
export function keepPreferences(preferences: Preferences): void {
  try {
    localStorage.setItem(KEY, JSON.stringify(preferences));
  } catch {
    // Nothing to do: the choice holds until the pane closes.
  }
}
