import { createContext, useContext } from "react";
import type { Language, Phrase } from "../core/words/Phrase";
import type { PaneHost } from "./PaneHost";
import type { PaneWork } from "./session/PaneWork";
import type { Checked } from "./session/session";
import type { Strings } from "./strings/paneStrings";

/** What every part of the pane may need. */
export interface Pane {
  readonly host: PaneHost;
  readonly work: PaneWork;
  readonly language: Language;
  readonly strings: Strings;
  /** A phrase in the pane's language. */
  readonly say: (phrase: Phrase) => string;
}

export const PaneContext = createContext<Pane | undefined>(undefined);

/** The pane around a component. */
export function usePane(): Pane {
  const pane = useContext(PaneContext);
  if (!pane) throw new Error("A part of the pane was rendered outside it.");
  return pane;
}

/** What the findings shown were found in. */
export const CheckedContext = createContext<Checked | undefined>(undefined);
