import { Button, Field, makeStyles, Select, tokens } from "@fluentui/react-components";
import { rowName } from "../../core/checks/columnWords";
import type { Comparison } from "../../core/compare/compareTables";
import { renameKey } from "../../core/figures/renames";
import { usePane } from "../PaneContext";
import { COMPARE_STRINGS } from "../strings/compareStrings";

/** More rows than these are another list of fields, not one in which some changed their names. */
const MOST = 20;

const useStyles = makeStyles({
  section: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalS },
  heading: { margin: 0, fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold },
  text: { margin: 0 },
});

/** Rows that only one of the forms has: the user matches those that only changed their names, which the workbook remembers. */
export function RenamedRows({ comparison: { now, rows, onlyNow, onlyThen } }: { readonly comparison: Comparison }) {
  const styles = useStyles();
  const { work, language } = usePane();
  const words = COMPARE_STRINGS[language];
  const renamed = rows.flatMap(({ now: row, then, renamed: key }) => (key === undefined ? [] : [{ row, then, key }]));
  const asked = onlyThen.length > 0 ? onlyNow.slice(0, MOST) : [];
  if (renamed.length + asked.length + onlyThen.length === 0) return null;
  return (
    <section className={styles.section} aria-label={words.renames}>
      {renamed.map(({ row, then, key }) => (
        <p key={key} className={styles.text} data-testid="renamed">
          {words.renamed(rowName(row, language), then.label)}{" "}
          <Button appearance="subtle" size="small" onClick={() => void work.reporter.tellRename(key, undefined)}>
            {words.takeBack}
          </Button>
        </p>
      ))}
      {asked.length > 0 && <h3 className={styles.heading}>{words.renames}</h3>}
      {asked.map((name) => (
        <Field key={name.row.row} label={words.formerName(rowName(name.row, language))}>
          <Select value="" onChange={(_, { value }) => void work.reporter.tellRename(renameKey(now, name), value)} data-testid="former-name">
            <option value="">{words.isNew}</option>
            {onlyThen.filter(({ row }) => row.kind === name.row.kind).map(({ row }) => (
              <option key={row.row} value={row.label}>
                {row.label}
              </option>
            ))}
          </Select>
        </Field>
      ))}
      {onlyThen.length > 0 && <p className={styles.text}>{words.gone(onlyThen.slice(0, MOST).map(({ row }) => rowName(row, language)).join(", ") + (onlyThen.length > MOST ? ", …" : ""))}</p>}
    </section>
  );
}
