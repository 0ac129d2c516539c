import type { ComputeOptions } from "../../core/compute/compute";
import type { Finding } from "../../core/findings/Finding";
import { marksInSteps } from "../../core/highlights/marks";
import { a1, type Position } from "../../core/sheet/Address";
import { Stopped, type Edit, type Progress, type Refusal } from "../../core/sheet/WorkbookPort";
import type { Suggestion } from "../../core/checks/Check";
import type { Table } from "../../core/figures/Table";
import type { Phrase } from "../../core/words/Phrase";
import { paced } from "../../core/steps";
import { restNowAndThen } from "../../page/rest";
import { later } from "../later";
import type { PaneHost } from "../PaneHost";
import { Changes, readAndExamine } from "./readAndExamine";
import { Keeping } from "./Keeping";
import { make, reversed } from "./make";
import { Reporter } from "./Reporter";
import { certainErrors, findingsOf, type Checked, type Task, type SessionStore } from "./session";
import { SheetMaker } from "./SheetMaker";
import { StandingMarks } from "./StandingMarks";
import { MARKS_LEFT, sayApplied, sayChecked, sayFinishedFirst, sayRefusals, sayUndone } from "./tellings";
import { Turns } from "./Turns";

/** Typing goes on for a moment before it is checked. */
const CALM_MS = 300;
/** So often is a re-check that fails tried again, each time after twice as long, before the user is told: a cell being edited, a network that blinks. */
const MOST_FAILURES = 4;

/**
 * What the pane does to the workbook, one thing after another. Everything that goes wrong ends up in the
 * session as a trouble; nothing is thrown.
 */
export class PaneWork {
  private readonly turns: Turns;
  private calm: ReturnType<typeof setTimeout> | undefined;
  /** Whether a re-check that nobody asked for is under way. */
  private keepingUp = false;
  private failures = 0;
  private marking = true;
  private readonly changes = new Changes();
  private readonly marks: StandingMarks;
  private readonly keeping: Keeping;
  /** What the reporter tells about findings. */
  readonly reporter: Reporter;
  /** What adds sheets. */
  readonly maker: SheetMaker;

  constructor(
    private readonly host: PaneHost,
    private readonly store: SessionStore,
  ) {
    this.turns = new Turns(store, (error) => host.explain(error));
    this.marks = new StandingMarks(host.port);
    this.keeping = new Keeping(host.port, store);
    this.reporter = new Reporter(host, store, this.keeping, { run: (task, work) => this.run(task, work), refresh: (progress) => this.refresh(progress), check: () => this.check() });
    this.maker = new SheetMaker(host, store, { run: (task, work) => this.run(task, work), followUp: (progress, edits) => this.followUp(progress, edits) });
  }

  /** Takes up what an earlier session left, and follows the workbook until the returned function is called. */
  follow(): () => void {
    void this.turns.quietly(async () => {
      if (await this.marks.find()) this.store.send({ kind: "marked", marked: true });
    });
    const watching = this.host.watch({
      selected: (sheet, at) => this.store.send({ kind: "selected", sheet, at }),
      changed: (sheets, formatsMoved = sheets === undefined) => {
        this.changes.add(sheets);
        if (formatsMoved) this.marks.doubt();
        this.recheckSoon();
      },
    });
    watching.catch((error: unknown) => this.fail(error));
    return () => {
      clearTimeout(this.calm);
      void watching.then((end) => end()).catch(() => undefined);
    };
  }

  /**
   * Whether findings are marked on the sheets, as the user prefers. Once off, checking and keeping up write nothing: marks that
   * stand are left as they are. Once on again, what is listed is marked.
   */
  async setMarking(marking: boolean): Promise<void> {
    if (marking === this.marking) return;
    this.marking = marking;
    const { listed, marked } = this.store.get();
    if (marking && listed) await this.run("mark", () => this.mark());
    else if (marked) this.store.tell([MARKS_LEFT]);
  }

