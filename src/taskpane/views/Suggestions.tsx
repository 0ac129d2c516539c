import { makeStyles, tokens } from "@fluentui/react-components";
import { useState } from "react";
import type { Suggestion } from "../../core/checks/Check";
import type { Finding } from "../../core/findings/Finding";
import { useScreen } from "../strings/screenStrings";
import { SuggestionItem } from "./SuggestionItem";

const useStyles = makeStyles({
  list: { listStyle: "none", margin: `${tokens.spacingVerticalS} 0 0`, padding: 0, display: "flex", flexDirection: "column", gap: tokens.spacingVerticalS },
  choices: { margin: `${tokens.spacingVerticalS} 0 0`, fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
  choose: { fontWeight: tokens.fontWeightSemibold },
  others: { listStyle: "none", margin: `${tokens.spacingVerticalXS} 0 0`, padding: 0, display: "flex", flexDirection: "column", gap: tokens.spacingVerticalS },
});

/** What a finding offers at once, and what only on demand. */
interface Offered {
  /** The answer alone, or all ways between which the reporter chooses. */
  readonly open: readonly Suggestion[];
  /** Runners-up of an answer. */
  readonly others: readonly Suggestion[];
}

/** Where one answer stands out, its runners-up wait; ways of which none does stand side by side. */
export function offered({ suggestions }: Pick<Finding, "suggestions">): Offered {
  const [first, ...rest] = suggestions;
  const standsOut = first?.probability !== undefined && first.sure !== "possible";
  return standsOut ? { open: [first], others: rest } : { open: suggestions, others: [] };
}

interface SuggestionsProps {
  readonly finding: Finding;
  readonly onMend: () => void;
}

/** The answer to a finding with its button, or the ways between which the reporter chooses. */
export function Suggestions({ finding, onMend }: SuggestionsProps) {
  const styles = useStyles();
  const { strings } = useScreen();
  const { open } = offered(finding);
  const choice = open.length > 1;
  return (
    <>
      {choice && (
        <p className={styles.choices}>
          <span className={styles.choose} data-testid="choose">
            {strings.finding.choose}.
          </span>{" "}
          {strings.finding.choices}
        </p>
      )}
      <ul className={styles.list}>
        {open.map((suggestion, index) => (
          <SuggestionItem key={index} finding={finding} suggestion={suggestion} role={choice ? "choice" : "answer"} onMend={onMend} />
        ))}
      </ul>
    </>
  );
}

interface RunnersUpProps extends SuggestionsProps {
  readonly className: string;
  readonly summary: string;
}

/** What else may have happened, with how probable it is; drawn only when asked for. */
export function RunnersUp({ finding, className, summary, onMend }: RunnersUpProps) {
  const styles = useStyles();
  const { strings } = useScreen();
  const [open, setOpen] = useState(false);
  const { others } = offered(finding);
  if (others.length === 0) return null;
  return (
    <details className={className} data-testid="runners-up" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary className={summary}>{strings.finding.others(others.length)}</summary>
      {open && (
        <ul className={styles.others}>
          {others.map((suggestion, index) => (
            <SuggestionItem key={index} finding={finding} suggestion={suggestion} role="other" onMend={onMend} />
          ))}
        </ul>
      )}
    </details>
  );
}
