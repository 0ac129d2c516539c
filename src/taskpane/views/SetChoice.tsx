import { Checkbox, makeStyles, tokens } from "@fluentui/react-components";
import type { ReactNode } from "react";
import { formName, type Form } from "../../core/form/Form";
import type { FormsOfSet } from "../../core/scaffold/planSet";
import { MessageBox } from "../parts/MessageBox";
import { useScreen } from "../strings/screenStrings";
import { sayDay } from "./FormChoice";

const useStyles = makeStyles({
  group: { margin: 0, padding: 0, border: "none", minWidth: 0, display: "flex", flexDirection: "column", gap: tokens.spacingVerticalS },
  legend: { padding: 0, fontWeight: tokens.fontWeightSemibold },
  list: { margin: 0, padding: 0, listStyle: "none" },
  choice: { display: "flex", alignItems: "flex-start" },
  about: { display: "block", fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
  problem: { margin: 0, color: tokens.colorStatusDangerForeground1 },
});

interface SetChoiceProps {
  readonly set: FormsOfSet;
  readonly isTicked: (form: Form) => boolean;
  readonly onTick: (form: Form, ticked: boolean) => void;
  /** Whether it is to be told that nothing is ticked. */
  readonly isMissing: boolean;
}

/** Ticks the forms of a set: those in force; with a warning those of which nobody knows; apart those that are not, and why. */
export function SetChoice({ set: { inForce, unsure, outdated }, isTicked, onTick, isMissing }: SetChoiceProps) {
  const styles = useStyles();
  const { strings } = useScreen();
  const { scaffold } = strings;
  const list = (forms: readonly Form[], about: (form: Form) => ReactNode) => (
    <ul className={styles.list}>
      {forms.map((form) => (
        <li key={form.id}>
          <Checkbox
            className={styles.choice}
            checked={isTicked(form)}
            onChange={(_, { checked }) => onTick(form, checked === true)}
            data-testid={`set-${form.id}`}
            label={
              <>
                {formName(form)}
                <span className={styles.about}>{about(form)}</span>
              </>
            }
          />
        </li>
      ))}
    </ul>
  );
  const inForceWhen = ({ from, to }: Form): string => scaffold.inForce(sayDay(from), to && sayDay(to));
  const graded = (form: Form): string => [...(form.mark === undefined ? [] : [form.title + "."]), scaffold.grades[form.grade]].join(" ");
  return (
    <fieldset className={styles.group} data-testid="set-forms" aria-invalid={isMissing}>
      <legend className={styles.legend}>{scaffold.setForms}</legend>
      {isMissing && (
        <p className={styles.problem} role="alert">
          {scaffold.noneTicked}
        </p>
      )}
      {list(inForce, graded)}
      {unsure.length > 0 && (
        <MessageBox tone="warning" testId="set-unsure">
          {scaffold.unsure}
          {list(unsure, inForceWhen)}
        </MessageBox>
      )}
      {outdated.length > 0 && (
        <div data-testid="set-outdated">
          {scaffold.outdated}
          {list(outdated, inForceWhen)}
        </div>
      )}
    </fieldset>
  );
}
