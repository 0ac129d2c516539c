import { Button, Field, Input, makeStyles, tokens } from "@fluentui/react-components";
import { useState, type FormEvent } from "react";
import { usePane } from "../PaneContext";

const useStyles = makeStyles({
  form: { marginTop: tokens.spacingVerticalS, cursor: "default" },
  row: { display: "flex", gap: tokens.spacingHorizontalS },
  input: { width: "96px" },
});

/** Asks what only the reporter knows: how many files were withdrawn, stopped or returned. */
export function WithdrawnQuestion({ answerKey }: { readonly answerKey: string }) {
  const styles = useStyles();
  const { strings, work } = usePane();
  const [text, setText] = useState("");
  const [invalid, setInvalid] = useState(false);

  const submit = (event: FormEvent) => {
    event.preventDefault();
    const count = Number(text.replace(/[.\s]/g, ""));
    const valid = text.trim() !== "" && Number.isSafeInteger(count) && count >= 0;
    setInvalid(!valid);
    if (valid) void work.reporter.answer(answerKey, count);
  };
  return (
    <form className={styles.form} onSubmit={submit} noValidate>
      <Field
        label={strings.finding.withdrawn}
        hint={strings.finding.withdrawnHint}
        {...(invalid ? { validationMessage: strings.finding.withdrawnInvalid, validationState: "error" } : {})}
      >
        <div className={styles.row}>
          <Input className={styles.input} inputMode="numeric" value={text} onChange={(_, { value }) => setText(value)} data-testid="withdrawn" aria-label={strings.finding.withdrawn} />
          <Button type="submit">{strings.finding.withdrawnSave}</Button>
        </div>
      </Field>
    </form>
  );
}
