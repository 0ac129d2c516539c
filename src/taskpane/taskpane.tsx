import { startExcel, type StartedExcel } from "../excel/startExcel";
import { START_TROUBLES } from "../excel/startTroubles";
import type { FirstAction } from "./App";
import { showStartTrouble } from "./showStartTrouble";
import { start } from "./start";

const ACTIONS: readonly FirstAction[] = ["scaffold", "compute", "check", "narrative"];

/** What the ribbon button asked for: taskpane.html?action=check. */
function firstAction(): FirstAction | undefined {
  const wanted = new URLSearchParams(location.search).get("action");
  return ACTIONS.find((action) => action === wanted);
}

const element = document.getElementById("pane")!;
element.dataset["begun"] = "";

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
