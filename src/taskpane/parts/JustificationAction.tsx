import { Button, Field, makeStyles, Textarea, tokens } from "@fluentui/react-components";
import { CommentNote20Regular } from "@fluentui/react-icons/svg/comment-note";
import { useContext, useEffect, useRef, useState, type FormEvent, type KeyboardEvent } from "react";
import type { Finding } from "../../core/findings/Finding";
import { justifiable } from "../../core/justifications/justify";
import { a1 } from "../../core/sheet/Address";
import { CheckedContext } from "../PaneContext";
import { useScreen } from "../strings/screenStrings";

const MOST_CELLS = 3;
/** Longer than anyone writes; a file is no place for a novel. */
const LONGEST = 2_000;

const useStyles = makeStyles({
  lapse: {
    margin: `${tokens.spacingVerticalS} 0 0`,
    paddingLeft: tokens.spacingHorizontalS,
    borderLeft: `2px solid ${tokens.colorStatusWarningBorderActive}`,
    fontSize: tokens.fontSizeBase200,
    overflowWrap: "anywhere",
  },
  // In line with the words above: a subtle button keeps its room at the left.
  open: { display: "flex", width: "fit-content", marginTop: tokens.spacingVerticalXS, marginLeft: `calc(-1 * ${tokens.spacingHorizontalS})` },
  form: { marginTop: tokens.spacingVerticalS, cursor: "default" },
  actions: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalS, marginTop: tokens.spacingVerticalS },
});

interface JustificationActionProps {
  readonly finding: Finding;
  /** Called before the finding goes. */
  readonly onJustify: () => void;
}

/** Lets the reporter confirm what a finding questions, and says where an earlier confirmation has lapsed. */
export function JustificationAction({ finding, onJustify }: JustificationActionProps) {
  const styles = useStyles();
  const { strings, say, work } = useScreen();
  const checked = useContext(CheckedContext);
  const [open, setOpen] = useState(false);
  const action = useRef<HTMLDivElement>(null);
  const cancelled = useRef(false);
  useEffect(() => {
    if (!open && cancelled.current) action.current?.querySelector("button")?.focus();
    cancelled.current = false;
  }, [open]);

  const table = checked?.audit.tables.find((each) => each.findings.includes(finding))?.table;
  if (!checked || !table || !justifiable(finding, table)) return null;
  const lapse = checked.lapsed.get(finding.id);
  const words = lapse ? strings.justification.again : strings.justification.open;
  const save = (reason: string) => {
    onJustify();
    return work.reporter.justify(finding, reason);
  };
  const cancel = () => {
    cancelled.current = true;
    setOpen(false);
  };
  return (
    <div ref={action}>
      {lapse && (
        <p className={styles.lapse} data-testid="lapsed">
          {say(lapse.why)} “{lapse.justification.reason}”
        </p>
      )}
      {open ? (
        <JustificationForm reason={lapse?.justification.reason} onSave={save} onCancel={cancel} />
      ) : (
        <Button
          className={styles.open}
          size="small"
          appearance="subtle"
          icon={<CommentNote20Regular />}
          data-testid="justify"
          aria-label={`${words}, ${strings.justification.at(finding.cells.slice(0, MOST_CELLS).map(a1).join(", "))}`}
          onClick={() => setOpen(true)}
        >
          {words}
        </Button>
      )}
    </div>
  );
}

interface JustificationFormProps {
  /** What was written before. */
  readonly reason?: string | undefined;
  /** Resolves to false where it could not be kept; the form stays then. */
  readonly onSave: (reason: string) => Promise<boolean>;
  readonly onCancel: () => void;
}

/** Asks why a questioned figure is right. Ctrl+Enter keeps, Esc cancels. */
function JustificationForm({ reason = "", onSave, onCancel }: JustificationFormProps) {
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
