import { Button, makeStyles, MessageBar, MessageBarActions, MessageBarBody, tokens } from "@fluentui/react-components";
import { Dismiss16Regular } from "@fluentui/react-icons/svg/dismiss";
import { usePane } from "../PaneContext";
import type { Notice } from "../session/session";

const useStyles = makeStyles({
  bar: { marginBottom: tokens.spacingVerticalM },
  line: { margin: `0 0 ${tokens.spacingVerticalXXS}`, ":last-child": { margin: 0 } },
});

/** What has been done, where it should stay to be read. The announcement reads it out. */
export function NoticeBar({ notice, onDismiss }: { readonly notice: Notice | undefined; readonly onDismiss: () => void }) {
  const styles = useStyles();
  const { say, strings } = usePane();
  if (!notice?.shown) return null;
  return (
    <MessageBar className={styles.bar} intent={notice.tone === "done" ? "success" : "warning"} layout="multiline" politeness="polite" data-testid="notice">
      <MessageBarBody>
        {notice.phrases.map((phrase) => (
          <p key={phrase.vi} className={styles.line}>
            {say(phrase)}
          </p>
        ))}
      </MessageBarBody>
      <MessageBarActions containerAction={<Button appearance="transparent" icon={<Dismiss16Regular />} aria-label={strings.close} onClick={onDismiss} />} />
    </MessageBar>
  );
}
