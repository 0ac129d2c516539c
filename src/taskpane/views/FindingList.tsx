import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { memo, useEffect, useRef, useState } from "react";
import type { Finding } from "../../core/findings/Finding";
import { useScreen } from "../strings/screenStrings";
import { FindingCard } from "./FindingCard";

/** More cards than anyone reads at once would only slow the pane down. */
const AT_ONCE = 50;

const useStyles = makeStyles({
  list: { listStyle: "none", margin: 0, padding: 0, display: "flex", flexDirection: "column", gap: tokens.spacingVerticalS },
  more: { width: "100%", marginTop: tokens.spacingVerticalM },
});

interface FindingListProps {
  readonly findings: readonly Finding[];
  /** Id of the finding looked at. */
  readonly active: string | undefined;
  /** Whether cards name their sheet. */
  readonly sheets: boolean;
}

/** The findings, gravest first. */
export const FindingList = memo(function FindingList({ findings, active, sheets }: FindingListProps) {
  const styles = useStyles();
  const { strings } = useScreen();
  const [shown, setShown] = useState(AT_ONCE);
  const list = useRef<HTMLUListElement>(null);
  const mended = useRef<number | undefined>(undefined);

  // A cell far down may be selected: its card alone joins the others.
  const far = findings.slice(shown).find(({ id }) => id === active);
  const cards = far ? [...findings.slice(0, shown), far] : findings.slice(0, shown);

  // The button that mended a finding goes with it; whoever works by keyboard goes on at the next one.
  useEffect(() => {
    const index = mended.current;
    if (index === undefined) return;
    mended.current = undefined;
    if (document.activeElement !== null && document.activeElement !== document.body) return;
    const standing = list.current?.querySelectorAll<HTMLElement>("[data-finding-main]") ?? [];
    standing[Math.min(index, standing.length - 1)]?.focus({ preventScroll: true });
  }, [findings]);

  if (findings.length === 0) return null;
  return (
    <>
      <ul ref={list} className={styles.list} aria-label={strings.finding.list}>
        {cards.map((finding, index) => (
          <FindingCard
            key={finding.id}
            finding={finding}
            active={finding.id === active}
            namesSheet={sheets}
            onMend={() => {
              mended.current = index;
            }}
          />
        ))}
      </ul>
      {findings.length > shown && (
        <Button className={styles.more} onClick={() => setShown(shown + AT_ONCE)}>
          {strings.finding.more(Math.min(AT_ONCE, findings.length - shown))}
        </Button>
      )}
    </>
  );
});
