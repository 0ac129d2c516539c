import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { NO_FORM, placeOfTable } from "../../core/Ask";
import type { Audit } from "../../core/audit";
import { answerKey } from "../../core/figures/rowNames";
import { formName } from "../../core/form/Form";
import type { Kept } from "../../core/justifications/Kept";
import { useScreen } from "../strings/screenStrings";
import { formatCount } from "../../core/words/decimal";

const useStyles = makeStyles({
  answers: { marginTop: tokens.spacingVerticalL },
  heading: { margin: 0, fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
  list: { listStyle: "none", margin: 0, padding: 0 },
  item: { display: "flex", alignItems: "center", justifyContent: "space-between", gap: tokens.spacingHorizontalS },
});

/** One thing that was told, and how to take it back. */
interface Recorded {
  readonly key: string;
  readonly name: string;
  readonly told: string;
  readonly forget: () => Promise<void>;
}

/** What the reporter has told, so that each can be taken back: answers, question by question, and which form a table is. */
export function RecordedAnswers({ audit, kept }: { readonly audit: Audit; readonly kept: Kept | undefined }) {
  const styles = useStyles();
  const { strings, say, work, language } = useScreen();
  if (!kept || kept.answers.size + kept.chosen.size + kept.told.size === 0) return null;
  const gaps = audit.tables.flatMap(({ table: { layout } }) => (layout.rules ?? []).flatMap((rule) => (rule.kind === "balance" && rule.gap ? [rule.gap] : [])));
  const answers = [...kept.answers].map(([id, told]) => {
    const gap = gaps.find(({ question }) => question === id);
    return {
      heading: gap ? `${strings.finding.answered}: ${say(gap.ask)}` : strings.finding.answered,
      recorded: [...told].map(([key, count]): Recorded => ({
        ...{ key, name: key.split("|").slice(1).join("|"), told: formatCount(count, language) },
        forget: () => work.reporter.answer(id, key, undefined),
      })),
    };
  });
  const nameOf = (place: string, id: string): string => {
    const table = audit.tables.find((each) => placeOfTable(each.table) === place)?.table;
    return id === NO_FORM ? strings.which.unknown : table ? formName(table.form) : id;
  };
  const forms = [...kept.chosen].map(([place, id]): Recorded => ({
    ...{ key: place, name: place.replace("|", ", "), told: nameOf(place, id) },
    forget: () => work.reporter.chooseForm(place, undefined),
  }));
  const held = new Set(audit.tables.flatMap(({ table }) => (table.told ?? []).map((name) => answerKey(table, name))));
  const rows = [...kept.told].map(([key, runs]): Recorded => ({
    ...{ key, name: key.split("|").slice(1).join("|"), told: `${strings.rows.told(runs)}${held.has(key) ? "" : ` ${strings.rows.lapsed}`}` },
    forget: () => work.reporter.tellRows(key, undefined),
  }));
  return (
    <div className={styles.answers} data-testid="answers">
      {[...answers, { heading: strings.which.chosen, recorded: forms }, { heading: strings.rows.heading, recorded: rows }]
        .filter(({ recorded }) => recorded.length > 0)
        .map(({ heading, recorded }) => (
          <div key={heading}>
            <h3 className={styles.heading}>{heading}</h3>
            <ul className={styles.list}>
              {recorded.map(({ key, name, told, forget }) => (
                <li key={key} className={styles.item}>
                  <span>
                    {name}: <strong>{told}</strong>
                  </span>
                  <Button size="small" appearance="subtle" aria-label={`${strings.finding.answerForget}: ${name}`} onClick={() => void forget()}>
                    {strings.finding.answerForget}
                  </Button>
                </li>
              ))}
            </ul>
          </div>
        ))}
    </div>
  );
}
