import { makeStyles, tokens } from "@fluentui/react-components";
import { useState } from "react";
import type { Finding } from "../../core/findings/Finding";
import { usePane } from "../PaneContext";
import { offered } from "./offered";
import { SuggestionItem } from "./SuggestionItem";

const useStyles = makeStyles({
  list: { listStyle: "none", margin: `${tokens.spacingVerticalXS} 0 0`, padding: 0, display: "flex", flexDirection: "column", gap: tokens.spacingVerticalS },
});

interface RunnersUpProps {
  readonly finding: Finding;
  readonly className: string;
  readonly summary: string;
  readonly onMend: () => void;
}

/** What else may have happened, with how probable it is; drawn only when asked for. */
export function RunnersUp({ finding, className, summary, onMend }: RunnersUpProps) {
  const styles = useStyles();
  const { strings } = usePane();
  const [open, setOpen] = useState(false);
  const { others } = offered(finding);
  if (others.length === 0) return null;
  return (
    <details className={className} data-testid="runners-up" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary className={summary}>{strings.finding.others(others.length)}</summary>
      {open && (
        <ul className={styles.list}>
          {others.map((suggestion, index) => (
            <SuggestionItem key={index} finding={finding} suggestion={suggestion} role="other" onMend={onMend} />
          ))}
        </ul>
      )}
    </details>
  );
}
