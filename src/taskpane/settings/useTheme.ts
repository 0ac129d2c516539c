import { teamsHighContrastTheme, webDarkTheme, webLightTheme, type Theme } from "@fluentui/react-components";
import { useSyncExternalStore } from "react";
import type { PaneHost } from "../PaneHost";
import type { Preferences } from "./preferences";

const DARK = "(prefers-color-scheme: dark)";

function subscribe(listener: () => void): () => void {
  if (typeof matchMedia === "undefined") return () => undefined;
  const query = matchMedia(DARK);
  query.addEventListener("change", listener);
  return () => query.removeEventListener("change", listener);
}

const prefersDark = (): boolean => typeof matchMedia !== "undefined" && matchMedia(DARK).matches;

/** The colours to show: the user's choice, else the program's, else the browser's. */
export function useThemeName(host: PaneHost["theme"], chosen: Preferences["theme"]): "light" | "dark" | "contrast" {
  const systemDark = useSyncExternalStore(subscribe, prefersDark, () => false);
  if (chosen !== "host") return chosen;
  if (host !== "system") return host;
  return systemDark ? "dark" : "light";
}

const FONT = "'Segoe UI', 'Segoe UI Web (West European)', system-ui, -apple-system, Roboto, 'Noto Sans', 'DejaVu Sans', sans-serif";

export const THEMES: Readonly<Record<"light" | "dark" | "contrast", Theme>> = {
  light: { ...webLightTheme, fontFamilyBase: FONT },
  dark: { ...webDarkTheme, fontFamilyBase: FONT },
  contrast: { ...teamsHighContrastTheme, fontFamilyBase: FONT },
};
