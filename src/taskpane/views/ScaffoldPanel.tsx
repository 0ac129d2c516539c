import { Button, Field, Input, makeStyles, Radio, RadioGroup, tokens } from "@fluentui/react-components";
import { useMemo, useState } from "react";
import { soundForms } from "../../core/described/ownForm";
import type { Form, Level } from "../../core/form/Form";
import { readReportInfo } from "../../core/head/ReportInfo";
import { formsOfSet } from "../../core/scaffold/planSet";
import { usualRows } from "../../forms/fields";
import { FORMS } from "../../forms/forms";
import { PanelForm } from "../parts/PanelForm";
import type { Session } from "../session/session";
import { keepReporting, loadReporting, type Reporting } from "../settings/reporting";
import { useScreen } from "../strings/screenStrings";
import { FieldsChoice, labelsOf, NEW_FIELDS } from "./FieldsChoice";
import { FormChoice } from "./FormChoice";
import { LevelChoice } from "./LevelChoice";
import { PeriodChoice, newPeriod, periodOf } from "./PeriodChoice";
import { SetChoice } from "./SetChoice";

const useStyles = makeStyles({
  note: { margin: 0, fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
});

/** What the rows of a form stand for, where the form does not give them. */
function rowsOf({ tables: [{ rows }] }: Form): "field" | "other" | undefined {
  return "each" in rows ? (rows.each === "field" ? "field" : "other") : undefined;
}

/** The texts that were said, without the blanks around them; what was left empty is absent. */
function saidIn(reporting: Reporting): Partial<Record<"unit" | "receiver" | "place" | "signatory", string>> {
  const keys = ["unit", "receiver", "place", "signatory"] as const;
  return Object.fromEntries(keys.map((key) => [key, reporting[key].trim()]).filter(([, text]) => text !== ""));
}

/** Chooses a form, or the set of a level, and who reports on what, and adds the sheets; takes the set made last away again. */
export function ScaffoldPanel({ session: { kept, made, checked } }: { readonly session: Session }) {
  const styles = useStyles();
  const { strings, work } = useScreen();
  const { scaffold } = strings;
  const forms = useMemo(() => [...FORMS, ...soundForms(kept?.own ?? [])], [kept]);
  const info = useMemo(() => readReportInfo(checked?.sheets ?? []), [checked]);
  const [what, setWhat] = useState<"one" | "set">("one");
  const [form, setForm] = useState<Form>(FORMS[0]);
  const [reporting, setReporting] = useState(loadReporting);
  const [chosenPeriod, setChosenPeriod] = useState(() => newPeriod(new Date()));
  const [fields, setFields] = useState(NEW_FIELDS);
  const [ticks, setTicks] = useState<ReadonlyMap<Form, boolean>>(new Map());
  const [tried, setTried] = useState(false);

  const isSet = what === "set";
  const period = periodOf(chosenPeriod);
  const rows = isSet ? "field" : rowsOf(form);
  const labels = rows === undefined ? [] : labelsOf(rows === "field" ? fields : { ...fields, kind: "own" });
  const level: Level = reporting.level ?? "commune";
  const set = isSet && period ? formsOfSet(FORMS, level, period) : undefined;
  const isTicked = (each: Form): boolean => ticks.get(each) ?? !set?.outdated.includes(each);
  const ticked = set ? FORMS.filter((each) => [set.inForce, set.unsure, set.outdated].some((some) => some.includes(each)) && isTicked(each)) : [];

  const create = () => {
    setTried(true);
    if (!period || (rows !== undefined && labels.length === 0) || (isSet && ticked.length === 0)) return;
    const said = saidIn(reporting);
    keepReporting(isSet ? { ...reporting, level } : reporting, isSet ? undefined : form.id);
    if (isSet) void work.maker.makeSet(ticked, { level, period, ...said, fieldsOf: (each) => (rowsOf(each) === "field" ? labels : usualRows(each)) });
    else void work.maker.makeForm(form, { period, fields: labels, ...said });
  };
  const input = (key: "unit" | "receiver" | "place" | "signatory", hint?: string) => (
    <Field label={scaffold[key]} {...(hint === undefined ? {} : { hint })}>
      <Input value={reporting[key]} onChange={(_, { value }) => setReporting({ ...reporting, [key]: value })} data-testid={key} />
    </Field>
  );
  const chooseLevel = (chosen: Level | undefined) => {
    const { level: _, ...others } = reporting;
    setReporting(chosen ? { ...others, level: chosen } : others);
    setTicks(new Map());
  };
  return (
    <PanelForm heading={scaffold.heading} onSubmit={create}>
      <Field label={scaffold.what}>
        <RadioGroup value={what} onChange={(_, { value }) => setWhat(value as typeof what)}>
          <Radio value="one" label={scaffold.one} data-testid="make-one" />
          <Radio value="set" label={scaffold.set} data-testid="make-set" />
        </RadioGroup>
      </Field>
      {isSet ? (
        <LevelChoice level={level} onChoose={chooseLevel} />
      ) : (
        <FormChoice forms={forms} chosen={form} period={period} level={reporting.level} recent={reporting.recent} onLevel={chooseLevel} onChoose={setForm} />
      )}
      {info && <p className={styles.note}>{scaffold.infoFound(info.source.sheet)}</p>}
      {input("unit", scaffold.unitHint)}
      {input("receiver")}
      {isSet && !info && input("place")}
      {isSet && !info && input("signatory")}
      <PeriodChoice chosen={chosenPeriod} onChoose={setChosenPeriod} tried={tried} />
      {set && <SetChoice set={set} isTicked={isTicked} onTick={(each, on) => setTicks(new Map(ticks).set(each, on))} isMissing={tried && ticked.length === 0} />}
      {isSet && !info && <p className={styles.note}>{scaffold.infoMade}</p>}
      {rows !== undefined && <FieldsChoice chosen={fields} catalogued={rows === "field"} onChoose={setFields} tried={tried} />}
      <Button type="submit" appearance="primary" size="large" data-testid="create-sheet">
        {isSet ? scaffold.createSet(ticked.length) : scaffold.create}
      </Button>
      {made.length > 0 && (
        <Field hint={scaffold.removeSetHint}>
          <Button onClick={() => void work.maker.removeSet()} data-testid="remove-set">
            {scaffold.removeSet}
          </Button>
        </Field>
      )}
    </PanelForm>
  );
}
