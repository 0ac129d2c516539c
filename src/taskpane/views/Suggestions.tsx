import { Button, makeStyles, tokens } from "@fluentui/react-components";
import type { Change, Suggestion } from "../../core/checks/Check";
import { formatCount } from "../../core/checks/columnWords";
import type { Finding } from "../../core/findings/Finding";
import { a1 } from "../../core/sheet/Address";
import { plainText, type Content } from "../../core/sheet/Cell";
import type { Language } from "../../core/words";
import { usePane } from "../PaneContext";

/** More changes than this are told by their number. */
const MOST_CHANGES = 3;
/** Longer contents, such as a period line, stand below one another. */
const SHORT = 18;

const useStyles = makeStyles({
  list: { listStyle: "none", margin: `${tokens.spacingVerticalS} 0 0`, padding: 0, display: "flex", flexDirection: "column", gap: tokens.spacingVerticalXS },
  choices: { margin: `${tokens.spacingVerticalS} 0 0`, fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
  item: { display: "flex", alignItems: "center", justifyContent: "space-between", gap: tokens.spacingHorizontalS, cursor: "default" },
  changes: { minWidth: 0, overflowWrap: "anywhere" },
  cell: { fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2, marginRight: tokens.spacingHorizontalSNudge },
  from: { textDecorationLine: "line-through", color: tokens.colorNeutralForeground3 },
  to: { fontWeight: tokens.fontWeightSemibold },
  sure: { color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
  button: { flexShrink: 0, minWidth: "56px" },
});

/** A cell's content as a person would read it aloud. */
export function contentWords(content: Content, language: Language, blank: string): string {
  if (content.kind === "formula") return content.formula;
  if (content.kind === "number" && Number.isInteger(content.number)) return formatCount(content.number, language);
  return content.kind === "text" ? `“${content.text}”` : plainText(content) || blank;
}

interface SuggestionsProps {
  readonly finding: Finding;
  readonly onMend: () => void;
}

/** The ways to put a finding right, each with its button. */
export function Suggestions({ finding, onMend }: SuggestionsProps) {
  const styles = useStyles();
  const { strings, work, language } = usePane();
  const { suggestions } = finding;
  const words = (content: Content) => contentWords(content, language, strings.finding.blank);

  const change = ({ at, from, to }: Change, alone: boolean) => {
    const long = words(from).length > SHORT || words(to).length > SHORT;
    return (
      <div key={a1(at)}>
        {!alone && <span className={styles.cell}>{a1(at)}</span>}
        <span className={styles.from}>{words(from)}</span> {long && <br />}→ <span className={styles.to}>{words(to)}</span>
      </div>
    );
  };
  const labelOf = ({ changes }: Suggestion) =>
    changes.length > MOST_CHANGES
      ? strings.finding.changesMany(changes.length)
      : changes.map(({ at, to }) => strings.finding.fixLabel(a1(at), words(to))).join(", ");

  return (
    <>
      {suggestions.length > 1 && <p className={styles.choices}>{strings.finding.choices}</p>}
      <ul className={styles.list}>
        {suggestions.map((suggestion, index) => {
          const { changes, sure } = suggestion;
          const alone = changes.length === 1 && finding.cells.length === 1;
          return (
            <li key={index} className={styles.item}>
              <div className={styles.changes}>
                {changes.length > MOST_CHANGES ? strings.finding.changesMany(changes.length) : changes.map((each) => change(each, alone))}
                {sure !== "certain" && suggestions.length === 1 && <span className={styles.sure}>{strings.finding[sure]}</span>}
              </div>
              <Button
                size="small"
                appearance={sure === "certain" && finding.severity === "error" ? "primary" : "secondary"}
                className={styles.button}
                data-testid="fix"
                aria-label={labelOf(suggestion)}
                onClick={() => {
                  onMend();
                  void work.apply(finding, suggestion);
                }}
              >
                {strings.finding.fix}
              </Button>
            </li>
          );
        })}
      </ul>
    </>
  );
}
