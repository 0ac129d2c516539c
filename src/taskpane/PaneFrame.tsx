import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { Settings20Regular } from "@fluentui/react-icons/svg/settings";
import { ShieldCheckmark16Regular } from "@fluentui/react-icons/svg/shield-checkmark";
import { lazy, Suspense, useEffect, useRef } from "react";
import { later } from "./later";
import { usePane } from "./PaneContext";
import { ActionsBar } from "./parts/ActionsBar";
import { MarkSwitch } from "./parts/MarkSwitch";
import { Announcement, NoticeBar } from "./parts/NoticeBar";
import { TroubleBar } from "./parts/TroubleBar";
import { WorkingBar } from "./parts/WorkingBar";
import type { Screen, Session } from "./session/session";
import type { Preferences } from "./settings/preferences";
import { Welcome } from "./views/Welcome";

const FindingsView = lazy(async () => ({ default: (await later.findingsView()).FindingsView }));
const ScaffoldPanel = lazy(async () => ({ default: (await later.scaffoldPanel()).ScaffoldPanel }));
const ComputePanel = lazy(async () => ({ default: (await later.computePanel()).ComputePanel }));
const NarrativePanel = lazy(async () => ({ default: (await later.narrativePanel()).NarrativePanel }));
const DescribePanel = lazy(async () => ({ default: (await later.describePanel()).DescribePanel }));
const ComparePanel = lazy(async () => ({ default: (await later.comparePanel()).ComparePanel }));
const SettingsPanel = lazy(async () => ({ default: (await later.settingsPanel()).SettingsPanel }));

interface PaneFrameProps {
  readonly session: Session;
  readonly preferences: Preferences;
  readonly onOpen: (screen: Screen) => void;
  readonly onDismiss: () => void;
  readonly onPrefer: (preferences: Preferences) => void;
}

const useStyles = makeStyles({
  frame: { display: "flex", flexDirection: "column", height: "100%", minWidth: 0 },
  // Office draws its own menu over the top right 34 × 32 px.
  head: {
    display: "flex",
    alignItems: "center",
    minHeight: "36px",
    boxSizing: "border-box",
    padding: `${tokens.spacingVerticalXS} 44px 0 ${tokens.spacingHorizontalL}`,
  },
  name: { margin: 0, fontSize: tokens.fontSizeBase400, fontWeight: tokens.fontWeightSemibold, lineHeight: tokens.lineHeightBase400 },
  content: {
    flexGrow: 1,
    minHeight: 0,
    overflowY: "auto",
    overflowX: "hidden",
    // The scrollbar takes its room from the right margin.
    padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalXS} ${tokens.spacingVerticalXL} ${tokens.spacingHorizontalL}`,
    scrollbarGutter: "stable",
    scrollbarWidth: "thin",
    outlineStyle: "none",
  },
  foot: {
    display: "flex",
    alignItems: "center",
    justifyContent: "space-between",
    gap: tokens.spacingHorizontalS,
    padding: `${tokens.spacingVerticalXXS} ${tokens.spacingHorizontalS} ${tokens.spacingVerticalXXS} ${tokens.spacingHorizontalL}`,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
  },
  describe: { marginBottom: tokens.spacingVerticalM },
  privacy: { display: "inline-flex", alignItems: "center", gap: tokens.spacingHorizontalXS },
});

/** The pane's fixed parts, and the screen the session is at between them. */
export function PaneFrame({ session, preferences, onOpen, onDismiss, onPrefer }: PaneFrameProps) {
  const styles = useStyles();
  const { strings, work } = usePane();
  const content = useRef<HTMLDivElement>(null);
  const { screen, notice, trouble } = session;
  const marking = (
    <>
      <MarkSwitch on={preferences.marks} marked={session.marked} onChange={(marks) => onPrefer({ ...preferences, marks })} />
      <Button className={styles.describe} size="small" appearance="secondary" data-testid="describe" onClick={() => onOpen("describe")}>
        {strings.describe}
      </Button>
      <Button className={styles.describe} size="small" appearance="secondary" data-testid="compare" onClick={() => onOpen("compare")}>
        {strings.compare}
      </Button>
    </>
  );

  // A new screen, and what must be read, begin at the top.
  useEffect(() => {
    if (content.current) content.current.scrollTop = 0;
  }, [screen, notice?.shown, trouble]);

  // Whoever pressed a button that went with its screen goes on in the new one.
  const first = useRef(true);
  useEffect(() => {
    if (!first.current && document.activeElement === document.body) content.current?.focus({ preventScroll: true });
    first.current = false;
  }, [screen]);

  return (
    <div className={styles.frame}>
      <header className={styles.head}>
        <h1 className={styles.name}>{strings.name}</h1>
      </header>
      <ActionsBar session={session} onOpen={onOpen} />
      <div ref={content} className={styles.content} tabIndex={-1}>
        {trouble && <TroubleBar trouble={trouble} testId="trouble" onRetry={() => work.retry()} onRestart={() => work.restart()} />}
        <WorkingBar working={session.working} />
        <NoticeBar notice={session.notice} onDismiss={onDismiss} />
        <Suspense fallback={null}>
          {session.screen === "findings" &&
            (session.checked && session.listed ? <FindingsView session={session} checked={session.checked} marking={marking} /> : <Welcome marking={marking} />)}
          {session.screen === "scaffold" && <ScaffoldPanel session={session} />}
          {session.screen === "compute" && <ComputePanel session={session} />}
          {session.screen === "narrative" && <NarrativePanel session={session} onShowErrors={() => onOpen("findings")} />}
          {session.screen === "describe" && <DescribePanel session={session} onClose={() => onOpen("findings")} />}
          {session.screen === "compare" && <ComparePanel session={session} onClose={() => onOpen("findings")} />}
          {session.screen === "settings" && <SettingsPanel preferences={preferences} onPrefer={onPrefer} onClose={() => onOpen("findings")} />}
        </Suspense>
      </div>
      <footer className={styles.foot}>
        <span className={styles.privacy}>
          <ShieldCheckmark16Regular aria-hidden /> {strings.privacyShort}
        </span>
        <Button
          appearance="subtle"
          size="small"
          icon={<Settings20Regular />}
          aria-label={strings.settings}
          aria-pressed={session.screen === "settings"}
          data-testid="settings"
          onClick={() => onOpen(session.screen === "settings" ? "findings" : "settings")}
        />
      </footer>
      <Announcement session={session} />
    </div>
  );
}
