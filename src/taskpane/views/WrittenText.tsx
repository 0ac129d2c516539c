import { Button, Field, makeStyles, Textarea, tokens } from "@fluentui/react-components";
import { useRef, useState, type FormEvent } from "react";
import { useScreen } from "../strings/screenStrings";

/** No report is longer, in characters. */
const LONGEST = 400_000;

const useStyles = makeStyles({
  toggle: { cursor: "pointer", width: "fit-content", fontWeight: tokens.fontWeightSemibold, ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}` } },
  form: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalS, marginTop: tokens.spacingVerticalS },
  compare: { width: "fit-content" },
});

/** Takes a report that is written already, to be held against the tables with the next check and those after it. */
export function WrittenText({ written }: { readonly written: string }) {
  const styles = useStyles();
  const { strings, work } = useScreen();
  const words = strings.written;
  const [text, setText] = useState(written);
  const [missing, setMissing] = useState(false);
  const form = useRef<HTMLFormElement>(null);

  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    if (text.trim() === "" && written === "") {
      setMissing(true);
      form.current?.querySelector("textarea")?.focus();
    } else void work.reporter.compare(text);
  };
  return (
    <details open={written !== ""} data-testid="written">
      <summary className={styles.toggle}>{words.heading}</summary>
      <form ref={form} className={styles.form} onSubmit={onSubmit} noValidate>
        <Field label={words.label} hint={words.hint} {...(missing ? { validationMessage: words.missing, validationState: "error" } : {})}>
          <Textarea
            rows={6}
            resize="vertical"
            maxLength={LONGEST}
            value={text}
            data-testid="written-text"
            onChange={(_, { value }) => {
              setText(value);
              if (value.trim() !== "") setMissing(false);
            }}
          />
        </Field>
        <Button className={styles.compare} type="submit" data-testid="compare-text">
          {words.compare}
        </Button>
      </form>
    </details>
  );
}
