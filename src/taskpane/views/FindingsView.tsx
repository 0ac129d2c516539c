import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { TableSearch24Regular } from "@fluentui/react-icons/svg/table-search";
import { ArrowUndo16Regular } from "@fluentui/react-icons/svg/arrow-undo";
import { useDeferredValue, useEffect, useMemo, useRef, type ReactNode } from "react";
import { asksOf, placeOfTable } from "../../core/Ask";
import { justifiedIn } from "../../core/justifications/applyJustifications";
import { a1 } from "../../core/sheet/Address";
import { usePane } from "../PaneContext";
import { CheckedContext } from "../parts/CheckedContext";
import { EmptyState } from "../parts/EmptyState";
import { JustifiedFindings } from "../parts/JustifiedFindings";
import { certainErrors } from "../session/certainErrors";
import { findingsOf, type Checked, type Session } from "../session/session";
import { CheckSummary } from "./CheckSummary";
import { FindingList } from "./FindingList";
import { RecordedAnswers } from "./RecordedAnswers";
import { TextsRead } from "./TextsRead";
import { Unrecognised } from "./Unrecognised";
import { WhichForm } from "./WhichForm";

const useStyles = makeStyles({
  section: { outlineStyle: "none" },
  all: { width: "100%", marginBottom: tokens.spacingVerticalM },
});

const MOST_CELLS = 4;
const wordsOf = (cells: readonly string[]): string => (cells.length > MOST_CELLS ? `${cells.slice(0, MOST_CELLS).join(", ")}…` : cells.join(", "));

interface FindingsViewProps {
  readonly session: Session;
  readonly checked: Checked;
  /** Lets the user choose whether findings are marked. */
  readonly marking: ReactNode;
}

/** What came of the check: how it went, table by table, and what to look at. */
export function FindingsView({ session, checked: newest, marking }: FindingsViewProps) {
  const styles = useStyles();
  const { strings, work } = usePane();
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
  const certain = certainErrors(findings);
  const last = session.undoable.at(-1);
  return (
    <section ref={section} tabIndex={-1} className={styles.section} aria-label={strings.summary.heading}>
      {marking}
      <WhichForm asks={asks} onChoose={onPress} />
      {audit.tables.length + asks.length === 0 && (
        <EmptyState icon={<TableSearch24Regular />} heading={strings.summary.noTables} text={strings.summary.noTablesText} />
      )}
      {audit.tables.map((table) => (
        <CheckSummary key={placeOfTable(table.table)} audit={table} justified={justifiedIn(table.table, checked.justified).length} />
      ))}
      <TextsRead texts={audit.texts} written={session.written} onForget={onPress(() => work.reporter.compare(""))} />
      {last && (
        <Button className={styles.all} icon={<ArrowUndo16Regular />} data-testid="undo-fix" onClick={onPress(() => work.undo())}>
          {strings.finding.undo(wordsOf(last.map(({ at }) => a1(at))))}
        </Button>
      )}
      {certain.length > 1 && (
        <Button className={styles.all} data-testid="fix-all" onClick={onPress(() => work.applyCertain())}>
          {strings.finding.fixAll(certain.length)}
        </Button>
      )}
      <CheckedContext value={checked}>
        <FindingList findings={findings} active={session.active} sheets={audit.tables.length > 1} />
      </CheckedContext>
      <JustifiedFindings checked={checked} />
      <RecordedAnswers audit={audit} kept={session.kept} />
      <Unrecognised sheets={audit.unrecognised.filter(({ question }) => !question)} />
    </section>
  );
}
