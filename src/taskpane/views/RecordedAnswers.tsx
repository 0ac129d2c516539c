import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { formatCount } from "../../core/checks/columnWords";
import { usePane } from "../PaneContext";

const useStyles = makeStyles({
  answers: { marginTop: tokens.spacingVerticalL },
  heading: { margin: 0, fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
  list: { listStyle: "none", margin: 0, padding: 0 },
  item: { display: "flex", alignItems: "center", justifyContent: "space-between", gap: tokens.spacingHorizontalS },
});

/** The answers given, so that each can be taken back. */
export function RecordedAnswers({ withdrawn }: { readonly withdrawn: ReadonlyMap<string, number> | undefined }) {
  const styles = useStyles();
  const { strings, work, language } = usePane();
  if (!withdrawn || withdrawn.size === 0) return null;
  return (
    <div className={styles.answers} data-testid="answers">
      <h3 className={styles.heading}>{strings.finding.withdrawnKnown}</h3>
      <ul className={styles.list}>
        {[...withdrawn].map(([key, count]) => (
          <li key={key} className={styles.item}>
            <span>
              {key.split("|").slice(1).join("|")}: <strong>{formatCount(count, language)}</strong>
            </span>
            <Button size="small" appearance="subtle" onClick={() => void work.reporter.answer(key, undefined)}>
              {strings.finding.withdrawnForget}
            </Button>
          </li>
        ))}
      </ul>
    </div>
  );
}
