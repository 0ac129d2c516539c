import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { App, type FirstAction } from "./App";
import type { PaneHost } from "./PaneHost";

/** Shows the pane in an element; `onBroken` is called once the pane has broken down as a whole and is gone. */
export function start(host: PaneHost, element: HTMLElement, firstAction: FirstAction | undefined, onBroken: () => void): void {
  element.replaceChildren();
  // React has taken the broken pane away by the next turn.
  const root = createRoot(element, { onUncaughtError: () => setTimeout(onBroken, 0) });
  root.render(
    <StrictMode>
      <App host={host} firstAction={firstAction} />
    </StrictMode>,
  );
}
