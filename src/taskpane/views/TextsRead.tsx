import { Button, makeStyles, tokens } from "@fluentui/react-components";
import type { TextAudit } from "../../core/audit";
import { usePane } from "../PaneContext";

const useStyles = makeStyles({
  list: { listStyle: "none", margin: `0 0 ${tokens.spacingVerticalM}`, padding: 0, fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2, overflowWrap: "anywhere" },
  forget: { marginTop: tokens.spacingVerticalXS },
});

interface TextsReadProps {
  readonly texts: readonly TextAudit[];
  /** As pasted; empty where nothing was. */
  readonly written: string;
  readonly onForget: () => void;
}

/** What became of written reports: how much of each could be read and compared, so that silence is not taken for agreement. */
export function TextsRead({ texts, written, onForget }: TextsReadProps) {
  const styles = useStyles();
  const { strings, say } = usePane();
  if (texts.length === 0) return null;
  return (
    <ul className={styles.list} data-testid="texts">
      {texts.map(({ source, said }) => (
        <li key={source.vi}>{say(said)}</li>
      ))}
      {written !== "" && (
        <li>
          <Button className={styles.forget} size="small" data-testid="forget-text" onClick={onForget}>
            {strings.written.forget}
          </Button>
        </li>
      )}
    </ul>
  );
}
