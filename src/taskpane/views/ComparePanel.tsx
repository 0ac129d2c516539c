import { Button, Field, makeStyles, Select, tokens } from "@fluentui/react-components";
import { TableSearch24Regular } from "@fluentui/react-icons/svg/table-search";
import { useEffect, useMemo, useRef, useState } from "react";
import { carriedFigures } from "../../core/compare/carriedFigures";
import { compareTables } from "../../core/compare/compareTables";
import { formerTable, formerTables } from "../../core/compare/formerTable";
import { isUnfilled } from "../../core/figures/isUnfilled";
import { usePane } from "../PaneContext";
import { EmptyState } from "../parts/EmptyState";
import { TableChoice, tableInView } from "../parts/TableChoice";
import type { Session } from "../session/session";
import { COMPARE_STRINGS } from "../strings/compareStrings";
import { GrowthList } from "./GrowthList";
import { RenamedRows } from "./RenamedRows";

const useStyles = makeStyles({
  panel: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalM },
  heading: { margin: 0, fontSize: tokens.fontSizeBase500, lineHeight: tokens.lineHeightBase500 },
  lead: { margin: 0, color: tokens.colorNeutralForeground2 },
  actions: { display: "flex", flexWrap: "wrap", alignItems: "center", gap: tokens.spacingHorizontalS },
  back: { alignSelf: "flex-start" },
});

const NO_RENAMES: ReadonlyMap<string, string> = new Map();

interface ComparePanelProps {
  readonly session: Session;
  readonly onClose: () => void;
}

/** Holds a form against one of an earlier period, in a workbook that the user chooses or on another sheet; fills what is carried over on request. */
export function ComparePanel({ session, onClose }: ComparePanelProps) {
  const styles = useStyles();
  const { work, language } = usePane();
  const words = COMPARE_STRINGS[language];
  const [choice, setChoice] = useState<number>();
  const [against, setAgainst] = useState<string>();
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => void work.need(), [work]);

  const { checked, former, kept, sheet } = session;
  const comparable = useMemo(() => {
    const tables = checked?.audit.tables.map(({ table }) => table) ?? [];
    const others = [...(former?.tables ?? []), ...tables].filter((table) => !isUnfilled(table));
    return tables.flatMap((table) => {
      const pairs = formerTables(table, others);
      const [first] = pairs;
      return first ? [{ table, pairs, first: formerTable(table, former?.tables ?? []) ?? formerTable(table, tables) ?? first }] : [];
    });
  }, [checked, former]);
  const tables = comparable.map(({ table }) => table);
  const chosen = comparable[Math.min(choice ?? tableInView(tables, sheet), tables.length - 1)];
  const pair = chosen?.pairs.find(({ then }) => then.sheet === against) ?? chosen?.first;
  const renames = kept?.renamed ?? NO_RENAMES;
  const comparison = useMemo(() => pair && compareTables(pair, renames), [pair, renames]);
  const carried = useMemo(() => (comparison ? carriedFigures(comparison) : []), [comparison]);

  return (
    <section className={styles.panel} aria-label={words.heading} data-testid="comparison">
      <h2 className={styles.heading}>{words.heading}</h2>
      <p className={styles.lead}>{words.lead}</p>
      <div className={styles.actions}>
        <Button onClick={() => input.current?.click()}>{words.open}</Button>
        {former && (
          <>
            <span>{words.file(former.name)}</span>
            <Button appearance="subtle" size="small" data-testid="drop-former" onClick={() => void work.reporter.holdAgainst(undefined)}>
              {words.forget}
            </Button>
          </>
        )}
        <input
          ref={input}
          type="file"
          accept=".xlsx,.xlsm,.xls"
          hidden
          data-testid="open-former"
          onChange={({ target }) => {
            const file = target.files?.[0];
            if (file) void work.reporter.holdAgainst(file);
            target.value = "";
          }}
        />
      </div>
      {checked && !pair && <EmptyState icon={<TableSearch24Regular />} heading={words.none} text={words.noneText} />}
      {chosen && pair && comparison && (
        <>
          <TableChoice label={words.table} tables={tables} chosen={comparable.indexOf(chosen)} onChoose={setChoice} />
          <Field label={words.then}>
            <Select value={pair.then.sheet} onChange={(_, { value }) => setAgainst(value)} data-testid="former-table">
              {chosen.pairs.map(({ then, span }) => (
                <option key={then.sheet} value={then.sheet}>
                  {`${then.sheet} (${words.spans[span]})`}
                </option>
              ))}
            </Select>
          </Field>
          {carried.length > 0 && (
            <Field hint={words.fillHint}>
              <Button appearance="primary" data-testid="fill-carried" onClick={() => void work.fill(carried)}>
                {words.fill(carried.length)}
              </Button>
            </Field>
          )}
          <RenamedRows comparison={comparison} />
          <GrowthList comparison={comparison} />
        </>
      )}
      <Button className={styles.back} appearance="primary" onClick={onClose}>
        {words.back}
      </Button>
    </section>
  );
}
