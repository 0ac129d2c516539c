import { Button, Checkbox, Link, makeStyles, tokens } from "@fluentui/react-components";
import { Calculator24Regular } from "@fluentui/react-icons/svg/calculator";
import { useEffect, useMemo, useState } from "react";
import { planComputeInSteps, type ComputeOptions, type ComputePlan } from "../../core/compute/compute";
import { percentageTitle } from "../../core/compute/percentageColumns";
import type { Table } from "../../core/figures/Table";
import { leafColumns } from "../../core/form/Form";
import { a1 } from "../../core/sheet/Address";
import type { Sheet } from "../../core/sheet/Sheet";
import { Stopped, type Progress } from "../../core/sheet/WorkbookPort";
import { paced } from "../../core/steps";
import { restNowAndThen } from "../../page/rest";
import { EmptyState } from "../parts/EmptyState";
import { PanelForm } from "../parts/PanelForm";
import { TableChoice, tableInView } from "../parts/TableChoice";
import type { Session } from "../session/session";
import { useScreen } from "../strings/screenStrings";
import { formatCount } from "../../core/words/decimal";

/** More differing values are told by the findings. */
const MOST_KEPT = 8;

const useStyles = makeStyles({
  preview: { margin: 0, padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM} ${tokens.spacingVerticalS} 28px`, borderRadius: tokens.borderRadiusMedium, backgroundColor: tokens.colorNeutralBackground3 },
  kept: { margin: 0, paddingLeft: tokens.spacingHorizontalL },
  group: { margin: 0, padding: 0, border: "none", minWidth: 0 },
  legend: { padding: 0, fontWeight: tokens.fontWeightSemibold },
  choice: { display: "flex", alignItems: "flex-start" },
});

/** Whether a table has anything to compute: columns that add others up, a row that adds up columns, or shares. */
const isComputable = ({ layout: { columns, rows, foot, shares } }: Table): boolean =>
  foot !== undefined || shares !== undefined || ("each" in rows && rows.sections !== undefined) || leafColumns(columns).some(({ sum }) => sum !== undefined);

/** Says what would be computed, takes the choices, and does it. */
export function ComputePanel({ session }: { readonly session: Session }) {
  const styles = useStyles();
  const { strings, work, language } = useScreen();
  const { compute } = strings;
  const [choice, setChoice] = useState<number>();
  const [convertEqual, setConvertEqual] = useState(false);
  const [convertText, setConvertText] = useState(false);
  const [percentages, setPercentages] = useState<readonly string[]>([]);
  useEffect(() => void work.need(), [work]);

  const { checked } = session;
  const tables = checked?.audit.tables.map(({ table }) => table).filter(isComputable) ?? [];
  const chosen = Math.min(choice ?? tableInView(tables, session.sheet), tables.length - 1);
  const table = tables[chosen];
  const sheet = checked?.sheets.find(({ name }) => name === table?.sheet);
  const options = useMemo<ComputeOptions>(() => ({ convertEqual, convertText, percentages }), [convertEqual, convertText, percentages]);
  const plan = useComputePlan(table, sheet, options);

  if (!checked || (table && !plan)) return null;
  if (!table || !plan) return <EmptyState icon={<Calculator24Regular />} heading={compute.none} text={compute.noneText} />;

  const columns = leafColumns(table.layout.columns);
  const equal = plan.right + plan.converted.length;
  const choosePercentage = (id: string, wanted: boolean) => setPercentages((ids) => (wanted ? [...ids, id] : ids.filter((each) => each !== id)));
  return (
    <PanelForm heading={compute.heading} lead={compute.lead} onSubmit={() => void work.compute(table, options)}>
      <TableChoice label={compute.table} tables={tables} chosen={chosen} onChoose={setChoice} />
      <ul className={styles.preview} data-testid="compute-preview">
        <li>{compute.willFill(plan.filled.length)}</li>
        {plan.already > 0 && <li>{compute.already(plan.already)}</li>}
        {plan.converted.length > 0 && <li>{compute.willConvert(plan.converted.length)}</li>}
        {plan.numbered.length > 0 && <li>{compute.willNumber(plan.numbered.length)}</li>}
      </ul>
      {plan.kept.length > 0 && (
        <div>
          <strong>{compute.kept}</strong>
          <ul className={styles.kept}>
            {plan.kept.slice(0, MOST_KEPT).map(({ at, typed, computed }) => (
              <li key={a1(at)}>
                <Link as="button" type="button" inline onClick={() => void work.reveal(table.sheet, [at])}>
                  {compute.keptAt(a1(at), formatCount(typed, language), formatCount(computed, language))}
                </Link>
              </li>
            ))}
            {plan.kept.length > MOST_KEPT && <li>{strings.finding.andMore(plan.kept.length - MOST_KEPT)}</li>}
          </ul>
        </div>
      )}
      <div>
        {equal > 0 && (
          <Checkbox label={compute.convertEqual(equal)} checked={convertEqual} onChange={(_, { checked: wanted }) => setConvertEqual(wanted === true)} data-testid="convert-equal" />
        )}
        <Checkbox label={compute.convertText} checked={convertText} onChange={(_, { checked: wanted }) => setConvertText(wanted === true)} data-testid="convert-text" />
      </div>
      {table.layout.shares && (
        <fieldset className={styles.group}>
          <legend className={styles.legend}>{compute.percentages}</legend>
          {table.layout.shares.map((percentage) => (
            <Checkbox
              key={percentage.id}
              className={styles.choice}
              label={percentageTitle(percentage, columns)}
              checked={percentages.includes(percentage.id)}
              onChange={(_, { checked: wanted }) => choosePercentage(percentage.id, wanted === true)}
              data-testid={`percentage-${percentage.id}`}
            />
          ))}
        </fieldset>
      )}
      <Button type="submit" appearance="primary" size="large" disabled={plan.edits.length === 0} data-testid="run-compute">
        {compute.run}
      </Button>
    </PanelForm>
  );
}

/** What computing a table would do; undefined until it is known, then the plan before until the next is. A long table leaves the page its turns. */
function useComputePlan(table: Table | undefined, sheet: Sheet | undefined, options: ComputeOptions): ComputePlan | undefined {
  const [planned, setPlanned] = useState<{ readonly table: Table; readonly plan: ComputePlan }>();
  useEffect(() => {
    if (!table || !sheet) return undefined;
    const progress: { -readonly [Key in keyof Progress]: Progress[Key] } = { report: () => undefined, stopped: false };
    paced(planComputeInSteps(table, sheet, options), restNowAndThen(), progress).then(
      (plan) => {
        if (!progress.stopped) setPlanned({ table, plan });
      },
      (error: unknown) => {
        if (!(error instanceof Stopped)) throw error;
      },
    );
    return () => {
      progress.stopped = true;
    };
  }, [table, sheet, options]);
  return planned?.table === table ? planned?.plan : undefined;
}
