import type { Conversion } from "../../core/convert/conversionOf";
import type { Form } from "../../core/form/Form";
import type { ReadInfo } from "../../core/head/ReportInfo";
import type { SetOptions } from "../../core/scaffold/planSet";
import type { MadeSheet } from "../../core/scaffold/removableSheets";
import type { ScaffoldOptions } from "../../core/scaffold/scaffold";
import type { SheetPlan } from "../../core/sheet/SheetPlan";
import { report, type Edit, type Progress } from "../../core/sheet/WorkbookPort";
import { paced, type Steps } from "../../core/steps";
import { isoDate } from "../../core/words/Period";
import type { Phrase } from "../../core/words/Phrase";
import { restNowAndThen } from "../../page/rest";
import { later } from "../later";
import type { PaneHost } from "../PaneHost";
import type { SessionStore, Task } from "./session";
import { sayConverted, sayMade, sayPeriodOfInfo, sayRemoved, sayUndated } from "./sheetTellings";

/** How the pane does work: in turn, and checking again afterwards. */
interface Doing {
  run(task: Task, work: (progress: Progress) => Promise<void>): Promise<boolean>;
  followUp(progress: Progress, edits: readonly Pick<Edit, "sheet">[]): Promise<readonly Phrase[]>;
}

/** Adds sheets to the workbook: a form, the whole set that a level files, a table turned into another form; and takes a set away again. */
export class SheetMaker {
  constructor(
    private readonly host: PaneHost,
    private readonly store: SessionStore,
    private readonly doing: Doing,
  ) {}

  /** Adds the form's sheet. Where the workbook has a sheet of report details its head takes them from there. */
  async makeForm(form: Form, options: ScaffoldOptions): Promise<void> {
    await this.doing.run("scaffold", async (progress) => {
      const { info } = await this.look(progress);
      const { planSheetInSteps } = await later.scaffold();
      const name = await this.add(planSheetInSteps(form, info ? { ...options, ...saidBy(info), info: info.source } : options), progress);
      const isOther = info?.period && isoDate(info.period.to) !== isoDate(options.period.to);
      await this.tell(progress, [name], [sayMade([name]), ...(isOther ? [sayPeriodOfInfo(info.source.sheet)] : [])], isOther ? "warning" : "done");
    });
  }

  /** Adds a sheet for each form, after one of report details where the workbook has none: all of them or, told to stop, none. */
  async makeSet(forms: readonly Form[], options: SetOptions): Promise<void> {
    await this.doing.run("scaffold", async (progress) => {
      const { info, names } = await this.look(progress);
      const { planSet } = await later.planSet();
      const said = info ? { ...options, ...saidBy(info), info: info.source } : { ...options, taken: names };
      const plans = await paced(planSet(forms, said), restNowAndThen(), progress);
      const made = await this.addAll(plans, progress);
      this.store.send({ kind: "made", made });
      const isOther = info?.period && isoDate(info.period.to) !== isoDate(options.period.to);
      const sheets = made.map(({ name }) => name);
      await this.tell(progress, sheets, [sayMade(sheets), ...(isOther ? [sayPeriodOfInfo(info.source.sheet)] : [])], isOther ? "warning" : "done");
    });
  }

  /** Takes away those sheets of the set made last that are still as made and that nothing else looks at; names those that stay. */
  async removeSet(): Promise<void> {
    await this.doing.run("remove-set", async (progress) => {
      const { removableSheets } = await later.removableSheets();
      const sheets = await this.host.port.read(progress);
      const { going, changed, needed } = await paced(removableSheets(sheets, this.store.get().made), restNowAndThen(), progress);
      const gone = going.length > 0 ? await this.host.port.removeSheets(going) : [];
      this.store.send({ kind: "made", made: [] });
      const spared = going.filter((name) => !gone.includes(name));
      const kept = changed.length + needed.length + spared.length > 0;
      await this.tell(progress, gone, sayRemoved({ gone, changed, needed, spared }), kept ? "warning" : "done");
    });
  }

  /** Adds what a table says in the columns of another form, and says what cannot be known from it. */
  async convert(conversion: Conversion): Promise<void> {
    await this.doing.run("scaffold", async (progress) => {
      const { table } = conversion;
      const { info } = await this.look(progress);
      const period = table.period?.period ?? info?.period;
      if (!period) return this.store.tell([sayUndated(table.sheet)], { tone: "warning", shown: true });
      const { planConversion } = await later.planConversion();
      const unit = table.unit ?? info?.texts.unit;
      // The head says the table's own unit and period: it is not tied to the sheet of details, which may speak of others.
      const name = await this.add(planConversion(conversion, { period, ...(unit === undefined ? {} : { unit }) }), progress);
      await this.tell(progress, [name], [sayConverted(table.sheet, name), ...conversion.said], conversion.said.length > 0 ? "warning" : "done");
    });
  }

  /** What the workbook says of the report, and what its sheets are called, as it stands now. */
  private async look(progress: Progress): Promise<{ readonly info: ReadInfo | undefined; readonly names: readonly string[] }> {
    const [{ readReportInfo }, sheets] = await Promise.all([later.reportInfo(), this.host.port.read(progress)]);
    return { info: readReportInfo(sheets), names: sheets.map(({ name }) => name) };
  }

  private async add(steps: Steps<SheetPlan>, progress: Progress): Promise<string> {
    const plan = await paced(steps, restNowAndThen(), progress);
    return this.host.port.addSheet(plan, progress);
  }

  private async addAll(plans: readonly SheetPlan[], progress: Progress): Promise<readonly MadeSheet[]> {
    const made: MadeSheet[] = [];
    const quiet: Progress = {
      report: () => undefined,
      get stopped() {
        return progress.stopped;
      },
    };
    try {
      for (const [index, plan] of plans.entries()) {
        report(progress, index, plans.length);
        made.push({ name: await this.host.port.addSheet(plan, quiet), plan });
      }
    } catch (error) {
      // What went wrong is what the user is told, even where the half that was made cannot be taken away again.
      await this.host.port.removeSheets(made.map(({ name }) => name)).catch(() => undefined);
      throw error;
    }
    return made;
  }

  private async tell(progress: Progress, sheets: readonly string[], phrases: readonly Phrase[], tone: "done" | "warning"): Promise<void> {
    const late = await this.doing.followUp(progress, sheets.map((sheet) => ({ sheet })));
    this.store.send({ kind: "opened", screen: "findings" });
    this.store.tell([...phrases, ...late], { tone, shown: true });
  }
}

/** What the sheet of report details says, for heads that take it over to show until Excel calculates. */
function saidBy({ texts: { unit, receiver, place, signatory }, period }: ReadInfo) {
  return {
    ...(unit === undefined ? {} : { unit }),
    ...(receiver === undefined ? {} : { receiver }),
    ...(place === undefined ? {} : { place }),
    ...(signatory === undefined ? {} : { signatory }),
    ...(period ? { period } : {}),
  };
}
