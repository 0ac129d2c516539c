import { makeStyles, tokens } from "@fluentui/react-components";
import type { Unrecognised as UnrecognisedSheet } from "../../core/audit";
import { usePane } from "../PaneContext";

const useStyles = makeStyles({
  list: { listStyle: "none", margin: `${tokens.spacingVerticalL} 0 0`, padding: 0, fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
  item: { marginBottom: tokens.spacingVerticalXS },
});

/** Sheets with content that were not checked, and why, so that nobody takes them for checked. */
export function Unrecognised({ sheets }: { readonly sheets: readonly UnrecognisedSheet[] }) {
  const styles = useStyles();
  const { strings, say } = usePane();
  if (sheets.length === 0) return null;
  return (
    <ul className={styles.list} data-testid="unrecognised">
      {sheets.map(({ sheet, why }) => (
        <li key={sheet} className={styles.item}>
          <strong>{strings.summary.notRead(sheet)}:</strong> {say(why)}
        </li>
      ))}
    </ul>
  );
}
