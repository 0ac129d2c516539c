import { Button, Field, Input, makeStyles, Select, tokens } from "@fluentui/react-components";
import { useState } from "react";
import { FORMS } from "../../forms/forms";
import { usePane } from "../PaneContext";
import { PanelForm } from "../parts/PanelForm";
import { FieldsChoice } from "./FieldsChoice";
import { labelsOf, NEW_FIELDS } from "./fieldsChosen";
import { PeriodChoice } from "./PeriodChoice";
import { newPeriod, periodOf } from "./periodChosen";

const useStyles = makeStyles({
  note: { margin: 0, fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
});

/** Chooses a form, who reports on what, and adds the sheet. */
export function ScaffoldPanel() {
  const styles = useStyles();
  const { strings, say, work } = usePane();
  const { scaffold } = strings;
  const [formId, setFormId] = useState(FORMS[0]?.id);
  const [unit, setUnit] = useState("");
  const [receiver, setReceiver] = useState("");
  const [chosenPeriod, setChosenPeriod] = useState(() => newPeriod(new Date()));
  const [fields, setFields] = useState(NEW_FIELDS);
  const [tried, setTried] = useState(false);

  const form = FORMS.find(({ id }) => id === formId);
  const period = periodOf(chosenPeriod);
  const labels = labelsOf(fields);
  const create = () => {
    setTried(true);
    if (!form || !period || labels.length === 0) return;
    const [unitName, receiverName] = [unit.trim(), receiver.trim()];
    void work.scaffold(form, {
      period,
      fields: labels,
      ...(unitName ? { unit: unitName } : {}),
      ...(receiverName ? { receiver: receiverName } : {}),
    });
  };
  return (
    <PanelForm heading={scaffold.heading} onSubmit={create}>
      <Field label={scaffold.form}>
        <Select value={formId ?? ""} onChange={(_, { value }) => setFormId(value)} data-testid="form">
          {FORMS.map(({ id, mark }) => (
            <option key={id} value={id}>
              {mark}
            </option>
          ))}
        </Select>
      </Field>
      {form && (
        <p className={styles.note}>
          {form.basis}. {say(form.note)}
        </p>
      )}
      <Field label={scaffold.unit} hint={scaffold.unitHint}>
        <Input value={unit} onChange={(_, { value }) => setUnit(value)} data-testid="unit" />
      </Field>
      <Field label={scaffold.receiver}>
        <Input value={receiver} onChange={(_, { value }) => setReceiver(value)} data-testid="receiver" />
      </Field>
      <PeriodChoice chosen={chosenPeriod} onChoose={setChosenPeriod} tried={tried} />
      <FieldsChoice chosen={fields} onChoose={setFields} tried={tried} />
      <Button type="submit" appearance="primary" size="large" data-testid="create-sheet">
        {scaffold.create}
      </Button>
    </PanelForm>
  );
}
