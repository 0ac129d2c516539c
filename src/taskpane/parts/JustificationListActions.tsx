import { Button, makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { Copy20Regular } from "@fluentui/react-icons/svg/copy";
import { DocumentArrowDown20Regular } from "@fluentui/react-icons/svg/document-arrow-down";
import { Print20Regular } from "@fluentui/react-icons/svg/print";
import { useEffect, useMemo, useState } from "react";
import { createPortal } from "react-dom";
import type { JustifiedFinding } from "../../core/justifications/applyJustifications";
import { justificationList } from "../../core/justifications/justificationList";
import { copyRich } from "../../word/clipboard";
import { toListHtml, toListText } from "../../word/html";
import { loadDocx } from "../later";
import { useScreen } from "../strings/screenStrings";
import { MessageBox } from "./MessageBox";

const DOCX_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

const useStyles = makeStyles({
  actions: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalS, marginTop: tokens.spacingVerticalS, "& > *": { flexGrow: 1 } },
  outcome: { marginTop: tokens.spacingVerticalS },
  // Paper is white whatever the pane's theme. On the screen it is not seen; pane.css keeps the pane itself off the paper.
  sheet: {
    display: "none",
    backgroundColor: "#fff",
    "@media print": { display: "block" },
    "& table": { tableLayout: "fixed" },
    "& tr": { breakInside: "avoid" },
    "& td": { overflowWrap: "anywhere" },
  },
});

interface Outcome {
  readonly tone: "success" | "warning";
  readonly words: string;
}

/** What a page holds; nothing of it is run. */
const parsed = (html: string): readonly Node[] => [...new DOMParser().parseFromString(html, "text/html").body.childNodes];

/** Takes the list of what was justified to paper, to Word's clipboard, or into a Word file. */
export function JustificationListActions({ justified }: { readonly justified: readonly JustifiedFinding[] }) {
  const styles = useStyles();
  const { strings, language, host, work } = useScreen();
  const words = strings.justification;
  const list = useMemo(() => justificationList(justified, language), [justified, language]);
  const [outcome, setOutcome] = useState<Outcome>();
  /** How many times printing was asked for since the last dialog closed; 0 keeps the sheet off the page. */
  const [printing, setPrinting] = useState(0);
  useEffect(() => {
    if (printing === 0) return undefined;
    const done = () => {
      setPrinting(0);
      setOutcome(undefined);
    };
    window.addEventListener("afterprint", done);
    // Some programs that show the pane have no print dialog and say nothing; the words beside the buttons do.
    window.print();
    return () => window.removeEventListener("afterprint", done);
  }, [printing]);

  const print = () => {
    setOutcome({ tone: "warning", words: words.notPrinted });
    setPrinting((times) => times + 1);
  };
  const copy = async () => {
    const way = await copyRich(toListHtml(list), toListText(list));
    setOutcome(way === "manual" ? { tone: "warning", words: words.notCopied } : { tone: "success", words: words.copied });
  };
  const download = async () => {
    try {
      const { toListDocx } = await loadDocx();
      const name = `${words.fileName}.docx`;
      await host.saveFile(name, await toListDocx(list), DOCX_TYPE);
      setOutcome({ tone: "success", words: strings.narrative.saved(name) });
    } catch (error) {
      work.fail(error);
    }
  };
  return (
    <>
      <div className={styles.actions}>
        <Button size="small" icon={<Print20Regular />} onClick={print} data-testid="print-justifications">
          {words.print}
        </Button>
        <Button size="small" icon={<Copy20Regular />} onClick={() => void copy()} data-testid="copy-justifications">
          {words.copy}
        </Button>
        <Button size="small" icon={<DocumentArrowDown20Regular />} onClick={() => void download()} data-testid="download-justifications">
          {words.docx}
        </Button>
      </div>
      {outcome && (
        <MessageBox className={styles.outcome} tone={outcome.tone} role="status" testId="justifications-taken">
          {outcome.words}
        </MessageBox>
      )}
      {printing > 0 &&
        createPortal(
          <div className={mergeClasses("print-sheet", styles.sheet)} lang={language} data-testid="print-sheet" ref={(sheet) => sheet?.replaceChildren(...parsed(toListHtml(list)))} />,
          document.body,
        )}
    </>
  );
}
