import { part } from "../page/part";
import type { PaneHost } from "./PaneHost";

/** What is loaded when first used, so that the pane itself appears sooner. */
export const later = {
  examine: part(() => import("../core/examine")),
  dependsOnOthers: part(() => import("../core/sheet/dependsOnOthers")),
  library: part(() => import("../library")),
  forms: part(async () => (await import("../forms/loadForm")).loadForms()),
  kept: part(() => import("../core/justifications/Kept")),
  justify: part(() => import("../core/justifications/justify")),
  editsTogether: part(() => import("../core/suggestions/editsTogether")),
  compute: part(() => import("../core/compute/compute")),
  sayCompute: part(() => import("../core/compute/sayCompute")),
  scaffold: part(() => import("../core/scaffold/scaffold")),
  reportInfo: part(() => import("../core/head/ReportInfo")),
  planSet: part(() => import("../core/scaffold/planSet")),
  removableSheets: part(() => import("../core/scaffold/removableSheets")),
  planConversion: part(() => import("../core/convert/planConversion")),
  findingsView: part(() => import("./views/FindingsView")),
  conversionAction: part(() => import("./views/ConversionAction")),
  scaffoldPanel: part(() => import("./views/ScaffoldPanel")),
  computePanel: part(() => import("./views/ComputePanel")),
  narrativePanel: part(() => import("./views/NarrativePanel")),
  describePanel: part(() => import("./views/DescribePanel")),
  comparePanel: part(() => import("./views/ComparePanel")),
  settingsPanel: part(() => import("./views/SettingsPanel")),
};

/** Heavy and seldom wanted: never loaded ahead. */
export const loadDocx = part(() => import("../word/docx"));

export const loadWorkbookFile = part(() => import("../xlsx/openWorkbookFile"));

/** Loads the rest of the pane and of its host, one part after another, while nobody waits for anything. Returns what ends it. */
export function loadAhead({ parts = {} }: Pick<PaneHost, "parts">): () => void {
  let ended = false;
  const idle = () =>
    new Promise<void>((resolve) => {
      // Safari has no idle callbacks.
      if (typeof requestIdleCallback === "function") requestIdleCallback(() => resolve(), { timeout: 5_000 });
      else setTimeout(resolve, 500);
    });
  const loadAll = async () => {
    for (const load of [...Object.values(later), ...Object.values(parts)]) {
      await idle();
      if (ended) return;
      await load();
    }
  };
  // What cannot be loaded now is asked for again when it is used.
  void loadAll().catch(() => undefined);
  return () => {
    ended = true;
  };
}
