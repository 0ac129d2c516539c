import { Button, makeStyles, MessageBar, MessageBarActions, MessageBarBody, MessageBarTitle, tokens } from "@fluentui/react-components";
import type { Trouble } from "../../core/Trouble";
import { usePane } from "../PaneContext";

const useStyles = makeStyles({
  bar: { marginBottom: tokens.spacingVerticalM },
  line: { margin: `${tokens.spacingVerticalXXS} 0` },
});

/** What could not be done, where, and what to do about it. */
export function TroubleBar({ trouble }: { readonly trouble: Trouble | undefined }) {
  const styles = useStyles();
  const { say, strings, work } = usePane();
  if (!trouble) return null;
  return (
    <MessageBar className={styles.bar} intent="error" layout="multiline" politeness="assertive" data-testid="trouble">
      <MessageBarBody>
        <MessageBarTitle>{strings.trouble.heading}</MessageBarTitle>
        {trouble.where && (
          <p className={styles.line}>
            <strong>{trouble.where}</strong>
          </p>
        )}
        <p className={styles.line}>{say(trouble.what)}</p>
        <p className={styles.line}>{say(trouble.remedy)}</p>
      </MessageBarBody>
      <MessageBarActions>
        <Button size="small" onClick={() => work.retry()}>
          {strings.trouble.retry}
        </Button>
        <Button size="small" onClick={() => work.restart()}>
          {strings.trouble.restart}
        </Button>
      </MessageBarActions>
    </MessageBar>
  );
}
