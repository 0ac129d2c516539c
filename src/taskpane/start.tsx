import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { App, type FirstAction } from "./App";
import type { PaneHost } from "./PaneHost";

/** Shows the pane in an element; the returned function takes it away. */
export function start(host: PaneHost, element: HTMLElement, firstAction?: FirstAction): () => void {
  const root = createRoot(element);
  root.render(
    <StrictMode>
      <App host={host} firstAction={firstAction} />
    </StrictMode>,
  );
  return () => root.unmount();
}
