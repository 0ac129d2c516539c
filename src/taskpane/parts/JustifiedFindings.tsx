import { Button, Link, makeStyles, tokens } from "@fluentui/react-components";
import { memo, useEffect, useRef } from "react";
import type { JustifiedFinding } from "../../core/justifications/applyJustifications";
import { sayDay, type Justification } from "../../core/justifications/Justification";
import { a1 } from "../../core/sheet/Address";
import type { Checked } from "../session/session";
import { shortList } from "../session/tellings";
import { useScreen } from "../strings/screenStrings";
import { JustificationListActions } from "./JustificationListActions";

const wordsOf = (cells: readonly string[]): string => shortList(cells, 4);

const useStyles = makeStyles({
  section: { marginTop: tokens.spacingVerticalL },
  toggle: { cursor: "pointer", width: "fit-content", ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}` } },
  heading: { display: "inline", margin: 0, fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold },
  list: { listStyle: "none", margin: `${tokens.spacingVerticalS} 0 0`, padding: 0, display: "flex", flexDirection: "column", gap: tokens.spacingVerticalS },
  item: {
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground2,
    overflowWrap: "anywhere",
  },
  message: { margin: 0, fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
  reason: { margin: `${tokens.spacingVerticalXS} 0`, whiteSpace: "pre-line" },
  foot: { display: "flex", flexWrap: "wrap", alignItems: "center", justifyContent: "space-between", gap: tokens.spacingHorizontalS, fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
  note: { margin: `${tokens.spacingVerticalS} 0 0`, fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
  idle: { marginTop: tokens.spacingVerticalS, fontSize: tokens.fontSizeBase200 },
});

/** What the reporter has confirmed, with the reasons, to be looked over, taken back, printed or sent along. */
export const JustifiedFindings = memo(function JustifiedFindings({ checked: { justified, idle } }: { readonly checked: Checked }) {
  const styles = useStyles();
  const { strings } = useScreen();
  const words = strings.justification;
  const toggle = useRef<HTMLElement>(null);

  // The button that was pressed may have gone with its finding: whoever works by keyboard goes on here.
  const first = useRef(true);
  useEffect(() => {
    if (!first.current && (document.activeElement === null || document.activeElement === document.body)) toggle.current?.focus({ preventScroll: true });
    first.current = false;
  }, [justified.length, idle.length]);

  if (justified.length + idle.length === 0) return null;
  return (
    <details className={styles.section} open data-testid="justified">
      <summary ref={toggle} className={styles.toggle}>
        <h3 className={styles.heading}>{words.heading(justified.length)}</h3>
      </summary>
      {justified.length > 0 && (
        <>
          <ul className={styles.list}>
            {justified.map((each) => (
              <JustifiedItem key={each.finding.id} {...each} />
            ))}
          </ul>
          <JustificationListActions justified={justified} />
          <p className={styles.note}>{words.saveFile}</p>
        </>
      )}
      {idle.length > 0 && (
        <details className={styles.idle}>
          <summary className={styles.toggle}>{words.idle(idle.length)}</summary>
          <p className={styles.note}>{words.idleText}</p>
          <ul className={styles.list}>
            {idle.map((justification) => (
              <li key={`${justification.sheet} ${justification.finding}`} className={styles.item}>
                <p className={styles.message}>{justification.message}</p>
                <JustificationText justification={justification} />
              </li>
            ))}
          </ul>
        </details>
      )}
    </details>
  );
});

function JustifiedItem({ finding, justification }: Omit<JustifiedFinding, "table">) {
  const styles = useStyles();
  const { strings, say, work } = useScreen();
  const cells = finding.cells.map(a1);
  return (
    <li className={styles.item} data-testid="justified-finding" data-cells={cells.join(" ")}>
      <p className={styles.message}>
        <Link inline as="button" aria-label={strings.justification.show(wordsOf(cells))} onClick={() => void work.reveal(finding.sheet, finding.cells)}>
          {wordsOf(cells)}
        </Link>{" "}
        {say(finding.message)}
      </p>
      <JustificationText justification={justification} />
    </li>
  );
}

/** The reason, its day, and the way to take it back. */
function JustificationText({ justification }: { readonly justification: Justification }) {
  const styles = useStyles();
  const { strings, work } = useScreen();
  const words = strings.justification;
  return (
    <>
      <p className={styles.reason}>{justification.reason}</p>
      <div className={styles.foot}>
        <span>{words.day(sayDay(justification.at))}</span>
        <Button
          size="small"
          appearance="subtle"
          data-testid="take-back"
          aria-label={words.removeLabel(wordsOf(justification.cells.map(({ at }) => at)))}
          onClick={() => void work.reporter.takeBack(justification)}
        >
          {words.remove}
        </Button>
      </div>
    </>
  );
}
