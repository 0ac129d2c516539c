import { Field, makeStyles, Radio, RadioGroup, Textarea, tokens } from "@fluentui/react-components";
import { COMMON_FIELDS, FIELD_CATALOGUE, fieldsFromText } from "../../forms/fields";
import { useScreen } from "../strings/screenStrings";

/** Which rows a new sheet is to have. */
interface ChosenFields {
  readonly kind: "common" | "catalogue" | "own";
  /** The user's own list, one field a line. */
  readonly text: string;
}

export const NEW_FIELDS: ChosenFields = { kind: "common", text: "" };

/** The labels of the rows, in order. */
export function labelsOf({ kind, text }: ChosenFields): readonly string[] {
  switch (kind) {
    case "common":
      return COMMON_FIELDS.map(({ label }) => label);
    case "catalogue":
      return FIELD_CATALOGUE.map(({ label }) => label);
    case "own":
      return fieldsFromText(text).labels;
  }
}

const useStyles = makeStyles({
  duplicates: { margin: 0, paddingLeft: tokens.spacingHorizontalL, fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
});

interface FieldsChoiceProps {
  readonly chosen: ChosenFields;
  /** Whether the rows are fields, of which there are lists; others are typed or pasted. */
  readonly catalogued: boolean;
  readonly onChoose: (chosen: ChosenFields) => void;
  /** Whether what is missing is to be told. */
  readonly tried: boolean;
}

/** Chooses the rows: the usual ones, the whole catalogue, or a list typed or pasted. */
export function FieldsChoice({ chosen, catalogued, onChoose, tried }: FieldsChoiceProps) {
  const styles = useStyles();
  const { strings } = useScreen();
  const { scaffold } = strings;
  const own = !catalogued || chosen.kind === "own";
  const { labels, duplicates } = fieldsFromText(own ? chosen.text : "");
  const missing = tried && labels.length === 0;
  return (
    <>
      {catalogued && (
        <Field label={scaffold.fields}>
          <RadioGroup value={chosen.kind} onChange={(_, { value }) => onChoose({ ...chosen, kind: value as ChosenFields["kind"] })}>
            <Radio value="common" label={scaffold.common(COMMON_FIELDS.length)} />
            <Radio value="catalogue" label={scaffold.catalogue(FIELD_CATALOGUE.length)} />
            <Radio value="own" label={scaffold.own} data-testid="own-fields" />
          </RadioGroup>
        </Field>
      )}
      {own && (
        <>
          <Field
            label={catalogued ? scaffold.ownLabel : scaffold.rowsLabel}
            hint={labels.length > 0 ? (catalogued ? scaffold.ownCount : scaffold.rowsCount)(labels.length) : scaffold.ownHint}
            {...(missing ? { validationMessage: catalogued ? scaffold.ownMissing : scaffold.rowsMissing, validationState: "error" } : {})}
          >
            <Textarea rows={6} resize="vertical" value={chosen.text} onChange={(_, { value }) => onChoose({ ...chosen, text: value })} data-testid="fields" />
          </Field>
          {duplicates.length > 0 && (
            <ul className={styles.duplicates}>
              {duplicates.map(({ label, line, firstLine }) => (
                <li key={line}>{scaffold.duplicate(label, line, firstLine)}</li>
              ))}
            </ul>
          )}
        </>
      )}
    </>
  );
}
