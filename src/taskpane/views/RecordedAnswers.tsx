import { Button, makeStyles, tokens } from "@fluentui/react-components";
import type { Audit } from "../../core/audit";
import { formatCount } from "../../core/checks/columnWords";
import type { Kept } from "../../core/justifications/Kept";
import { usePane } from "../PaneContext";

const useStyles = makeStyles({
  answers: { marginTop: tokens.spacingVerticalL },
  heading: { margin: 0, fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
  list: { listStyle: "none", margin: 0, padding: 0 },
  item: { display: "flex", alignItems: "center", justifyContent: "space-between", gap: tokens.spacingHorizontalS },
});

/** The answers given, question by question, so that each can be taken back. */
export function RecordedAnswers({ audit, kept }: { readonly audit: Audit; readonly kept: Kept | undefined }) {
  const styles = useStyles();
  const { strings, say, work, language } = usePane();
  if (!kept || kept.answers.size === 0) return null;
  const gaps = audit.tables.flatMap(({ table: { layout } }) => (layout.rules ?? []).flatMap((rule) => (rule.kind === "balance" && rule.gap ? [rule.gap] : [])));
  return (
    <div className={styles.answers} data-testid="answers">
      {[...kept.answers].map(([id, told]) => {
        const gap = gaps.find(({ question }) => question === id);
        return (
          <div key={id}>
            <h3 className={styles.heading}>{gap ? `${strings.finding.answered}: ${say(gap.ask)}` : strings.finding.answered}</h3>
            <ul className={styles.list}>
              {[...told].map(([key, count]) => (
                <li key={key} className={styles.item}>
                  <span>
                    {key.split("|").slice(1).join("|")}: <strong>{formatCount(count, language)}</strong>
                  </span>
                  <Button size="small" appearance="subtle" onClick={() => void work.reporter.answer(id, key, undefined)}>
                    {strings.finding.answerForget}
                  </Button>
                </li>
              ))}
            </ul>
          </div>
        );
      })}
    </div>
  );
}
