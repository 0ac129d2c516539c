import { START_TROUBLES } from "../excel/startTroubles";
import { showStartTrouble } from "./showStartTrouble";

/** From when the page was asked for, in milliseconds; what is shown must be shown within five seconds. */
const PATIENCE_MS = 4_800;

// A script of its own, loaded before Office.js: when a network swallows one of the others, the page would stay silent.
setTimeout(() => {
  const pane = document.getElementById("pane");
  if (!pane?.querySelector(".pane-opening")) return;
  const begun = pane.dataset["begun"] !== undefined;
  const why = typeof Office === "undefined" ? "blocked" : begun ? "silent" : "incomplete";
  showStartTrouble(START_TROUBLES[why], pane);
}, Math.max(0, PATIENCE_MS - performance.now()));
