import { Button, makeStyles, tokens } from "@fluentui/react-components";
import type { Trouble } from "../../core/Trouble";
import { usePane } from "../PaneContext";
import { MessageBox } from "./MessageBox";

const useStyles = makeStyles({
  bar: { marginBottom: tokens.spacingVerticalM },
  title: { margin: 0, fontWeight: tokens.fontWeightSemibold },
  line: { margin: `${tokens.spacingVerticalXXS} 0` },
});

interface TroubleBarProps {
  readonly trouble: Trouble;
  readonly testId: string;
  readonly onRetry: () => void;
  readonly onRestart: () => void;
}

/** What could not be done, where, and what to do about it. */
export function TroubleBar({ trouble, testId, onRetry, onRestart }: TroubleBarProps) {
  const styles = useStyles();
  const { say, strings } = usePane();
  const actions = (
    <>
      <Button size="small" onClick={onRetry}>
        {strings.trouble.retry}
      </Button>
      <Button size="small" onClick={onRestart}>
        {strings.trouble.restart}
      </Button>
    </>
  );
  return (
    <MessageBox className={styles.bar} tone="error" role="alert" testId={testId} actions={actions}>
      <p className={styles.title}>{strings.trouble.heading}</p>
      {trouble.where && (
        <p className={styles.line}>
          <strong>{trouble.where}</strong>
        </p>
      )}
      <p className={styles.line}>{say(trouble.what)}</p>
      <p className={styles.line}>{say(trouble.remedy)}</p>
    </MessageBox>
  );
}
