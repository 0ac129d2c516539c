import { makeStyles, tokens } from "@fluentui/react-components";
import type { Finding } from "../../core/findings/Finding";
import { usePane } from "../PaneContext";
import { offered } from "./offered";
import { SuggestionItem } from "./SuggestionItem";

const useStyles = makeStyles({
  list: { listStyle: "none", margin: `${tokens.spacingVerticalS} 0 0`, padding: 0, display: "flex", flexDirection: "column", gap: tokens.spacingVerticalS },
  choices: { margin: `${tokens.spacingVerticalS} 0 0`, fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
  choose: { fontWeight: tokens.fontWeightSemibold },
});

interface SuggestionsProps {
  readonly finding: Finding;
  readonly onMend: () => void;
}

/** The answer to a finding with its button, or the ways between which the reporter chooses. */
export function Suggestions({ finding, onMend }: SuggestionsProps) {
  const styles = useStyles();
  const { strings } = usePane();
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
