import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { startExcel, type StartedExcel } from "../excel/startExcel";
import { START_TROUBLES } from "../excel/startTroubles";
import { App, type FirstAction } from "./App";
import type { PaneHost } from "./PaneHost";
import { showStartTrouble } from "./showStartTrouble";

const ACTIONS: readonly FirstAction[] = ["scaffold", "compute", "check", "narrative"];

/** What the ribbon button asked for: taskpane.html?action=check. */
function firstAction(): FirstAction | undefined {
  const wanted = new URLSearchParams(location.search).get("action");
  return ACTIONS.find((action) => action === wanted);
}

const element = document.getElementById("pane")!;
element.dataset["begun"] = "";

/** Shows the pane in an element; `onBroken` is called once the pane has broken down as a whole and is gone. */
function start(host: PaneHost, element: HTMLElement, firstAction: FirstAction | undefined, onBroken: () => void): void {
  element.replaceChildren();
  // React has taken the broken pane away by the next turn.
  const root = createRoot(element, { onUncaughtError: () => setTimeout(onBroken, 0) });
  root.render(
    <StrictMode>
      <App host={host} firstAction={firstAction} />
    </StrictMode>,
  );
}

/** Shows the pane, or why there is none; an answer that comes late still opens it. */
function show(started: StartedExcel): void {
  if (started.kind === "host") {
    start(started.host, element, firstAction(), () => showStartTrouble(START_TROUBLES.broken, element));
    return;
  }
  showStartTrouble(started.trouble, element);
  void started.late?.then(show);
}

void startExcel().then(show);
