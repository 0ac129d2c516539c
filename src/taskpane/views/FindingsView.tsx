import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { ArrowUndo16Regular } from "@fluentui/react-icons/svg/arrow-undo";
import { TableSearch24Regular } from "@fluentui/react-icons/svg/table-search";
import { Fragment, lazy, Suspense, useDeferredValue, useEffect, useMemo, useRef, type ReactNode } from "react";
import { asksOf, placeOfTable } from "../../core/Ask";
import type { TextAudit, Unrecognised as UnrecognisedSheet } from "../../core/audit";
import { justifiedIn } from "../../core/justifications/applyJustifications";
import { a1 } from "../../core/sheet/Address";
import { later } from "../later";
import { CheckedContext } from "../PaneContext";
import { EmptyState } from "../parts/EmptyState";
import { JustifiedFindings } from "../parts/JustifiedFindings";
import { certainErrors, findingsOf, type Checked, type Session } from "../session/session";
import { shortList } from "../session/tellings";
import { useScreen } from "../strings/screenStrings";
import { CheckSummary } from "./CheckSummary";
import { FindingList } from "./FindingList";
import { RecordedAnswers } from "./RecordedAnswers";
import { WhichForm } from "./WhichForm";

const ConversionAction = lazy(async () => ({ default: (await later.conversionAction()).ConversionAction }));

const useStyles = makeStyles({
  section: { outlineStyle: "none" },
  all: { width: "100%", marginBottom: tokens.spacingVerticalM },
  texts: { listStyle: "none", margin: `0 0 ${tokens.spacingVerticalM}`, padding: 0, fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2, overflowWrap: "anywhere" },
  forget: { marginTop: tokens.spacingVerticalXS },
  unrecognised: { listStyle: "none", margin: `${tokens.spacingVerticalL} 0 0`, padding: 0, fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
  sheet: { marginBottom: tokens.spacingVerticalXS },
});

const MOST_CELLS = 4;

interface FindingsViewProps {
  readonly session: Session;
  readonly checked: Checked;
  /** Lets the user choose whether findings are marked. */
  readonly marking: ReactNode;
}

/** What came of the check: how it went, table by table, and what to look at. */
export function FindingsView({ session, checked: newest, marking }: FindingsViewProps) {
  const styles = useStyles();
  const { strings, work } = useScreen();
  // Drawn in small pieces, so that hundreds of findings do not hold up clicks and keys.
  const checked = useDeferredValue<Checked | null>(newest, null);
  const findings = useMemo(() => findingsOf({ checked: checked ?? undefined }), [checked]);

  // A button that goes with what it did leaves its place to the whole list, for whoever works by keyboard.
  const section = useRef<HTMLElement>(null);
  const pressed = useRef(false);
  useEffect(() => {
    if (pressed.current && (document.activeElement === null || document.activeElement === document.body)) section.current?.focus({ preventScroll: true });
    pressed.current = false;
  }, [findings]);
  const onPress = (act: () => Promise<void>) => () => {
    pressed.current = true;
    void act();
  };

  if (!checked) return null;
  const { audit } = checked;
  const asks = asksOf(audit);
  const certain = certainErrors(findings, checked.sheets);
  const last = session.undoable.at(-1);
  return (
    <section ref={section} tabIndex={-1} className={styles.section} aria-label={strings.summary.heading}>
      {marking}
      <WhichForm asks={asks} onChoose={onPress} />
      {audit.tables.length + asks.length + findings.length === 0 && (
        <EmptyState icon={<TableSearch24Regular />} heading={strings.summary.noTables} text={strings.summary.noTablesText} />
      )}
      {audit.tables.map((table) => (
        <Fragment key={placeOfTable(table.table)}>
          <CheckSummary audit={table} justified={justifiedIn(table.table, checked.justified).length} />
          <Suspense fallback={null}>
            <ConversionAction table={table.table} />
          </Suspense>
        </Fragment>
      ))}
      <TextsRead texts={audit.texts} written={session.written} onForget={onPress(() => work.reporter.compare(""))} />
      {last && (
        <Button className={styles.all} icon={<ArrowUndo16Regular />} data-testid="undo-fix" onClick={onPress(() => work.undo())}>
          {strings.finding.undo(shortList(last.map(({ at }) => a1(at)), MOST_CELLS))}
        </Button>
      )}
      {certain.length > 1 && (
        <Button className={styles.all} data-testid="fix-all" onClick={onPress(() => work.applyCertain())}>
          {strings.finding.fixAll(certain.length)}
        </Button>
      )}
      <CheckedContext value={checked}>
        <FindingList findings={findings} active={session.active} sheets={audit.tables.length + audit.sheets.length > 1} />
      </CheckedContext>
      <JustifiedFindings checked={checked} />
      <RecordedAnswers audit={audit} kept={session.kept} />
      <Unrecognised sheets={audit.unrecognised.filter(({ question }) => !question)} />
    </section>
  );
}

interface TextsReadProps {
  readonly texts: readonly TextAudit[];
  /** As pasted; empty where nothing was. */
  readonly written: string;
  readonly onForget: () => void;
}

/** What became of written reports: how much of each could be read and compared, so that silence is not taken for agreement. */
function TextsRead({ texts, written, onForget }: TextsReadProps) {
  const styles = useStyles();
  const { strings, say } = useScreen();
  if (texts.length === 0) return null;
  return (
    <ul className={styles.texts} data-testid="texts">
      {texts.map(({ source, said }) => (
        <li key={source.vi}>{say(said)}</li>
      ))}
      {written !== "" && (
        <li>
          <Button className={styles.forget} size="small" data-testid="forget-text" onClick={onForget}>
            {strings.written.forget}
          </Button>
        </li>
      )}
    </ul>
  );
}

/** Sheets with content that were not checked, and why, so that nobody takes them for checked. */
function Unrecognised({ sheets }: { readonly sheets: readonly UnrecognisedSheet[] }) {
  const styles = useStyles();
  const { strings, say } = useScreen();
  if (sheets.length === 0) return null;
  return (
    <ul className={styles.unrecognised} data-testid="unrecognised">
      {sheets.map(({ sheet, why }) => (
        <li key={sheet} className={styles.sheet}>
          <strong>{strings.summary.notRead(sheet)}:</strong> {say(why)}
        </li>
      ))}
    </ul>
  );
}
