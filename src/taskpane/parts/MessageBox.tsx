import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { CheckmarkCircle20Filled } from "@fluentui/react-icons/svg/checkmark-circle";
import { ErrorCircle20Filled } from "@fluentui/react-icons/svg/error-circle";
import { Warning20Filled } from "@fluentui/react-icons/svg/warning";
import type { ReactNode } from "react";

const useStyles = makeStyles({
  box: {
    display: "grid",
    gridTemplateColumns: "20px minmax(0, 1fr) auto",
    columnGap: tokens.spacingHorizontalS,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    border: "1px solid",
    borderRadius: tokens.borderRadiusMedium,
    overflowWrap: "anywhere",
  },
  success: {
    color: tokens.colorNeutralForeground1,
    backgroundColor: tokens.colorStatusSuccessBackground1,
    ...border(tokens.colorStatusSuccessBorder1),
    "& > svg": { color: tokens.colorStatusSuccessForeground3 },
  },
  warning: {
    color: tokens.colorNeutralForeground1,
    backgroundColor: tokens.colorStatusWarningBackground1,
    ...border(tokens.colorStatusWarningBorder1),
    "& > svg": { color: tokens.colorStatusWarningForeground3 },
  },
  error: {
    color: tokens.colorNeutralForeground1,
    backgroundColor: tokens.colorStatusDangerBackground1,
    ...border(tokens.colorStatusDangerBorder1),
    "& > svg": { color: tokens.colorStatusDangerForeground3 },
  },
  actions: { gridColumn: "2 / -1", display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalS, marginTop: tokens.spacingVerticalS },
});

function border(color: string) {
  return { borderTopColor: color, borderRightColor: color, borderBottomColor: color, borderLeftColor: color };
}

const ICONS = { success: CheckmarkCircle20Filled, warning: Warning20Filled, error: ErrorCircle20Filled } as const;

interface MessageBoxProps {
  readonly tone: keyof typeof ICONS;
  /** Whether a screen reader is told at once, when it is silent, or finds it by itself (told of elsewhere). */
  readonly role?: "alert" | "status" | undefined;
  readonly className?: string | undefined;
  readonly testId: string;
  /** A small button at the right. */
  readonly corner?: ReactNode;
  /** Buttons below the words. */
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}

/** Words that stand out: what was done, what to beware of, what went wrong. Much lighter to load than Fluent's own. */
export function MessageBox({ tone, role, className, testId, corner, actions, children }: MessageBoxProps) {
  const styles = useStyles();
  const Icon = ICONS[tone];
  return (
    <div className={mergeClasses(styles.box, styles[tone], className)} role={role} data-testid={testId}>
      <Icon aria-hidden />
      <div>{children}</div>
      {corner}
      {actions && <div className={styles.actions}>{actions}</div>}
    </div>
  );
}
