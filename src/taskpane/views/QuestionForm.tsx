import { Button, Field, Input, makeStyles, tokens } from "@fluentui/react-components";
import { useState, type FormEvent } from "react";
import type { Finding } from "../../core/findings/Finding";
import { useScreen } from "../strings/screenStrings";

const useStyles = makeStyles({
  form: { marginTop: tokens.spacingVerticalS, cursor: "default" },
  row: { display: "flex", gap: tokens.spacingHorizontalS },
  input: { width: "96px" },
});

/** Asks what only the reporter knows: how many files were withdrawn, stopped or returned, say. */
export function QuestionForm({ question }: { readonly question: NonNullable<Finding["question"]> }) {
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
      <Field
        label={say(ask)}
        hint={say(hint)}
        {...(invalid ? { validationMessage: strings.finding.answerInvalid, validationState: "error" } : {})}
      >
        <div className={styles.row}>
          <Input className={styles.input} inputMode="numeric" value={text} onChange={(_, { value }) => setText(value)} data-testid={kind} aria-label={say(ask)} />
          <Button type="submit">{strings.finding.answerSave}</Button>
        </div>
      </Field>
    </form>
  );
}
