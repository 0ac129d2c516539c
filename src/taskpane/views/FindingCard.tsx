import { makeStyles, mergeClasses, tokens, Button, Field, Input } from "@fluentui/react-components";
import { useEffect, useRef, useState, type MouseEvent, type FormEvent } from "react";
import type { Finding } from "../../core/findings/Finding";
import { a1, type Position } from "../../core/sheet/Address";
import { JustificationAction } from "../parts/JustificationAction";
import { SeverityTag } from "../parts/SeverityTag";
import { useScreen } from "../strings/screenStrings";
import { RunnersUp, Suggestions } from "./Suggestions";

const MOST_CELLS = 4;

const useStyles = makeStyles({
  card: {
    borderRadius: tokens.borderRadiusMedium,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderLeftWidth: "4px",
    backgroundColor: tokens.colorNeutralBackground1,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM} ${tokens.spacingVerticalS} ${tokens.spacingHorizontalS}`,
    cursor: "pointer",
    ":hover": { backgroundColor: tokens.colorNeutralBackground2 },
  },
  error: { borderLeftColor: tokens.colorStatusDangerBorderActive },
  warning: { borderLeftColor: tokens.colorStatusWarningBorderActive },
  info: { borderLeftColor: tokens.colorBrandStroke1 },
  active: {
    backgroundColor: tokens.colorNeutralBackground2,
    // A ring, because links and signs must stay readable on the background in every theme.
    boxShadow: `0 0 0 2px ${tokens.colorBrandStroke1}`,
    "@media (forced-colors: active)": { outline: "2px solid Highlight" },
  },
  main: {
    display: "block",
    width: "100%",
    padding: 0,
    border: "none",
    background: "transparent",
    color: "inherit",
    font: "inherit",
    textAlign: "left",
    cursor: "pointer",
    borderRadius: tokens.borderRadiusSmall,
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: "2px" },
  },
  head: { display: "flex", flexWrap: "wrap", alignItems: "center", justifyContent: "space-between", gap: tokens.spacingHorizontalS, fontSize: tokens.fontSizeBase200 },
  cells: {
    padding: `0 ${tokens.spacingHorizontalXS}`,
    borderRadius: tokens.borderRadiusSmall,
    backgroundColor: tokens.colorNeutralBackground4,
    color: tokens.colorNeutralForeground2,
    fontVariantNumeric: "tabular-nums",
  },
  places: { display: "inline-flex", flexWrap: "wrap", justifyContent: "end", gap: tokens.spacingHorizontalXS },
  // As on the sheet: paler than the guilty cell, dotted and slanted.
  follows: {
    padding: `0 ${tokens.spacingHorizontalXS}`,
    borderRadius: tokens.borderRadiusSmall,
    border: `1px dotted ${tokens.colorNeutralStrokeAccessible}`,
    color: tokens.colorNeutralForeground2,
    fontStyle: "italic",
    fontVariantNumeric: "tabular-nums",
  },
  message: { display: "block", marginTop: tokens.spacingVerticalXXS },
  reasons: { marginTop: tokens.spacingVerticalXS, fontSize: tokens.fontSizeBase200, cursor: "default" },
  toggle: { cursor: "pointer", width: "fit-content", color: tokens.colorBrandForegroundLink, ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}` } },
  reasonList: { margin: `${tokens.spacingVerticalXXS} 0 0`, paddingLeft: tokens.spacingHorizontalL, color: tokens.colorNeutralForeground2 },
  form: { marginTop: tokens.spacingVerticalS, cursor: "default" },
  row: { display: "flex", gap: tokens.spacingHorizontalS },
  input: { width: "96px" },
  choices: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalS },
});

interface FindingCardProps {
  readonly finding: Finding;
  readonly active: boolean;
  readonly namesSheet: boolean;
  /** Called before a suggestion is applied. */
  readonly onMend: () => void;
}

