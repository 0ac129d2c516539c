import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import type { Ref } from "react";
import type { Paragraph, Span } from "../../core/narrative/Paragraph";
import { a1 } from "../../core/sheet/Address";
import { useScreen } from "../strings/screenStrings";

/** Cells named in a figure's label; the workbook shows them all. */
const MOST_CELLS = 4;

const useStyles = makeStyles({
  // Paper stays paper in every theme: it shows what Word will.
  paper: {
    padding: `${tokens.spacingVerticalL} ${tokens.spacingHorizontalL}`,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusMedium,
    boxShadow: tokens.shadow2,
    backgroundColor: "#ffffff",
    color: "#1a1a1a",
    fontFamily: "'Times New Roman', 'Liberation Serif', serif",
    fontSize: "15px",
    lineHeight: "21px",
    overflowWrap: "anywhere",
    "@media (forced-colors: active)": { backgroundColor: "Canvas", color: "CanvasText" },
  },
  heading: { margin: "0 0 6px", fontSize: "15px", textIndent: "24px" },
  line: { margin: "0 0 6px", textIndent: "24px" },
  // Set in by a step each, hanging under their bullet.
  level1: { textIndent: "-10px", paddingLeft: "34px" },
  level2: { textIndent: "-10px", paddingLeft: "46px" },
  figure: {
    borderBottom: "1px dotted #0b5cad",
    color: "#0b4a8a",
    cursor: "pointer",
    ":hover": { backgroundColor: "#e6f0fa" },
    ":focus-visible": { outline: "2px solid #0b4a8a", outlineOffset: "1px" },
    "@media (forced-colors: active)": { color: "LinkText" },
  },
});

interface NarrativePreviewProps {
  readonly paragraphs: readonly Paragraph[];
  readonly ref: Ref<HTMLDivElement>;
}

/** The text much as Word will show it; each figure leads to its cells. */
export function NarrativePreview({ paragraphs, ref }: NarrativePreviewProps) {
  const styles = useStyles();
  const { strings, work } = useScreen();

  const span = (each: Span, sheet: string, key: number) => {
    if (each.kind === "text") return <span key={key}>{each.text}</span>;
    const cells = each.cells.map(a1);
    const where = cells.length > MOST_CELLS ? `${cells.slice(0, MOST_CELLS).join(", ")} ${strings.finding.andMore(cells.length - MOST_CELLS)}` : cells.join(", ");
    const show = () => void work.reveal(sheet, each.cells);
    // No <button>: its words would be missing when the text is selected and copied by hand.
    return (
      <span
        key={key}
        role="button"
        tabIndex={0}
        className={styles.figure}
        data-testid="figure"
        data-cells={cells.join(" ")}
        aria-label={strings.narrative.figure(each.text, where)}
        title={where}
        onClick={show}
        onKeyDown={(event) => {
          if (event.key !== "Enter" && event.key !== " ") return;
          event.preventDefault();
          show();
        }}
      >
        {each.text}
      </span>
    );
  };
  return (
    <div ref={ref} className={styles.paper} lang="vi" role="group" aria-label={strings.narrative.preview} data-testid="narrative-text">
      {paragraphs.map(({ id, heading, sheet, lines }) => (
        <div key={id}>
          <h3 className={styles.heading}>{heading}</h3>
          {lines.map(({ level, bullet, spans }, index) => (
            <p key={index} className={mergeClasses(styles.line, level === 1 && styles.level1, level === 2 && styles.level2)}>
              {bullet && `${bullet}\u00a0`}
              {spans.map((each, at) => span(each, sheet, at))}
            </p>
          ))}
        </div>
      ))}
    </div>
  );
}