  /** Reads and checks the workbook, and marks it where the user has not turned that off. */
  async check(): Promise<void> {
    this.store.send({ kind: "opened", screen: "findings" });
    await this.run("check", async (progress) => {
      this.changes.add("all");
      // Marks may have been wiped away by hand since.
      this.marks.doubt();
      const checked = await this.examine(progress);
      this.store.send({ kind: "checked", checked, listed: true });
      this.store.tell([sayChecked(checked), ...checked.audit.texts.map(({ said }) => said)]);
      if (this.marking) await this.mark();
    });
  }

  /** Reads and checks for screens that need tables, marking nothing; what is known already is used. */
  async need(): Promise<void> {
    if (this.store.get().checked) return;
    await this.run("read", async (progress) => {
      this.store.send({ kind: "checked", checked: await this.examine(progress), listed: false });
    });
  }

  /** Lifts every mark. The list of findings stays. */
  async clearMarks(): Promise<void> {
    await this.run("clear-marks", async () => {
      await this.marks.lift();
      this.store.send({ kind: "marked", marked: false });
      this.store.tell([{ vi: "Đã bỏ mọi đánh dấu.", en: "All marks are lifted." }], { shown: true });
    });
  }

  /** Applies a suggestion as one undo step, then checks again. Half of what happened mended would be a new error: then nothing is. */
  apply(finding: Finding, suggestion: Suggestion): Promise<void> {
    return this.write("apply", async () => (await later.editsTogether()).editsOf(finding, suggestion), suggestion.probability !== undefined);
  }

  /** Fills blank cells as one undo step, then checks again. */
  fill(edits: readonly Edit[]): Promise<void> {
    return this.write("apply", () => Promise.resolve(edits));
  }

  /** Applies the best suggestion of every error of which the pane is certain, as one undo step; one that contradicts another waits. */
  applyCertain(): Promise<void> {
    return this.write("apply", async () => {
      const { editsTogether } = await later.editsTogether();
      const { checked } = this.store.get();
      const certain = certainErrors(findingsOf({ checked }), checked?.sheets ?? []);
      return editsTogether(certain.map((finding) => ({ finding, suggestion: finding.suggestions[0]! }))).edits;
    });
  }

  /** Takes back the suggestion applied last, where its cells still hold what was written. */
  async undo(): Promise<void> {
    await this.run("undo", async (progress) => {
      const back = this.store.get().undoable.at(-1);
      if (!back) return;
      const { done, refusals } = await make(this.host.port, back, { whole: false, sheets: [] }, progress);
      this.store.send({ kind: "undone" });
      const late = await this.followUp(progress, back);
      this.tellOf(refusals, sayUndone(done.length, done.map(({ at }) => a1(at))), late);
    });
  }

  /** Gives a table its formulas and says what was done and what was left alone. */
  async compute(table: Table, options: ComputeOptions): Promise<void> {
    await this.run("compute", async (progress) => {
      const sheet = this.store.get().checked?.sheets.find(({ name }) => name === table.sheet);
      if (!sheet) return;
      const [{ planComputeInSteps }, { sayCompute }] = await Promise.all([later.compute(), later.sayCompute()]);
      const plan = await paced(planComputeInSteps(table, sheet, options), restNowAndThen(), progress);
      const refusals = plan.edits.length > 0 ? await this.host.port.apply(plan.edits, progress) : [];
      const late = await this.followUp(progress, plan.edits);
      const tone = refusals.length + plan.kept.length + plan.skipped.length + late.length > 0 ? "warning" : "done";
      this.store.tell([...sayRefusals(refusals), ...sayCompute(plan), ...late], { tone, shown: true });
    });
  }

  /** Shows cells in the workbook. */
  reveal(sheet: string, cells: readonly Position[]): Promise<boolean> {
    return this.turns.quietly(() => this.host.port.reveal(sheet, cells));
  }

  /** Shows the cells of a finding, the guilty ones first, and remembers that it is looked at. */
  async choose(finding: Finding): Promise<void> {
    this.store.send({ kind: "chosen", finding: finding.id });
    await this.reveal(finding.sheet, [...finding.cells, ...(finding.follows ?? [])]);
  }

  /** Ends the work under way at its next pause. */
  stop(): void {
    this.turns.stop();
  }

  /** Does again what failed last. */
  retry(): void {
    this.store.send({ kind: "dismissed" });
    void (this.turns.again ?? (() => this.check()))();
  }

