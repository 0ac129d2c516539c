import type { Trouble } from "../core/Trouble";
import { startExcel } from "../excel/startExcel";
import type { FirstAction } from "./App";
import { start } from "./start";

const ACTIONS: readonly FirstAction[] = ["scaffold", "compute", "check", "narrative"];

/** What the ribbon button asked for: taskpane.html?action=check. */
function firstAction(): FirstAction | undefined {
  const wanted = new URLSearchParams(location.search).get("action");
  return ACTIONS.find((action) => action === wanted);
}

/** Without Excel there is no pane to show, only why and what to do, in both languages. */
function showTrouble({ what, remedy }: Trouble, element: HTMLElement): void {
  const lines = [`${what.vi} ${remedy.vi}`, `${what.en} ${remedy.en}`].map((words) => {
    const line = document.createElement("p");
    line.className = "pane-opening";
    line.setAttribute("role", "alert");
    line.textContent = words;
    return line;
  });
  element.replaceChildren(...lines);
}

const element = document.getElementById("pane")!;
void startExcel().then((started) => {
  if (started.kind === "host") start(started.host, element, firstAction());
  else showTrouble(started.trouble, element);
});
