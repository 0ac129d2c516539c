import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { useMemo } from "react";
import { conversionOf, type Conversion } from "../../core/convert/conversionOf";
import type { Table } from "../../core/figures/Table";
import { formName, isInForce, type Form } from "../../core/form/Form";
import { isoDate } from "../../core/words/Period";
import { FORMS } from "../../forms/forms";
import { VOCABULARY } from "../../vocabulary/vocabulary";
import { useScreen } from "../strings/screenStrings";

const useStyles = makeStyles({
  box: { marginBottom: tokens.spacingVerticalM },
  button: { width: "100%" },
  unknown: { marginTop: tokens.spacingVerticalXS, fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
  toggle: { cursor: "pointer", color: tokens.colorBrandForegroundLink, ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}` } },
  list: { margin: `${tokens.spacingVerticalXS} 0 0`, paddingLeft: tokens.spacingHorizontalL },
});

/** What exports of information systems are turned into: the form offered first, in its edition for the table's period. */
function targetFor({ period }: Table): Form {
  const [first] = FORMS;
  const day = period && isoDate(period.period.to);
  return (day === undefined ? undefined : FORMS.find((form) => form.family === first.family && isInForce(form, day))) ?? first;
}

/** Tables that nobody has to file, of no mark: those are exports, which tell the figures of a form that somebody does. */
const isExport = ({ form: { mark, inSets, origin } }: Table): boolean => mark === undefined && inSets === undefined && origin === undefined;

const conversionFor = (table: Table): Conversion | undefined => (isExport(table) ? conversionOf(table, targetFor(table), VOCABULARY) : undefined);

/** Offers to turn a table into the form that is filed, and says before what cannot be known from it; nothing where it tells too little. */
export function ConversionAction({ table }: { readonly table: Table }) {
  const styles = useStyles();
  const { strings, say, work } = useScreen();
  const { conversion: words } = strings;
  const conversion = useMemo(() => conversionFor(table), [table]);
  if (!conversion) return null;
  const { said, target } = conversion;
  return (
    <div className={styles.box} data-testid="conversion">
      <Button className={styles.button} data-testid="convert" onClick={() => void work.maker.convert(conversion)}>
        {words.convert(formName(target))}
      </Button>
      {said.length > 0 && (
        <details className={styles.unknown}>
          <summary className={styles.toggle}>{words.unknown(said.length)}</summary>
          <ul className={styles.list}>
            {said.map((phrase) => (
              <li key={phrase.vi}>{say(phrase)}</li>
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}
