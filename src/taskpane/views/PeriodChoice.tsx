import { Field, Input, makeStyles, Select, tokens, type FieldProps, type InputProps } from "@fluentui/react-components";
import { formatDate, dayNumber, isoDate, likelyPeriod, localDate, parseIsoDate, PERIOD_KINDS, reportingPeriod, type Period, type PeriodKind } from "../../core/words/Period";
import { useScreen } from "../strings/screenStrings";

/** The period as chosen so far; dates are as the date fields give them, "2024-03-14" or "". */
interface ChosenPeriod {
  readonly kind: PeriodKind | "own";
  readonly year: string;
  readonly from: string;
  readonly to: string;
}

/** Begins with the quarter a report is most likely being made for. */
export function newPeriod(now: Date): ChosenPeriod {
  const { kind, year } = likelyPeriod(localDate(now));
  const { from, to } = reportingPeriod(kind, year);
  return { kind, year: String(year), from: isoDate(from), to: isoDate(to) };
}

/** The period chosen; undefined while it is not one. */
export function periodOf({ kind, year, from, to }: ChosenPeriod): Period | undefined {
  if (kind !== "own") return /^[12]\d{3}$/.test(year.trim()) ? reportingPeriod(kind, Number(year)) : undefined;
  const [first, last] = [parseIsoDate(from), parseIsoDate(to)];
  return first && last && dayNumber(first) <= dayNumber(last) ? { from: first, to: last } : undefined;
}

const KINDS = [...PERIOD_KINDS, "own"] as const;

const useStyles = makeStyles({
  row: { display: "grid", gridTemplateColumns: "minmax(0, 1fr) 96px", gap: tokens.spacingHorizontalS, alignItems: "start" },
  dates: { display: "grid", gridTemplateColumns: "repeat(2, minmax(0, 1fr))", gap: tokens.spacingHorizontalS },
  input: { minWidth: 0, width: "100%" },
  note: { margin: 0, fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
});

interface PeriodChoiceProps {
  readonly chosen: ChosenPeriod;
  readonly onChoose: (chosen: ChosenPeriod) => void;
  /** Whether what is wrong is to be told. */
  readonly tried: boolean;
}

/** Chooses a reporting period by its name, with the dates of the cut-off rule, or by dates of one's own. */
export function PeriodChoice({ chosen, onChoose, tried }: PeriodChoiceProps) {
  const styles = useStyles();
  const { strings } = useScreen();
  const { scaffold } = strings;
  const period = periodOf(chosen);
  const wrong = (message: string) => (tried && !period ? { validationMessage: message, validationState: "error" as const } : {});
  const kind = (
    <Field label={scaffold.period}>
      <Select
        className={styles.input}
        value={chosen.kind}
        data-testid="period"
        onChange={(_, { value }) => onChoose({ ...chosen, kind: value as ChosenPeriod["kind"] })}
      >
        {KINDS.map((each) => (
          <option key={each} value={each}>
            {scaffold.periods[each]}
          </option>
        ))}
      </Select>
    </Field>
  );
  const input = (name: "year" | "from" | "to", label: string, props: InputProps, problem: Partial<FieldProps> = {}) => (
    <Field label={label} {...problem}>
      <Input className={styles.input} value={chosen[name]} onChange={(_, { value }) => onChoose({ ...chosen, [name]: value })} data-testid={name} {...props} />
    </Field>
  );
  if (chosen.kind === "own") {
    return (
      <>
        {kind}
        <div className={styles.dates}>
          {input("from", scaffold.from, { type: "date" }, wrong(scaffold.wrongDates))}
          {input("to", scaffold.to, { type: "date" })}
        </div>
      </>
    );
  }
  return (
    <>
      <div className={styles.row}>
        {kind}
        {input("year", scaffold.year, { inputMode: "numeric", maxLength: 4 }, wrong(scaffold.wrongYear))}
      </div>
      {period && <p className={styles.note}>{scaffold.dates(formatDate(period.from), formatDate(period.to))}</p>}
    </>
  );
}
