import { Field, Input, Link, makeStyles, Select, tokens } from "@fluentui/react-components";
import { useState } from "react";
import { formName, isInForce, type Form } from "../../core/form/Form";
import { fold } from "../../core/sheet/fold";
import { formatDate, isoDate, parseIsoDate, type Period } from "../../core/words/Period";
import { MessageBox } from "../parts/MessageBox";
import { useScreen } from "../strings/screenStrings";

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

/** The edition of the same form that was in force on a day. */
const editionFor = ({ family }: Form, forms: readonly Form[], day: string): Form | undefined =>
  forms.find((each) => each.family === family && isInForce(each, day));

interface FormChoiceProps {
  readonly forms: readonly Form[];
  readonly chosen: Form;
  /** The period the sheet is for, once it is chosen. */
  readonly period: Period | undefined;
  readonly onChoose: (form: Form) => void;
}

const sayDay = (day: string): string => formatDate(parseIsoDate(day)!);

/** Chooses one of the forms, by the instrument that issued them, and says what it is: its title, how well it is attested, when it is in force. */
export function FormChoice({ forms, chosen, period, onChoose }: FormChoiceProps) {
  const styles = useStyles();
  const { strings, say } = useScreen();
  const { scaffold } = strings;
  const [search, setSearch] = useState("");
  const found = formsFound(forms, search);
  const shown = found.includes(chosen) ? found : [chosen, ...found];
  const look = (text: string) => {
    setSearch(text);
    const [first] = formsFound(forms, text);
    if (first && !formsFound([chosen], text).includes(chosen)) onChoose(first);
  };
  const day = period && isoDate(period.to);
  const outdated = day !== undefined && !isInForce(chosen, day);
  const other = outdated ? editionFor(chosen, forms, day) : undefined;
  return (
    <>
      {forms.length > AT_A_GLANCE && (
        <Field label={scaffold.search} hint={found.length > 0 ? scaffold.found(found.length) : scaffold.notFound}>
          <Input type="search" value={search} onChange={(_, { value }) => look(value)} data-testid="form-search" />
        </Field>
      )}
      <Field label={scaffold.form}>
        <Select className={styles.choice} value={chosen.id} onChange={(_, { value }) => onChoose(forms.find(({ id }) => id === value)!)} data-testid="form">
          {[...new Set(shown.map(({ basis }) => basis))].map((basis) => (
            <optgroup key={basis} label={basis}>
              {shown
                .filter((form) => form.basis === basis)
                .map((form) => (
                  <option key={form.id} value={form.id}>
                    {formName(form)}
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
