import { makeStyles, tokens } from "@fluentui/react-components";
import { useId } from "react";
import { usePane } from "../PaneContext";
import { MARKS_LEFT } from "../session/tellings";

const useStyles = makeStyles({
  label: { display: "flex", alignItems: "center", gap: tokens.spacingHorizontalS, minHeight: "24px", cursor: "pointer" },
  box: {
    flexShrink: 0,
    width: "16px",
    height: "16px",
    margin: 0,
    accentColor: tokens.colorCompoundBrandBackground,
    cursor: "pointer",
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: "2px" },
  },
  whole: { marginBottom: tokens.spacingVerticalM },
  hint: { margin: `0 0 0 calc(16px + ${tokens.spacingHorizontalS})`, color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
});

export interface MarkSwitchProps {
  readonly on: boolean;
  /** Whether our marks stand in the workbook. */
  readonly marked: boolean;
  readonly onChange: (on: boolean) => void;
}

/** Whether a check marks what it finds on the sheets; says what it means where it does not. */
export function MarkSwitch({ on, marked, onChange }: MarkSwitchProps) {
  const styles = useStyles();
  const { strings, say } = usePane();
  const hint = useId();
  return (
    <div className={styles.whole}>
      <label className={styles.label}>
        <input
          type="checkbox"
          className={styles.box}
          checked={on}
          aria-describedby={on ? undefined : hint}
          data-testid="mark-cells"
          onChange={({ target }) => onChange(target.checked)}
        />
        {strings.marks.label}
      </label>
      {!on && (
        <div id={hint}>
          <p className={styles.hint}>{strings.marks.off}</p>
          {marked && (
            <p className={styles.hint} data-testid="marks-left">
              {say(MARKS_LEFT)}
            </p>
          )}
        </div>
      )}
    </div>
  );
}
