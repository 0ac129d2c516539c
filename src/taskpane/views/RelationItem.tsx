import { Button, Field, Input, makeStyles, Switch, tokens } from "@fluentui/react-components";
import { useState, type FormEvent } from "react";
import { readEquation } from "../../core/described/readEquations";
import { sayDoubtOf, sayRelation } from "../../core/described/sayDescription";
import { relationKey, type JudgedRelation, type TableDescription } from "../../core/described/TableDescription";
import { usePane } from "../PaneContext";
import { DESCRIBE_STRINGS } from "../strings/describeStrings";

const useStyles = makeStyles({
  item: { padding: `${tokens.spacingVerticalXS} 0`, borderBottom: `1px solid ${tokens.colorNeutralStroke2}`, overflowWrap: "anywhere" },
  doubt: { margin: 0, fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
  more: { cursor: "pointer", width: "fit-content", fontSize: tokens.fontSizeBase200, ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}` } },
  form: { display: "flex", flexDirection: "column", alignItems: "flex-start", gap: tokens.spacingVerticalXS, padding: `${tokens.spacingVerticalXS} 0` },
});

interface RelationItemProps {
  readonly table: TableDescription["table"];
  readonly relation: JudgedRelation;
}

/** A relation as a sentence, with how far the figures obey it: it may be switched off, or read otherwise. */
export function RelationItem({ table, relation }: RelationItemProps) {
  const styles = useStyles();
  const { work, say, language } = usePane();
  const words = DESCRIBE_STRINGS[language];
  const [text, setText] = useState(relation.corrected ?? relation.printed);
  const [wrong, setWrong] = useState(false);
  const key = relationKey(table, relation);
  const isUsed = relation.standing === "used";
  const sentence = say(sayRelation(relation));
  const doubt = sayDoubtOf(relation);

  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    const isRead = readEquation(text) !== undefined;
    setWrong(!isRead);
    if (isRead) void work.reporter.sayRelation(key, text.trim());
  };
  // What the figures contradict is used where the reporter says so; then it counts as read by hand.
  const use = (isOn: boolean): void => void work.reporter.sayRelation(key, isOn ? (relation.standing === "off" ? undefined : relation.printed) : false);
  return (
    <li className={styles.item} data-testid="relation" data-standing={relation.standing}>
      <Switch checked={isUsed} label={sentence} aria-label={words.use(sentence)} onChange={(_, { checked }) => use(checked)} />
      {doubt && <p className={styles.doubt}>{say(doubt)}</p>}
      <details>
        <summary className={styles.more}>{words.correct}</summary>
        <form className={styles.form} onSubmit={onSubmit} noValidate>
          <Field label={words.printed(relation.printed)} hint={words.correctHint} {...(wrong ? { validationMessage: words.wrong, validationState: "error" } : {})}>
            <Input value={text} onChange={(_, { value }) => setText(value)} data-testid="correct-relation" />
          </Field>
          <Button size="small" type="submit">
            {words.save}
          </Button>
          {relation.corrected !== undefined && (
            <Button size="small" appearance="subtle" onClick={() => void work.reporter.sayRelation(key, undefined)}>
              {words.asPrinted}
            </Button>
          )}
        </form>
      </details>
    </li>
  );
}
