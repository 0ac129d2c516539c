import { makeStyles, mergeClasses, shorthands, tokens } from "@fluentui/react-components";
import { Calculator24Regular } from "@fluentui/react-icons/svg/calculator";
import { ClipboardCheckmark24Regular } from "@fluentui/react-icons/svg/clipboard-checkmark";
import { DocumentText24Regular } from "@fluentui/react-icons/svg/document-text";
import { Eraser24Regular } from "@fluentui/react-icons/svg/eraser";
import { TableAdd24Regular } from "@fluentui/react-icons/svg/table-add";
import type { ReactNode } from "react";
import { usePane } from "../PaneContext";
import type { Screen, Session } from "../session/session";

const useStyles = makeStyles({
  bar: {
    display: "grid",
    gridTemplateColumns: "repeat(5, minmax(0, 1fr))",
    gap: "2px",
    padding: `${tokens.spacingVerticalXXS} ${tokens.spacingHorizontalS} ${tokens.spacingVerticalXS}`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  action: {
    display: "flex",
    flexDirection: "column",
    alignItems: "center",
    gap: "2px",
    padding: `${tokens.spacingVerticalSNudge} 2px ${tokens.spacingVerticalXS}`,
    minHeight: "64px",
    border: "1px solid transparent",
    borderRadius: tokens.borderRadiusMedium,
    background: "transparent",
    color: tokens.colorNeutralForeground1,
    fontFamily: tokens.fontFamilyBase,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase100,
    textAlign: "center",
    cursor: "pointer",
    "& svg": { flexShrink: 0, color: tokens.colorBrandForeground1 },
    ":enabled:hover": { backgroundColor: tokens.colorNeutralBackground1Hover },
    ":enabled:active": { backgroundColor: tokens.colorNeutralBackground1Pressed },
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: "-2px" },
    ":disabled": { color: tokens.colorNeutralForegroundDisabled, cursor: "default", backgroundColor: "transparent", "& svg": { color: tokens.colorNeutralForegroundDisabled } },
  },
  primary: {
    backgroundColor: tokens.colorBrandBackground,
    color: tokens.colorNeutralForegroundOnBrand,
    fontWeight: tokens.fontWeightSemibold,
    "& svg": { color: tokens.colorNeutralForegroundOnBrand },
    ":enabled:hover": { backgroundColor: tokens.colorBrandBackgroundHover },
    ":enabled:active": { backgroundColor: tokens.colorBrandBackgroundPressed },
    ":disabled": { backgroundColor: tokens.colorNeutralBackgroundDisabled },
    "@media (forced-colors: active)": {
      ":enabled": { forcedColorAdjust: "none", backgroundColor: "Highlight", color: "HighlightText", "& svg": { color: "HighlightText" } },
      ":enabled:hover": { backgroundColor: "Highlight" },
      ":enabled:active": { backgroundColor: "Highlight" },
    },
  },
  open: {
    backgroundColor: tokens.colorNeutralBackground1Selected,
    ...shorthands.borderColor(tokens.colorNeutralStroke1),
    fontWeight: tokens.fontWeightSemibold,
    "@media (forced-colors: active)": { outline: "2px solid Highlight", outlineOffset: "-4px" },
  },
});

interface ActionsBarProps {
  readonly session: Session;
  readonly onOpen: (screen: Screen) => void;
}

/** The five actions, in the order in which a report is made. */
export function ActionsBar({ session, onOpen }: ActionsBarProps) {
  const styles = useStyles();
  const { strings, work } = usePane();
  const { actions } = strings;
  // Live re-checking must not make the buttons flicker.
  const busy = session.working !== undefined && session.working.task !== "recheck";

  const opens = (screen: Screen, testId: string, icon: ReactNode, label: string) => (
    <button
      type="button"
      data-testid={testId}
      className={mergeClasses(styles.action, session.screen === screen && styles.open)}
      aria-pressed={session.screen === screen}
      onClick={() => onOpen(screen)}
    >
      {icon}
      {label}
    </button>
  );
  return (
    <div role="group" aria-label={actions.label} className={styles.bar}>
      {opens("scaffold", "scaffold", <TableAdd24Regular />, actions.scaffold)}
      {opens("compute", "compute", <Calculator24Regular />, actions.compute)}
      <button type="button" data-testid="check" className={mergeClasses(styles.action, styles.primary)} disabled={busy} onClick={() => void work.check()}>
        <ClipboardCheckmark24Regular />
        {actions.check}
      </button>
      {opens("narrative", "narrative", <DocumentText24Regular />, actions.narrative)}
      <button type="button" data-testid="clear-marks" className={styles.action} disabled={busy || !session.marked} onClick={() => void work.clearMarks()}>
        <Eraser24Regular />
        {actions.clearMarks}
      </button>
    </div>
  );
}