/** One finding: what is wrong, where, why, and the ways to put it right. */
export function FindingCard({ finding, active, namesSheet, onMend }: FindingCardProps) {
  const styles = useStyles();
  const { strings, say, work } = useScreen();
  const card = useRef<HTMLLIElement>(null);
  const { severity, cells, follows = [], reasons, message, suggestions, question, rowsAsked, restsOn = [], isUnfinished } = finding;

  useEffect(() => {
    if (active) card.current?.scrollIntoView?.({ block: "nearest" });
  }, [active]);

  // The whole card answers the mouse; keys use the button inside, and other controls keep their own clicks.
  const onCard = (event: MouseEvent) => {
    const control = (event.target as Element).closest("button, a, input, label, summary, details");
    if (!control || control.hasAttribute("data-finding-main")) void work.choose(finding);
  };

  const shown = (places: readonly Position[]): string => {
    const named = places.slice(0, MOST_CELLS).map(a1).join(" ");
    return places.length > MOST_CELLS ? `${named} ${strings.finding.andMore(places.length - MOST_CELLS)}` : named;
  };
  const where = shown(cells);
  const isExplained = reasons.length > 1 || reasons[0].phrase.vi !== message.vi;
  return (
    <li
      ref={card}
      className={mergeClasses(styles.card, styles[severity], active && styles.active)}
      data-testid="finding"
      data-severity={severity}
      data-cells={cells.map(a1).join(" ")}
      data-follows={follows.length > 0 ? follows.map(a1).join(" ") : undefined}
      data-active={active || undefined}
      onClick={onCard}
    >
      <button type="button" className={styles.main} data-finding-main aria-current={active || undefined}>
        <span className={styles.head}>
          <SeverityTag severity={severity}>{strings.finding[severity]}</SeverityTag>
          <span className={styles.places}>
            <span className={styles.cells}>{namesSheet ? `${finding.sheet}: ${where}` : where}</span>
            {follows.length > 0 && <span className={styles.follows}>{strings.finding.follows(shown(follows))}</span>}
          </span>
        </span>
        <span className={styles.message}>
          {say(message)}
          {isUnfinished && <span className={styles.follows}> {strings.finding.unfinished}</span>}
        </span>
      </button>
      {suggestions.length > 0 && <Suggestions finding={finding} onMend={onMend} />}
      {(isExplained || restsOn.length > 0) && (
        <details className={styles.reasons}>
          <summary className={styles.toggle}>{strings.finding.reasons}</summary>
          {isExplained && (
            <ul className={styles.reasonList}>
              {reasons.map((reason) => (
                <li key={`${reason.check} ${reason.phrase.vi}`}>{say(reason.phrase)}</li>
              ))}
            </ul>
          )}
          {restsOn.length > 0 && (
            <ul className={styles.reasonList} aria-label={strings.finding.restsOn} data-testid="rests-on">
              {restsOn.map((each) => (
                <li key={each.vi}>{say(each)}</li>
              ))}
            </ul>
          )}
        </details>
      )}
      <RunnersUp finding={finding} className={styles.reasons} summary={styles.toggle} onMend={onMend} />
      {question && <QuestionForm question={question} />}
      {rowsAsked && <RowsChoice asked={rowsAsked} onAnswer={onMend} />}
      <JustificationAction finding={finding} onJustify={onMend} />
    </li>
  );
}

/** Asks what only the reporter knows: how many files were withdrawn, stopped or returned, say. */
function QuestionForm({ question }: { readonly question: NonNullable<Finding["question"]> }) {
  const styles = useStyles();
  const { strings, say, work } = useScreen();
  const { kind, key, ask, hint } = question;
  const [text, setText] = useState("");
  const [invalid, setInvalid] = useState(false);

  const submit = (event: FormEvent) => {
    event.preventDefault();
    const count = Number(text.replace(/[.\s]/g, ""));
    const valid = text.trim() !== "" && Number.isSafeInteger(count) && count >= 0;
    setInvalid(!valid);
    if (valid) void work.reporter.answer(kind, key, count);
  };
  return (
    <form className={styles.form} onSubmit={submit} noValidate>
      <Field label={say(ask)} hint={say(hint)} {...(invalid ? { validationMessage: strings.finding.answerInvalid, validationState: "error" } : {})}>
        <div className={styles.row}>
          <Input className={styles.input} inputMode="numeric" value={text} onChange={(_, { value }) => setText(value)} data-testid={kind} aria-label={say(ask)} />
          <Button type="submit">{strings.finding.answerSave}</Button>
        </div>
      </Field>
    </form>
  );
}

/** Asks which rows a row adds up: a button for each reading. */
function RowsChoice({ asked, onAnswer }: { readonly asked: NonNullable<Finding["rowsAsked"]>; readonly onAnswer: () => void }) {
  const styles = useStyles();
  const { say, work } = useScreen();
  const { key, ask, choices } = asked;
  return (
    <div role="group" aria-label={say(ask)} className={mergeClasses(styles.form, styles.choices)} data-testid="which-rows">
      {choices.map(({ name, runs }) => (
        <Button
          key={name.vi}
          size="small"
          onClick={() => {
            onAnswer();
            void work.reporter.tellRows(key, runs);
          }}
        >
          {say(name)}
        </Button>
      ))}
    </div>
  );
}
