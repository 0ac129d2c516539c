import { part } from "../page/part";
import type { PaneHost } from "./PaneHost";

/** What is loaded when first used, so that the pane itself appears sooner. */
export const later = {
  examine: part(() => import("../core/examine")),
  library: part(() => import("../library")),
  kept: part(() => import("../core/justifications/Kept")),
  justify: part(() => import("../core/justifications/justify")),
  editsTogether: part(() => import("../core/suggestions/editsTogether")),
  compute: part(() => import("../core/compute/compute")),
  sayCompute: part(() => import("../core/compute/sayCompute")),
  scaffold: part(() => import("../core/scaffold/scaffold")),
  findingsView: part(() => import("./views/FindingsView")),
  scaffoldPanel: part(() => import("./views/ScaffoldPanel")),
  computePanel: part(() => import("./views/ComputePanel")),
  narrativePanel: part(() => import("./views/NarrativePanel")),
  settingsPanel: part(() => import("./views/SettingsPanel")),
};

/** Heavy and seldom wanted: never loaded ahead. */
export const loadDocx = part(() => import("../word/docx"));

/** Loads the rest of the pane and of its host, one part after another, while nobody waits for anything. Returns what ends it. */
export function loadAhead({ parts = {} }: Pick<PaneHost, "parts">): () => void {
  let ended = false;
  const whenIdle = (work: () => void) => {
    // Safari has no idle callbacks.
    if (typeof requestIdleCallback === "function") requestIdleCallback(work, { timeout: 5_000 });
    else setTimeout(work, 500);
  };
  const next = (parts: readonly (() => Promise<unknown>)[]) => {
    const [first, ...rest] = parts;
    if (!first) return;
    // What cannot be loaded now is asked for again when it is used.
    whenIdle(() => void (ended ? undefined : first().then(() => next(rest), () => undefined)));
  };
  next([...Object.values(later), ...Object.values(parts)]);
  return () => {
    ended = true;
  };
}
