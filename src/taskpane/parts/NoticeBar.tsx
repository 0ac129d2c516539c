import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { Dismiss16Regular } from "@fluentui/react-icons/svg/dismiss";
import { usePane } from "../PaneContext";
import type { Notice, Session } from "../session/session";
import { MessageBox } from "./MessageBox";

const useStyles = makeStyles({
  bar: { marginBottom: tokens.spacingVerticalM },
  line: { margin: `0 0 ${tokens.spacingVerticalXXS}`, ":last-child": { margin: 0 } },
  // Read out, not seen.
  hidden: { position: "absolute", width: "1px", height: "1px", overflow: "hidden", clipPath: "inset(50%)", whiteSpace: "nowrap" },
});

/** What has been done, where it should stay to be read. The announcement reads it out. */
export function NoticeBar({ notice, onDismiss }: { readonly notice: Notice | undefined; readonly onDismiss: () => void }) {
  const styles = useStyles();
  const { say, strings } = usePane();
  if (!notice?.shown) return null;
  return (
    <MessageBox
      className={styles.bar}
      tone={notice.tone === "done" ? "success" : "warning"}
      testId="notice"
      corner={<Button appearance="transparent" size="small" icon={<Dismiss16Regular />} aria-label={strings.close} onClick={onDismiss} />}
    >
      {notice.phrases.map((phrase) => (
        <p key={phrase.vi} className={styles.line}>
          {say(phrase)}
        </p>
      ))}
    </MessageBox>
  );
}

/** Tells a screen reader, once it is silent, what has come of the work. */
export function Announcement({ session }: { readonly session: Session }) {
  const styles = useStyles();
  const { say } = usePane();
  return (
    <div role="status" aria-live="polite" className={styles.hidden} data-testid="announcement">
      {session.notice?.phrases.map(say).join(" ")}
    </div>
  );
}
