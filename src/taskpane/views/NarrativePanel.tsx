import { Button, Field, Link, makeStyles, Select, tokens } from "@fluentui/react-components";
import { Copy20Regular } from "@fluentui/react-icons/svg/copy";
import { DocumentArrowDown20Regular } from "@fluentui/react-icons/svg/document-arrow-down";
import { DocumentText24Regular } from "@fluentui/react-icons/svg/document-text";
import { useEffect, useMemo, useRef, useState } from "react";
import { narrate, paragraphsOf } from "../../core/narrative/narrate";
import type { Paragraph } from "../../core/narrative/Paragraph";
import { sayHiddenRows } from "../../core/narrative/sayHiddenRows";
import { VOCABULARY } from "../../vocabulary/vocabulary";
import { copyRich } from "../../word/clipboard";
import { toHtml, plainText } from "../../word/html";
import { loadDocx } from "../later";
import { EmptyState } from "../parts/EmptyState";
import { MessageBox } from "../parts/MessageBox";
import { TableChoice, tableInView } from "../parts/TableChoice";
import type { Session } from "../session/session";
import { useScreen } from "../strings/screenStrings";
import { NarrativePreview } from "./NarrativePreview";
import { WrittenText } from "./WrittenText";

const DOCX_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

const useStyles = makeStyles({
  panel: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalMNudge },
  heading: { margin: 0, fontSize: tokens.fontSizeBase500, lineHeight: tokens.lineHeightBase500 },
  actions: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalS, "& > *": { flexGrow: 1 } },
  hint: { margin: 0, fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground3 },
});

/** What came of copying or downloading a text; it does not hold for another one. */
interface Outcome {
  readonly of: readonly Paragraph[];
  readonly tone: "success" | "warning";
  readonly words: string;
}

interface NarrativePanelProps {
  readonly session: Session;
  readonly onShowErrors: () => void;
}

/** The paragraph of the report, to be looked over and taken to Word. */
export function NarrativePanel({ session, onShowErrors }: NarrativePanelProps) {
  const styles = useStyles();
  const { strings, work, say, host } = useScreen();
  const { narrative } = strings;
  const [choice, setChoice] = useState<number>();
  const [styleId, setStyleId] = useState<string>();
  const [outcome, setOutcome] = useState<Outcome>();
  const preview = useRef<HTMLDivElement>(null);
  useEffect(() => void work.need(), [work]);

  const { checked, kept } = session;
  const audits = checked?.audit.tables.filter(({ table }) => paragraphsOf(table.form).length > 0) ?? [];
  const tables = audits.map((each) => each.table);
  const chosen = Math.min(choice ?? tableInView(tables, session.sheet), audits.length - 1);
  const current = audits[chosen];
  const paragraphs = useMemo(() => {
    const all = checked?.audit.tables.map(({ table }) => table) ?? [];
    return current ? narrate(current.table, { vocabulary: VOCABULARY, style: styleId, tables: all, answers: kept?.answers }) : [];
  }, [current, checked, styleId, kept]);

  if (!checked) return null;
  if (!current) return <EmptyState icon={<DocumentText24Regular />} heading={narrative.none} text={narrative.noneText} />;
  const { table, findings } = current;
  const kinds = paragraphsOf(table.form).flatMap(({ styles: wordings }) => wordings);
  const sheet = checked.sheets.find(({ name }) => name === table.sheet);
  const hidden = sheet && sayHiddenRows(table, sheet);
  const errors = findings.filter(({ severity }) => severity === "error").length;

  const copy = async () => {
    const way = await copyRich(toHtml(paragraphs), plainText(paragraphs));
    if (way === "manual" && preview.current) document.getSelection()?.selectAllChildren(preview.current);
    setOutcome({ of: paragraphs, ...(way === "manual" ? { tone: "warning", words: narrative.copyManually } : { tone: "success", words: narrative.copied }) });
  };
  const download = async () => {
    try {
      const { toDocx } = await loadDocx();
      const name = `${narrative.fileName} ${table.sheet}.docx`;
      await host.saveFile(name, await toDocx(paragraphs), DOCX_TYPE);
      setOutcome({ of: paragraphs, tone: "success", words: narrative.saved(name) });
    } catch (error) {
      work.fail(error);
    }
  };
  return (
    <section className={styles.panel} aria-label={narrative.heading}>
      <h2 className={styles.heading}>{narrative.heading}</h2>
      {errors > 0 && (
        <MessageBox tone="warning" testId="narrative-errors">
          {narrative.errors(errors)} <Link inline onClick={session.listed ? onShowErrors : () => void work.check()}>{narrative.showErrors}</Link>
        </MessageBox>
      )}
      {hidden && (
        <MessageBox tone="warning" testId="narrative-hidden">
          {say(hidden)}
        </MessageBox>
      )}
      <TableChoice label={narrative.table} tables={tables} chosen={chosen} onChoose={setChoice} />
      <Field label={narrative.style}>
        <Select value={styleId ?? kinds[0]?.id ?? ""} onChange={(_, { value }) => setStyleId(value)} data-testid="style">
          {kinds.map(({ id, name }) => (
            <option key={id} value={id}>
              {say(name)}
            </option>
          ))}
        </Select>
      </Field>
      <div className={styles.actions}>
        <Button appearance="primary" icon={<Copy20Regular />} onClick={() => void copy()} data-testid="copy-narrative">
          {narrative.copy}
        </Button>
        <Button icon={<DocumentArrowDown20Regular />} onClick={() => void download()} data-testid="download-docx">
          {narrative.docx}
        </Button>
      </div>
      {outcome?.of === paragraphs && (
        <MessageBox tone={outcome.tone} role="status" testId="copied">
          {outcome.words}
        </MessageBox>
      )}
      <p className={styles.hint}>{narrative.previewHint}</p>
      <NarrativePreview ref={preview} paragraphs={paragraphs} />
      <WrittenText written={session.written} />
    </section>
  );
}
