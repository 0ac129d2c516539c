import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { useEffect, useState } from "react";
import { usePane } from "../PaneContext";
import type { Working } from "../session/session";

/** Sooner, a spinner would only flicker. */
const PATIENCE_MS = 1000;

const useStyles = makeStyles({
  bar: { marginBottom: tokens.spacingVerticalM },
  meter: { display: "block", width: "100%", height: "6px", accentColor: tokens.colorBrandBackground },
  row: { display: "flex", alignItems: "center", justifyContent: "space-between", marginBottom: tokens.spacingVerticalXS },
});

/** Says what is being done once it takes longer than a second, and how far it is. */
export function WorkingBar({ working }: { readonly working: Working | undefined }) {
  const styles = useStyles();
  const { strings, work } = usePane();
  const [late, setLate] = useState(false);
  const task = working?.task;
  useEffect(() => {
    if (!task) return undefined;
    const timer = setTimeout(() => setLate(true), PATIENCE_MS);
    return () => {
      clearTimeout(timer);
      setLate(false);
    };
  }, [task]);
  if (!working || !late) return null;
  const { done, total } = working;
  return (
    <div className={styles.bar} data-testid="working">
      <div className={styles.row} role="status">
        <span>{strings.working[working.task]}</span>
        <Button size="small" onClick={() => work.stop()}>
          {strings.working.stop}
        </Button>
      </div>
      <progress className={styles.meter} aria-label={strings.working[working.task]} {...(total > 0 ? { value: done, max: total } : {})} />
    </div>
  );
}
