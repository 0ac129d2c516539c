import { makeStyles } from "@fluentui/react-components";
import { usePane } from "../PaneContext";
import type { Session } from "../session/session";

const useStyles = makeStyles({
  // Read out, not seen.
  hidden: { position: "absolute", width: "1px", height: "1px", overflow: "hidden", clipPath: "inset(50%)", whiteSpace: "nowrap" },
});

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
