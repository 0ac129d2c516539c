import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { CheckmarkCircle20Filled } from "@fluentui/react-icons/svg/checkmark-circle";
import { memo } from "react";
import type { TableAudit } from "../../core/audit";
import { EMPTY_FORM } from "../../core/figures/isUnfilled";
import { formName } from "../../core/form/Form";
import { a1Range } from "../../core/sheet/Address";
import { SEVERITIES, type Severity } from "../../core/words/Phrase";
import { SeverityTag } from "../parts/SeverityTag";
import { useScreen } from "../strings/screenStrings";
import { formatCount } from "../../core/words/decimal";

const useStyles = makeStyles({
  card: {
    marginBottom: tokens.spacingVerticalM,
    padding: `${tokens.spacingVerticalMNudge} ${tokens.spacingHorizontalM}`,
    borderRadius: tokens.borderRadiusMedium,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground2,
  },
  mark: { margin: 0, fontSize: tokens.fontSizeBase300, lineHeight: tokens.lineHeightBase300, fontWeight: tokens.fontWeightSemibold },
  place: { margin: 0, color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
  tags: { display: "flex", flexWrap: "wrap", gap: `${tokens.spacingVerticalXXS} ${tokens.spacingHorizontalM}`, margin: `${tokens.spacingVerticalS} 0` },
  clean: { display: "flex", alignItems: "center", gap: tokens.spacingHorizontalXS, color: tokens.colorStatusSuccessForeground1, fontWeight: tokens.fontWeightSemibold },
  empty: { margin: `${tokens.spacingVerticalS} 0 0`, fontWeight: tokens.fontWeightSemibold, color: tokens.colorNeutralForeground2 },
  justified: { color: tokens.colorNeutralForeground2, fontWeight: tokens.fontWeightSemibold },
  counts: { display: "flex", flexWrap: "wrap", gap: `0 ${tokens.spacingHorizontalM}`, margin: 0, padding: 0, listStyle: "none", fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
  none: { color: tokens.colorNeutralForeground3 },
  details: { marginTop: tokens.spacingVerticalXS, fontSize: tokens.fontSizeBase200 },
  toggle: { cursor: "pointer", color: tokens.colorBrandForegroundLink, ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}` } },
  table: { width: "100%", borderCollapse: "collapse", marginTop: tokens.spacingVerticalXS },
  cell: { padding: `${tokens.spacingVerticalXXS} 0`, verticalAlign: "top", textAlign: "left", fontWeight: tokens.fontWeightRegular, borderBottom: `1px solid ${tokens.colorNeutralStroke3}` },
  number: { textAlign: "right", whiteSpace: "nowrap", paddingLeft: tokens.spacingHorizontalS },
  note: { margin: `${tokens.spacingVerticalXS} 0 0`, color: tokens.colorNeutralForeground2 },
});

/** How the checks of one table went, how many findings were justified, and on what basis. Silence is never taken for health: passed and skipped are counted. */
export const CheckSummary = memo(function CheckSummary({ audit, justified }: { readonly audit: TableAudit; readonly justified: number }) {
  const styles = useStyles();
  const { strings, say, language } = useScreen();
  const { summary } = strings;
  const { table, counts, findings, outcomes, isEmpty } = audit;
  const found = (severity: Severity) => findings.filter((finding) => finding.severity === severity).length;
  const words: Readonly<Record<Severity, (count: number) => string>> = { error: summary.errors, warning: summary.warnings, info: summary.infos };
  const kinds = ["pass", "fail", "skip", "notApplicable", "broken"] as const;
  return (
    <div className={styles.card} data-testid="summary">
      <h2 className={styles.mark}>{formName(table.form)}</h2>
      {table.form.tables.length > 1 && table.layout.caption !== undefined && <p className={styles.place}>{table.layout.caption}</p>}
      <p className={styles.place}>{summary.place(table.sheet, a1Range(table.range))}</p>
      {isEmpty ? (
        <p className={styles.empty} data-testid="empty-form">
          {say(EMPTY_FORM)}
        </p>
      ) : (
        <>
          <div className={styles.tags}>
            {found("error") + found("warning") + justified === 0 && (
              <span className={styles.clean}>
                <CheckmarkCircle20Filled aria-hidden /> {summary.clean}
              </span>
            )}
            {SEVERITIES.filter((severity) => found(severity) > 0).map((severity) => (
              <SeverityTag key={severity} severity={severity}>
                {words[severity](found(severity))}
              </SeverityTag>
            ))}
            {justified > 0 && <span className={styles.justified}>{strings.justification.count(justified)}</span>}
          </div>
          <ul className={styles.counts} aria-label={summary.countsLabel}>
            {kinds
              .filter((kind) => (kind !== "broken" && kind !== "notApplicable") || counts[kind] > 0)
              .map((kind) => (
                <li key={kind} data-testid={`count-${kind}`} className={mergeClasses(counts[kind] === 0 && styles.none)} title={kind === "skip" ? summary.skipWhy : undefined}>
                  {summary[kind](formatCount(counts[kind], language))}
                </li>
              ))}
          </ul>
          <details className={styles.details}>
            <summary className={styles.toggle}>{summary.details}</summary>
            <p className={styles.note}>
              <strong>{summary.basis}:</strong> {table.form.basis}. {say(table.form.note)}
            </p>
            <table className={styles.table}>
              <tbody>
                {outcomes
                  .filter((outcome) => kinds.some((kind) => outcome.counts[kind] > 0))
                  .map((outcome) => (
                    <tr key={outcome.check}>
                      <th scope="row" className={styles.cell}>
                        {say(outcome.title)}
                      </th>
                      <td className={mergeClasses(styles.cell, styles.number)}>
                        {kinds
                          .filter((kind) => outcome.counts[kind] > 0)
                          .map((kind) => (
                            <div key={kind}>{summary[kind](formatCount(outcome.counts[kind], language))}</div>
                          ))}
                      </td>
                    </tr>
                  ))}
              </tbody>
            </table>
            {counts.skip > 0 && <p className={styles.note}>{summary.skipWhy}</p>}
          </details>
        </>
      )}
    </div>
  );
});
