import { Button, makeStyles, tokens } from "@fluentui/react-components";
import type { Change, Suggestion } from "../../core/checks/Check";
import type { Finding } from "../../core/findings/Finding";
import { a1, positionKey } from "../../core/sheet/Address";
import { plainText, type Content } from "../../core/sheet/Cell";
import type { Language } from "../../core/words/Phrase";
import { useScreen, type ScreenStrings } from "../strings/screenStrings";
import { formatCount } from "../../core/words/decimal";

/** More changes than this are told by their number. */
const MOST_CHANGES = 3;
/** Longer contents, such as a period line, stand below one another. */
const SHORT = 18;

const useStyles = makeStyles({
  item: { display: "flex", alignItems: "center", justifyContent: "space-between", gap: tokens.spacingHorizontalS, cursor: "default" },
  words: { minWidth: 0, overflowWrap: "anywhere" },
  cell: { fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2, marginRight: tokens.spacingHorizontalSNudge },
  from: { textDecorationLine: "line-through", color: tokens.colorNeutralForeground3 },
  to: { fontWeight: tokens.fontWeightSemibold },
  small: { fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
  sure: { fontWeight: tokens.fontWeightSemibold },
  button: { flexShrink: 0, minWidth: "56px" },
});

/** A cell's content as a person would read it aloud. */
export function contentWords(content: Content, language: Language, blank: string): string {
  if (content.kind === "formula") return content.formula;
  if (content.kind === "number" && Number.isInteger(content.number)) return formatCount(content.number, language);
  return content.kind === "text" ? `“${content.text}”` : plainText(content) || blank;
}

/** The changes that are told one by one, and of what kind the others are. */
interface Shown {
  readonly changes: readonly Change[];
  readonly rest: "followers" | "others";
}

/** All changes, or the guilty cells without the sums that follow them, or none where they are many. */
function shownChanges({ changes, probability }: Suggestion, follows: Finding["follows"]): Shown {
  if (changes.length <= MOST_CHANGES) return { changes, rest: "others" };
  const followers = new Set((follows ?? []).map(positionKey));
  const guilty = changes.filter(({ at }) => !followers.has(positionKey(at)));
  if (guilty.length < changes.length && guilty.length <= MOST_CHANGES) return { changes: guilty, rest: "followers" };
  // What happened comes first, what follows from it after.
  return { changes: probability === undefined ? [] : changes.slice(0, 1), rest: "others" };
}

/** "khoảng 12 %": a probability from 0 to 1 as a whole percentage that never claims to be nothing or everything. */
export function likelihoodWords(probability: number, { finding }: Pick<ScreenStrings, "finding">): string {
  const percent = Math.round(probability * 100);
  if (percent < 1) return finding.under(1);
  return percent > 99 ? finding.over(99) : finding.about(percent);
}

/** As the rest of a sentence. */
const lowered = (sentence: string): string => sentence.charAt(0).toLowerCase() + sentence.slice(1);

interface SuggestionItemProps {
  readonly finding: Finding;
  readonly suggestion: Suggestion;
  /** answer: how sure it is. choice: how probable, and what would have happened. other: the same, its button weaker. */
  readonly role: "answer" | "choice" | "other";
  readonly onMend: () => void;
}

/** One way to put a finding right, with its button. */
export function SuggestionItem({ finding, suggestion, role, onMend }: SuggestionItemProps) {
  const styles = useStyles();
  const { strings, say, work, language } = useScreen();
  const { changes, sure, probability, why } = suggestion;
  const words = (content: Content) => contentWords(content, language, strings.finding.blank);
  const alone = changes.length === 1 && finding.cells.length === 1 && role === "answer";

  // The sums that follow a runner-up are not the finding's.
  const { changes: shown, rest } = shownChanges(suggestion, role === "answer" ? finding.follows : undefined);
  const left = changes.length - shown.length;
  const more = rest === "followers" ? strings.finding.withFollowers(left) : strings.finding.andMore(left);
  const told = shown.map(({ at, to }) => strings.finding.fixLabel(a1(at), words(to))).join(", ");
  const label = shown.length === 0 ? strings.finding.changesMany(changes.length) : left > 0 ? `${told} ${more}` : told;
  const likelihood = probability !== undefined && (role !== "answer" || sure === "likely") ? likelihoodWords(probability, strings) : undefined;
  return (
    <li className={styles.item}>
      <div className={styles.words}>
        {shown.length === 0 && strings.finding.changesMany(changes.length)}
        {shown.map(({ at, from, to }) => {
          const long = words(from).length > SHORT || words(to).length > SHORT;
          return (
            <div key={a1(at)}>
              {!alone && <span className={styles.cell}>{a1(at)}</span>}
              <span className={styles.from}>{words(from)}</span> {long && <br />}→ <span className={styles.to}>{words(to)}</span>
            </div>
          );
        })}
        {role === "answer" && shown.length > 0 && left > 0 && <div className={styles.small}>{more}</div>}
        {role === "answer" && (
          <div className={styles.small} data-testid="sure">
            <span className={styles.sure}>{strings.finding[sure]}</span>
            {likelihood && `, ${likelihood}`}
          </div>
        )}
        {role !== "answer" && probability !== undefined && (
          <div className={styles.small}>
            <span className={styles.sure} data-testid="likelihood">
              {likelihood}
            </span>
            {": "}
            {lowered(say(why))}
          </div>
        )}
      </div>
      <Button
        size="small"
        appearance={role === "answer" && sure === "certain" && finding.severity === "error" ? "primary" : "secondary"}
        className={styles.button}
        data-testid={role === "other" ? "fix-other" : "fix"}
        aria-label={label}
        onClick={() => {
          onMend();
          void work.apply(finding, suggestion);
        }}
      >
        {strings.finding.fix}
      </Button>
    </li>
  );
}
