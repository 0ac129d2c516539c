import { Field, Input, Link, makeStyles, Select, tokens } from "@fluentui/react-components";
import { useState } from "react";
import { formName, isInForce, type Form, type Level } from "../../core/form/Form";
import { fold } from "../../core/sheet/fold";
import { formatDate, isoDate, parseIsoDate, type Period } from "../../core/words/Period";
import { bySubject } from "../../forms/catalogue/subjects";
import { MessageBox } from "../parts/MessageBox";
import { useScreen } from "../strings/screenStrings";
import { LevelChoice } from "./LevelChoice";

/** More forms than this are not seen at a glance: they can be searched. */
const AT_A_GLANCE = 8;

const useStyles = makeStyles({
  about: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalXS, fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
  line: { margin: 0 },
  // Titles of forms without a mark are longer than the pane is wide.
  choice: { minWidth: 0, "& select": { width: "100%", minWidth: 0, textOverflow: "ellipsis" } },
});

/** The forms whose mark, title or instrument has every word looked for, whatever its diacritics; all for an empty text. */
function formsFound(forms: readonly Form[], text: string): readonly Form[] {
  const words = fold(text).split(" ").filter((word) => word !== "");
  return forms.filter((form) => {
    const named = fold([formName(form), form.title, form.basis, form.id].join(" "));
    return words.every((word) => named.includes(word));
  });
}

/** Whether units of a level file the form, or it does not say who does. */
const isFiledAt = ({ levels, inSets }: Form, level: Level): boolean => (levels ?? inSets)?.includes(level) ?? true;

/** Whether another edition is called the same. */
const hasNamesake = (form: Form, forms: readonly Form[]): boolean => forms.some((each) => each !== form && formName(each) === formName(form));

/** The edition of the same form that was in force on a day. */
const editionFor = ({ family }: Form, forms: readonly Form[], day: string): Form | undefined =>
  forms.find((each) => each.family === family && isInForce(each, day));

interface FormChoiceProps {
  readonly forms: readonly Form[];
  readonly chosen: Form;
  /** The period the sheet is for, once it is chosen. */
  readonly period: Period | undefined;
  /** The level whose forms are offered; all where none is chosen. */
  readonly level?: Level | undefined;
  /** Ids of the forms used last. */
  readonly recent?: readonly string[];
  readonly onLevel?: ((level: Level | undefined) => void) | undefined;
  readonly onChoose: (form: Form) => void;
}

/** An ISO day as forms print it. */
export const sayDay = (day: string): string => formatDate(parseIsoDate(day)!);

/** Chooses one of the forms, by the level that files them and what they are about, those used last first, and says what it is: its title, how well it is attested, when it is in force. */
export function FormChoice({ forms, chosen, period, level, recent = [], onLevel, onChoose }: FormChoiceProps) {
  const styles = useStyles();
  const { strings, say } = useScreen();
  const { scaffold } = strings;
  const [search, setSearch] = useState("");
  const atLevel = level === undefined ? forms : forms.filter((form) => isFiledAt(form, level));
  const found = formsFound(atLevel, search);
  const shown = found.includes(chosen) ? found : [chosen, ...found];
  const used = recent.flatMap((id) => shown.filter((form) => form.id === id));
  const subjects = bySubject(shown.filter((form) => !used.includes(form)));
  const groups = [...(used.length > 0 ? [{ label: scaffold.recent, forms: used }] : []), ...subjects.map(({ name, forms: about }) => ({ label: say(name), forms: about }))];
  const look = (text: string) => {
    setSearch(text);
    const [first] = formsFound(atLevel, text);
    if (first && !formsFound([chosen], text).includes(chosen)) onChoose(first);
  };
  const day = period && isoDate(period.to);
  const outdated = day !== undefined && !isInForce(chosen, day);
  const other = outdated ? editionFor(chosen, forms, day) : undefined;
  return (
    <>
      {forms.length > AT_A_GLANCE && onLevel && <LevelChoice level={level} any={scaffold.anyLevel} onChoose={onLevel} />}
      {forms.length > AT_A_GLANCE && (
        <Field label={scaffold.search} hint={found.length > 0 ? scaffold.found(found.length) : scaffold.notFound}>
          <Input type="search" value={search} onChange={(_, { value }) => look(value)} data-testid="form-search" />
        </Field>
      )}
      <Field label={scaffold.form}>
        <Select className={styles.choice} value={chosen.id} onChange={(_, { value }) => onChoose(forms.find(({ id }) => id === value)!)} data-testid="form">
          {groups.map(({ label, forms: grouped }) => (
            <optgroup key={label} label={label}>
              {grouped.map((form) => (
                <option key={form.id} value={form.id}>
                  {hasNamesake(form, forms) ? scaffold.edition(formName(form), sayDay(form.from)) : formName(form)}
                </option>
              ))}
            </optgroup>
          ))}
        </Select>
      </Field>
      <div className={styles.about} data-testid="about-form">
        {chosen.mark !== undefined && <p className={styles.line}>{chosen.title}</p>}
        <p className={styles.line}>
          {chosen.basis}. {scaffold.inForce(sayDay(chosen.from), chosen.to && sayDay(chosen.to))} {scaffold.grades[chosen.grade]} {say(chosen.note)}
        </p>
      </div>
      {outdated && (
        <MessageBox tone="warning" role="status" testId="out-of-force">
          {scaffold.outOfForce}{" "}
          {other && (
            <Link inline as="button" type="button" onClick={() => onChoose(other)}>
              {scaffold.takeEdition(other.basis)}
            </Link>
          )}
        </MessageBox>
      )}
    </>
  );
}
