import { makeStyles, mergeClasses } from "@fluentui/react-components";
import { createPortal } from "react-dom";
import type { JustificationList } from "../../core/justifications/justificationList";
import type { Language } from "../../core/words/Phrase";
import { LIST_COLUMNS } from "../../word/layout";

// Paper is white whatever the pane's theme; Times New Roman as on every official document.
const useStyles = makeStyles({
  sheet: {
    display: "none",
    backgroundColor: "#fff",
    color: "#000",
    fontFamily: '"Times New Roman", "Liberation Serif", serif',
    fontSize: "12pt",
    "@media print": { display: "block" },
  },
  title: { margin: "0 0 6pt", textAlign: "center", fontSize: "14pt" },
  about: { margin: "0 0 6pt", textAlign: "center" },
  table: { width: "100%", borderCollapse: "collapse", tableLayout: "fixed" },
  row: { breakInside: "avoid" },
  cell: { padding: "2pt 4pt", border: "0.5pt solid #000", textAlign: "left", verticalAlign: "top", whiteSpace: "pre-line", overflowWrap: "anywhere" },
  head: { textAlign: "center" },
});

/** The list as it goes to paper; on the screen it is not seen. The style sheet pane.css keeps the pane itself off the paper. */
export function JustificationSheet({ list, language }: { readonly list: JustificationList; readonly language: Language }) {
  const styles = useStyles();
  return createPortal(
    <div className={mergeClasses("print-sheet", styles.sheet)} lang={language} data-testid="print-sheet">
      <h1 className={styles.title}>{list.title}</h1>
      {list.about.map((text) => (
        <p key={text} className={styles.about}>
          {text}
        </p>
      ))}
      <table className={styles.table}>
        <colgroup>
          {LIST_COLUMNS.map(({ share }, column) => (
            <col key={column} style={{ width: `${share}%` }} />
          ))}
        </colgroup>
        <thead>
          <tr>
            {list.headings.map((text) => (
              <th key={text} scope="col" className={mergeClasses(styles.cell, styles.head)}>
                {text}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {list.rows.map((texts, row) => (
            <tr key={row} className={styles.row}>
              {texts.map((text, column) => (
                <td key={column} className={styles.cell}>
                  {text}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>,
    document.body,
  );
}
