import { makeStyles, tokens } from "@fluentui/react-components";
import type { ReactNode } from "react";

const useStyles = makeStyles({
  state: { padding: `${tokens.spacingVerticalXL} 0`, textAlign: "center", color: tokens.colorNeutralForeground2 },
  icon: { color: tokens.colorNeutralForeground3 },
  heading: { margin: `${tokens.spacingVerticalS} 0 ${tokens.spacingVerticalXS}`, fontSize: tokens.fontSizeBase400, color: tokens.colorNeutralForeground1 },
  text: { margin: 0 },
});

interface EmptyStateProps {
  readonly icon: ReactNode;
  readonly heading: string;
  readonly text: string;
}

/** Nothing to show, why, and what to do. */
export function EmptyState({ icon, heading, text }: EmptyStateProps) {
  const styles = useStyles();
  return (
    <div className={styles.state}>
      <div className={styles.icon} aria-hidden>
        {icon}
      </div>
      <h2 className={styles.heading}>{heading}</h2>
      <p className={styles.text}>{text}</p>
    </div>
  );
}
