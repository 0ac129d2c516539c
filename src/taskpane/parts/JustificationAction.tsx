import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { CommentNote20Regular } from "@fluentui/react-icons/svg/comment-note";
import { useContext, useEffect, useRef, useState } from "react";
import type { Finding } from "../../core/findings/Finding";
import { justifiable } from "../../core/justifications/justify";
import { a1 } from "../../core/sheet/Address";
import { CheckedContext } from "../PaneContext";
import { useScreen } from "../strings/screenStrings";
import { JustificationForm } from "./JustificationForm";

const MOST_CELLS = 3;

const useStyles = makeStyles({
  lapse: {
    margin: `${tokens.spacingVerticalS} 0 0`,
    paddingLeft: tokens.spacingHorizontalS,
    borderLeft: `2px solid ${tokens.colorStatusWarningBorderActive}`,
    fontSize: tokens.fontSizeBase200,
    overflowWrap: "anywhere",
  },
  // In line with the words above: a subtle button keeps its room at the left.
  open: { display: "flex", width: "fit-content", marginTop: tokens.spacingVerticalXS, marginLeft: `calc(-1 * ${tokens.spacingHorizontalS})` },
});

interface JustificationActionProps {
  readonly finding: Finding;
  /** Called before the finding goes. */
  readonly onJustify: () => void;
}

/** Lets the reporter confirm what a finding questions, and says where an earlier confirmation has lapsed. */
export function JustificationAction({ finding, onJustify }: JustificationActionProps) {
  const styles = useStyles();
  const { strings, say, work } = useScreen();
  const checked = useContext(CheckedContext);
  const [open, setOpen] = useState(false);
  const action = useRef<HTMLDivElement>(null);
  const cancelled = useRef(false);
  useEffect(() => {
    if (!open && cancelled.current) action.current?.querySelector("button")?.focus();
    cancelled.current = false;
  }, [open]);

  const table = checked?.audit.tables.find((each) => each.findings.includes(finding))?.table;
  if (!checked || !table || !justifiable(finding, table)) return null;
  const lapse = checked.lapsed.get(finding.id);
  const words = lapse ? strings.justification.again : strings.justification.open;
  const save = (reason: string) => {
    onJustify();
    return work.reporter.justify(finding, reason);
  };
  const cancel = () => {
    cancelled.current = true;
    setOpen(false);
  };
  return (
    <div ref={action}>
      {lapse && (
        <p className={styles.lapse} data-testid="lapsed">
          {say(lapse.why)} “{lapse.justification.reason}”
        </p>
      )}
      {open ? (
        <JustificationForm reason={lapse?.justification.reason} onSave={save} onCancel={cancel} />
      ) : (
        <Button
          className={styles.open}
          size="small"
          appearance="subtle"
          icon={<CommentNote20Regular />}
          data-testid="justify"
          aria-label={`${words}, ${strings.justification.at(finding.cells.slice(0, MOST_CELLS).map(a1).join(", "))}`}
          onClick={() => setOpen(true)}
        >
          {words}
        </Button>
      )}
    </div>
  );
}
