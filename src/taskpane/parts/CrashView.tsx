import { Button, makeStyles, tokens } from "@fluentui/react-components";
import type { Trouble } from "../../core/Trouble";
import { usePane } from "../PaneContext";

const useStyles = makeStyles({
  view: { padding: tokens.spacingHorizontalXL },
  actions: { display: "flex", gap: tokens.spacingHorizontalS },
});

interface CrashViewProps {
  /** What broke down, where it is known. */
  readonly trouble: Trouble | undefined;
  readonly onRetry: () => void;
  readonly onRestart: () => void;
}

/** Stands where the pane broke down. */
export function CrashView({ trouble, onRetry, onRestart }: CrashViewProps) {
  const styles = useStyles();
  const { strings, say } = usePane();
  return (
    <div role="alert" className={styles.view} data-testid="crash">
      <h2>{strings.trouble.heading}</h2>
      <p>{trouble ? say(trouble.what) : strings.trouble.crash}</p>
      <p>{trouble ? say(trouble.remedy) : strings.trouble.crashRemedy}</p>
      <div className={styles.actions}>
        <Button appearance="primary" onClick={onRetry}>
          {strings.trouble.retry}
        </Button>
        <Button onClick={onRestart}>{strings.trouble.restart}</Button>
      </div>
    </div>
  );
}