  /** Forgets everything but the marks that stand. */
  restart(): void {
    this.turns.stop();
    this.store.send({ kind: "restarted" });
  }

  /** Shows any error in words. */
  fail(error: unknown): void {
    this.turns.fail(error);
  }

  /** Waits its turn, then works; a re-check that nobody asked for gives way. */
  private run(task: Task, work: (progress: Progress) => Promise<void>): Promise<boolean> {
    if (this.keepingUp) this.turns.stop();
    return this.turns.run(task, work);
  }

  /** A newer edit overtakes the re-check under way. */
  private recheckSoon(delay = CALM_MS): void {
    if (this.keepingUp) this.turns.stop();
    clearTimeout(this.calm);
    this.calm = setTimeout(() => {
      if (this.store.get().checked) void this.run("recheck", (progress) => this.keepUp(progress));
    }, delay);
  }

  private async keepUp(progress: Progress): Promise<void> {
    const { checked: before, marked, listed } = this.store.get();
    // What was done meanwhile may have read it all.
    if (this.changes.none && !(this.marking && marked && listed && this.marks.unsettled)) return;
    this.keepingUp = true;
    try {
      await this.refresh(progress);
      this.failures = 0;
    } catch (error) {
      if (error instanceof Stopped || ++this.failures > MOST_FAILURES) throw error;
      this.recheckSoon(CALM_MS * 2 ** this.failures);
      return;
    } finally {
      this.keepingUp = false;
    }
    const { checked, notice } = this.store.get();
    const [said, last] = [checked, before].map((each) => each && sayChecked(each));
    // Told only where it has changed, and never over something that is still to be read.
    if (said && said.vi !== last?.vi && !notice?.shown) this.store.tell([said]);
  }

  private async write(task: Task, edits: () => Promise<readonly Edit[]>, whole = false): Promise<void> {
    await this.run(task, async (progress) => {
      const wanted = await edits();
      const sheets = this.store.get().checked?.sheets ?? [];
      const { done, refusals } = await make(this.host.port, wanted, { whole, sheets }, progress);
      if (done.length > 0 && !this.host.undoes) this.store.send({ kind: "applied", back: done.map((edit) => reversed(edit, sheets)) });
      const late = await this.followUp(progress, wanted);
      this.tellOf(refusals, sayApplied(done.length, done.map(({ at }) => a1(at))), late);
    });
  }

  private tellOf(refusals: readonly Refusal[], done: readonly Phrase[], late: readonly Phrase[]): void {
    const refused = sayRefusals(refusals);
    const amiss = refused.length + late.length > 0;
    this.store.tell([...refused, ...done, ...late], { tone: amiss ? "warning" : "done", shown: amiss });
  }

  /** Checks again after our own writing; what is to be told where the user stopped that. */
  private async followUp(progress: Progress, edits: readonly Pick<Edit, "sheet">[]): Promise<readonly Phrase[]> {
    const { checked } = this.store.get();
    try {
      await this.refresh(progress, edits);
      return [];
    } catch (error) {
      if (!(error instanceof Stopped)) throw error;
      return edits.length > 0 && this.store.get().checked === checked ? [sayFinishedFirst(checked !== undefined)] : [];
    }
  }

  /** Checks again what changed, by the user and by these edits of ours; marks follow where they stand. */
  private async refresh(progress: Progress, edits: readonly Pick<Edit, "sheet">[] = []): Promise<void> {
    this.changes.add(new Set(edits.map(({ sheet }) => sheet)));
    const { marked, listed } = this.store.get();
    const checked = await this.examine(progress);
    this.store.send({ kind: "checked", checked, listed: false });
    if (this.marking && marked && listed) await this.marks.put(await paced(marksInSteps(checked.audit), restNowAndThen(), progress));
  }

  private async mark(): Promise<void> {
    const { checked } = this.store.get();
    if (!checked) return;
    await this.marks.put(await paced(marksInSteps(checked.audit), restNowAndThen(), this.turns.progress()));
    this.store.send({ kind: "marked", marked: true });
  }

  private examine(progress: Progress): Promise<Checked> {
    return readAndExamine(this.host.port, this.store.get(), this.changes, this.keeping, progress);
  }
}
