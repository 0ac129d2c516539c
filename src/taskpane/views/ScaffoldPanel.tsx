import { Button, Field, Input } from "@fluentui/react-components";
import { useMemo, useState } from "react";
import { soundForms } from "../../core/described/ownForm";
import type { Form } from "../../core/form/Form";
import { FORMS } from "../../forms/forms";
import { PanelForm } from "../parts/PanelForm";
import type { Session } from "../session/session";
import { useScreen } from "../strings/screenStrings";
import { FieldsChoice, labelsOf, NEW_FIELDS } from "./FieldsChoice";
import { FormChoice } from "./FormChoice";
import { PeriodChoice, newPeriod, periodOf } from "./PeriodChoice";

/** What the rows of a form stand for, where the form does not give them. */
function rowsOf({ tables: [{ rows }] }: Form): "field" | "other" | undefined {
  return "each" in rows ? (rows.each === "field" ? "field" : "other") : undefined;
}

/** Chooses a form, who reports on what, and adds the sheet. */
export function ScaffoldPanel({ kept }: Pick<Session, "kept">) {
  const { strings, work } = useScreen();
  const { scaffold } = strings;
  const forms = useMemo(() => [...FORMS, ...soundForms(kept?.own ?? [])], [kept]);
  const [form, setForm] = useState<Form>(FORMS[0]);
  const [unit, setUnit] = useState("");
  const [receiver, setReceiver] = useState("");
  const [chosenPeriod, setChosenPeriod] = useState(() => newPeriod(new Date()));
  const [fields, setFields] = useState(NEW_FIELDS);
  const [tried, setTried] = useState(false);

  const period = periodOf(chosenPeriod);
  const rows = rowsOf(form);
  const labels = rows === undefined ? [] : labelsOf(rows === "field" ? fields : { ...fields, kind: "own" });
  const create = () => {
    setTried(true);
    if (!period || (rows !== undefined && labels.length === 0)) return;
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
      <FormChoice forms={forms} chosen={form} period={period} onChoose={setForm} />
      <Field label={scaffold.unit} hint={scaffold.unitHint}>
        <Input value={unit} onChange={(_, { value }) => setUnit(value)} data-testid="unit" />
      </Field>
      <Field label={scaffold.receiver}>
        <Input value={receiver} onChange={(_, { value }) => setReceiver(value)} data-testid="receiver" />
      </Field>
      <PeriodChoice chosen={chosenPeriod} onChoose={setChosenPeriod} tried={tried} />
      {rows !== undefined && <FieldsChoice chosen={fields} catalogued={rows === "field"} onChoose={setFields} tried={tried} />}
      <Button type="submit" appearance="primary" size="large" data-testid="create-sheet">
        {scaffold.create}
      </Button>
    </PanelForm>
  );
}
