import { useEffect, useState } from "react";
import { planComputeInSteps, type ComputeOptions, type ComputePlan } from "../../core/compute/compute";
import type { Sheet } from "../../core/sheet/Sheet";
import { Stopped, type Progress } from "../../core/sheet/WorkbookPort";
import { paced } from "../../core/steps";
import type { Table } from "../../core/figures/Table";
import { restNowAndThen } from "../../page/rest";

/** What computing a table would do; undefined until it is known, then the plan before until the next is. A long table leaves the page its turns. */
export function useComputePlan(table: Table | undefined, sheet: Sheet | undefined, options: ComputeOptions): ComputePlan | undefined {
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
