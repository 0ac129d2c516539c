import { Link, makeStyles, tokens } from "@fluentui/react-components";
import { useMemo } from "react";
import { columnName, rowName } from "../../core/checks/columnWords";
import type { Comparison } from "../../core/compare/compareTables";
import { largestFirst, sayGrowth } from "../../core/compare/growth";
import { largeJumps } from "../../core/compare/largeJumps";
import { sayFigure } from "../../core/figures/figureValue";
import { meantUnits } from "../../core/figures/Reading";
import { a1 } from "../../core/sheet/Address";
import { usePane } from "../PaneContext";
import { COMPARE_STRINGS } from "../strings/compareStrings";

/** More than anybody reads at once; the columns beside a form tell all. */
const MOST = 60;

const useStyles = makeStyles({
  heading: { margin: 0, fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold },
  list: { listStyle: "none", margin: `${tokens.spacingVerticalXS} 0 0`, padding: 0, display: "flex", flexDirection: "column", gap: tokens.spacingVerticalXS },
  link: { textAlign: "left" },
});

/** What is asked of large changes, then every change, each leading to its cell. */
export function GrowthList({ comparison }: { readonly comparison: Comparison }) {
  const styles = useStyles();
  const { work, language, say } = usePane();
  const words = COMPARE_STRINGS[language];
  const jumps = useMemo(() => largeJumps(comparison), [comparison]);
  const changes = useMemo(() => largestFirst(comparison), [comparison]);
  const { sheet } = comparison.now;
  return (
    <>
      {jumps.length > 0 && (
        <section aria-label={words.questions}>
          <h3 className={styles.heading}>{words.questions}</h3>
          <ul className={styles.list}>
            {jumps.slice(0, MOST).map(({ figure, question }) => (
              <li key={a1(figure.now.at)} data-testid="large-change">
                <Link as="button" inline className={styles.link} onClick={() => void work.reveal(sheet, [figure.now.at])}>
                  {say(question)}
                </Link>
              </li>
            ))}
            {jumps.length > MOST && <li>{words.more(jumps.length - MOST)}</li>}
          </ul>
        </section>
      )}
      <section aria-label={words.changes}>
        <h3 className={styles.heading}>{changes.length > 0 ? words.changes : words.same}</h3>
        <ul className={styles.list}>
          {changes.slice(0, MOST).map(({ row, figure }) => {
            const { column, now, then } = figure;
            const [came, left] = [now, then].map(({ reading }) => sayFigure(meantUnits(reading)!, column.column, language));
            return (
              <li key={a1(now.at)} data-testid="growth">
                <Link as="button" inline className={styles.link} onClick={() => void work.reveal(sheet, [now.at])}>
                  {words.change(rowName(row, language), columnName(column.column), left!, came!, sayGrowth(figure, language))}
                </Link>
              </li>
            );
          })}
          {changes.length > MOST && <li>{words.more(changes.length - MOST)}</li>}
        </ul>
      </section>
    </>
  );
}
