import { Button, Link, makeStyles, tokens } from "@fluentui/react-components";
import { NO_FORM, placeOfTable, type Ask } from "../../core/Ask";
import { a1Range } from "../../core/sheet/Address";
import { useScreen } from "../strings/screenStrings";

const useStyles = makeStyles({
  card: {
    marginBottom: tokens.spacingVerticalM,
    padding: `${tokens.spacingVerticalMNudge} ${tokens.spacingHorizontalM}`,
    borderRadius: tokens.borderRadiusMedium,
    border: `1px solid ${tokens.colorStatusWarningBorder1}`,
    backgroundColor: tokens.colorNeutralBackground1,
    overflowWrap: "anywhere",
  },
  heading: { margin: 0, fontSize: tokens.fontSizeBase300, lineHeight: tokens.lineHeightBase300, fontWeight: tokens.fontWeightSemibold },
  why: { margin: `${tokens.spacingVerticalXXS} 0 ${tokens.spacingVerticalS}` },
  list: { listStyle: "none", margin: 0, padding: 0, display: "flex", flexDirection: "column", gap: tokens.spacingVerticalXS },
  // Names of forms are long: they wrap.
  button: { width: "100%", justifyContent: "flex-start", textAlign: "left", fontWeight: tokens.fontWeightRegular },
});

interface WhichFormProps {
  readonly asks: readonly Ask[];
  /** Called before the question goes, so that the focus finds a place. */
  readonly onChoose: (act: () => Promise<void>) => () => void;
}

/** Asks which form a table is that resembles some but was not taken for one. */
export function WhichForm({ asks, onChoose }: WhichFormProps) {
  const styles = useStyles();
  const { strings, say, work } = useScreen();
  const { which } = strings;
  return asks.map((ask) => {
    const { sheet, range, why, candidates } = ask;
    const place = placeOfTable(ask);
    const choose = (form: string) => onChoose(() => work.reporter.chooseForm(place, form));
    return (
      <section key={place} className={styles.card} aria-label={`${which.heading} ${strings.summary.place(sheet, a1Range(range))}`} data-testid="which-form">
        <h2 className={styles.heading}>{which.heading}</h2>
        <Link as="button" inline onClick={() => void work.reveal(sheet, [{ row: range.top, column: range.left }])}>
          {strings.summary.place(sheet, a1Range(range))}
        </Link>
        <p className={styles.why}>{say(why)}</p>
        <ul className={styles.list}>
          {candidates.map(({ form, name }) => (
            <li key={form}>
              <Button className={styles.button} data-testid={`is-${form}`} onClick={choose(form)}>
                {name}
              </Button>
            </li>
          ))}
          <li>
            <Button className={styles.button} appearance="subtle" data-testid="is-none" onClick={choose(NO_FORM)}>
              {candidates.length > 1 ? which.none : which.notThis}
            </Button>
          </li>
        </ul>
      </section>
    );
  });
}
