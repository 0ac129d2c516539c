import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { usePane } from "../PaneContext";

const useStyles = makeStyles({
  view: { padding: tokens.spacingHorizontalXL },
  actions: { display: "flex", gap: tokens.spacingHorizontalS },
});

interface CrashViewProps {
  readonly onRetry: () => void;
  readonly onRestart: () => void;
}

/** Stands where the pane broke down. */
export function CrashView({ onRetry, onRestart }: CrashViewProps) {
  const styles = useStyles();
  const { strings } = usePane();
  return (
    <div role="alert" className={styles.view} data-testid="crash">
      <h1>{strings.trouble.heading}</h1>
      <p>{strings.trouble.crash}</p>
      <p>{strings.trouble.crashRemedy}</p>
      <div className={styles.actions}>
        <Button appearance="primary" onClick={onRetry}>
          {strings.trouble.retry}
        </Button>
        <Button onClick={onRestart}>{strings.trouble.restart}</Button>
      </div>
    </div>
  );
}
