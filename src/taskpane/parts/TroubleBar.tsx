import { Button, makeStyles, tokens } from "@fluentui/react-components";
import type { Trouble } from "../../core/Trouble";
import { usePane } from "../PaneContext";
import { MessageBox } from "./MessageBox";

const useStyles = makeStyles({
  bar: { marginBottom: tokens.spacingVerticalM },
  title: { margin: 0, fontWeight: tokens.fontWeightSemibold },
  line: { margin: `${tokens.spacingVerticalXXS} 0` },
});

/** What could not be done, where, and what to do about it. */
export function TroubleBar({ trouble }: { readonly trouble: Trouble | undefined }) {
  const styles = useStyles();
  const { say, strings, work } = usePane();
  if (!trouble) return null;
  return (
    <MessageBox
      className={styles.bar}
      tone="error"
      role="alert"
      testId="trouble"
      actions={
        <>
          <Button size="small" onClick={() => work.retry()}>
            {strings.trouble.retry}
          </Button>
          <Button size="small" onClick={() => work.restart()}>
            {strings.trouble.restart}
          </Button>
        </>
      }
    >
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
