import { FluentProvider, makeStyles, tokens } from "@fluentui/react-components";
import { useEffect, useMemo, useState, useSyncExternalStore } from "react";
import type { Language } from "../core/words/Phrase";
import { loadAhead } from "./later";
import { PaneContext, type Pane } from "./PaneContext";
import { PaneFrame } from "./PaneFrame";
import type { PaneHost } from "./PaneHost";
import { ErrorBoundary } from "./parts/ErrorBoundary";
import { PaneWork } from "./session/PaneWork";
import { SessionStore } from "./session/session";
import { DEFAULT_PREFERENCES, forgetPreferences, keepPreferences, loadPreferences, type Preferences } from "./settings/preferences";
import { THEMES, useThemeName } from "./settings/useTheme";
import { PANE_STRINGS } from "./strings/paneStrings";

/** What a ribbon button may ask the pane to begin with. */
export type FirstAction = "scaffold" | "compute" | "check" | "narrative";

/** How the pane looks at the moment, for a page that shows itself likewise. */
export interface Appearance {
  readonly language: Language;
  readonly theme: "light" | "dark" | "contrast";
}

export interface AppProps {
  readonly host: PaneHost;
  readonly firstAction?: FirstAction | undefined;
  /** Called at first and whenever the user chooses otherwise. */
  readonly onAppearance?: ((appearance: Appearance) => void) | undefined;
}

const useStyles = makeStyles({
  root: { height: "100%", backgroundColor: tokens.colorNeutralBackground1, color: tokens.colorNeutralForeground1 },
});

/** The pane: its session, its words and its colours around what is shown. */
export function App({ host, firstAction, onAppearance }: AppProps) {
  const styles = useStyles();
  const [preferences, setPreferences] = useState(loadPreferences);
  const [store] = useState(() => new SessionStore());
  const work = useMemo(() => new PaneWork(host, store), [host, store]);
  const session = useSyncExternalStore(store.subscribe, store.get);
  const language = preferences.language ?? host.language;
  const theme = useThemeName(host.theme, preferences.theme);

  useEffect(() => work.follow(), [work]);
  // Before the first action, which may be a check.
  useEffect(() => void work.setMarking(preferences.marks), [work, preferences.marks]);
  useEffect(() => loadAhead(host), [host]);
  useEffect(() => {
    if (firstAction === "check") void work.check();
    else if (firstAction) store.send({ kind: "opened", screen: firstAction });
  }, [work, store, firstAction]);
  useEffect(() => {
    document.documentElement.lang = language;
    onAppearance?.({ language, theme });
  }, [language, theme, onAppearance]);

  const pane = useMemo<Pane>(() => ({ host, work, language, strings: PANE_STRINGS[language], say: (phrase) => phrase[language] }), [host, work, language]);
  const prefer = (chosen: Preferences) => {
    setPreferences(chosen);
    keepPreferences(chosen);
  };

  const startOver = () => {
    work.restart();
    forgetPreferences();
    setPreferences(DEFAULT_PREFERENCES);
  };

  return (
    <FluentProvider theme={THEMES[theme]} className={styles.root}>
      <PaneContext value={pane}>
        <ErrorBoundary onRestart={startOver}>
          <PaneFrame
            session={session}
            preferences={preferences}
            onOpen={(screen) => store.send({ kind: "opened", screen })}
            onDismiss={() => store.send({ kind: "dismissed" })}
            onPrefer={prefer}
          />
        </ErrorBoundary>
      </PaneContext>
    </FluentProvider>
  );
}
