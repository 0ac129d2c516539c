import { Button, Field, Input, makeStyles, tokens } from "@fluentui/react-components";
import { useRef, useState } from "react";
import { ownFormOf, readOwnForm, writeOwnForm } from "../../core/described/ownForm";
import type { TableDescription } from "../../core/described/TableDescription";
import type { Form } from "../../core/form/Form";
import { usePane } from "../PaneContext";
import { MessageBox } from "../parts/MessageBox";
import { DESCRIBE_STRINGS } from "../strings/describeStrings";

const useStyles = makeStyles({
  form: { display: "flex", flexDirection: "column", alignItems: "flex-start", gap: tokens.spacingVerticalS, padding: `${tokens.spacingVerticalS} 0` },
  heading: { margin: 0, fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold },
  actions: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalS },
});

interface Outcome {
  readonly tone: "success" | "warning";
  readonly words: string;
}

/** Keeps what a table says as a form of the agency's own, in the workbook or as a file; takes in such a file of others. */
export function OwnFormKeeper({ description }: { readonly description: TableDescription }) {
  const styles = useStyles();
  const { work, host, language } = usePane();
  const words = DESCRIBE_STRINGS[language];
  const [name, setName] = useState("");
  const [missing, setMissing] = useState(false);
  const [outcome, setOutcome] = useState<Outcome>();
  const file = useRef<HTMLInputElement>(null);

  /** The form under the name typed; asks for one where there is none. */
  const named = (): Form | undefined => {
    const form = ownFormOf(description, name);
    setMissing(form === undefined);
    return form;
  };
  const keep = async (form: Form | undefined) => {
    if (!form) return;
    await work.reporter.keepForm(form);
    setOutcome({ tone: "success", words: words.kept(form.sheetName ?? form.title) });
  };
  const download = async () => {
    const form = named();
    if (!form) return;
    const fileName = `${form.id.replace(":", "-")}.json`;
    try {
      await host.saveFile(fileName, new TextEncoder().encode(writeOwnForm(form)), "application/json");
      setOutcome({ tone: "success", words: words.saved(fileName) });
    } catch (error) {
      work.fail(error);
    }
  };
  const open = async (chosen: File | undefined) => {
    if (!chosen) return;
    const read = readOwnForm(await chosen.text());
    if ("form" in read) await keep(read.form);
    else setOutcome({ tone: "warning", words: words.unsound(read.faults.join("; ")) });
  };
  return (
    <section className={styles.form} aria-label={words.keep}>
      <h4 className={styles.heading}>{words.keep}</h4>
      <Field label={words.name} hint={words.keepHint} {...(missing ? { validationMessage: words.nameMissing, validationState: "error" } : {})}>
        <Input value={name} onChange={(_, { value }) => setName(value)} data-testid="own-name" />
      </Field>
      <div className={styles.actions}>
        <Button onClick={() => void keep(named())} data-testid="keep-own">
          {words.keepHere}
        </Button>
        <Button onClick={() => void download()} data-testid="download-own">
          {words.download}
        </Button>
        <Button appearance="subtle" onClick={() => file.current?.click()}>
          {words.open}
        </Button>
        <input
          ref={file}
          type="file"
          accept=".json,application/json"
          hidden
          data-testid="open-own"
          onChange={({ target }) => {
            void open(target.files?.[0]);
            target.value = "";
          }}
        />
      </div>
      {outcome && (
        <MessageBox tone={outcome.tone} role="status" testId="own-outcome">
          {outcome.words}
        </MessageBox>
      )}
    </section>
  );
}
