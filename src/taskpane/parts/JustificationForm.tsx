import { Button, Field, makeStyles, Textarea, tokens } from "@fluentui/react-components";
import { useEffect, useRef, useState, type FormEvent, type KeyboardEvent } from "react";
import { useScreen } from "../strings/screenStrings";

/** Longer than anyone writes; a file is no place for a novel. */
const LONGEST = 2_000;

const useStyles = makeStyles({
  form: { marginTop: tokens.spacingVerticalS, cursor: "default" },
  actions: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalS, marginTop: tokens.spacingVerticalS },
});

interface JustificationFormProps {
  /** What was written before. */
  readonly reason?: string | undefined;
  /** Resolves to false where it could not be kept; the form stays then. */
  readonly onSave: (reason: string) => Promise<boolean>;
  readonly onCancel: () => void;
}

/** Asks why a questioned figure is right. Ctrl+Enter keeps, Esc cancels. */
export function JustificationForm({ reason = "", onSave, onCancel }: JustificationFormProps) {
  const styles = useStyles();
  const { strings } = useScreen();
  const words = strings.justification;
  const [text, setText] = useState(reason);
  const [missing, setMissing] = useState(false);
  const [saving, setSaving] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const toField = () => form.current?.querySelector("textarea")?.focus();
  useEffect(toField, []);

  const save = async () => {
    if (saving) return;
    if (text.trim() === "") {
      setMissing(true);
      toField();
      return;
    }
    setSaving(true);
    if (!(await onSave(text))) setSaving(false);
  };
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    void save();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === "Escape") {
      event.stopPropagation();
      onCancel();
    } else if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) void save();
  };
  return (
    <form ref={form} className={styles.form} onSubmit={onSubmit} onKeyDown={onKeyDown} onClick={(event) => event.stopPropagation()} noValidate data-testid="justification-form">
      <Field label={words.reason} hint={words.hint} required {...(missing ? { validationMessage: words.missing, validationState: "error" } : {})}>
        <Textarea
          value={text}
          rows={3}
          maxLength={LONGEST}
          resize="vertical"
          data-testid="justification-reason"
          onChange={(_, { value }) => {
            setText(value);
            if (value.trim() !== "") setMissing(false);
          }}
        />
      </Field>
      <div className={styles.actions}>
        <Button type="submit" appearance="primary" size="small" data-testid="justification-save" disabledFocusable={saving}>
          {words.save}
        </Button>
        <Button type="button" size="small" onClick={onCancel}>
          {words.cancel}
        </Button>
      </div>
    </form>
  );
}
