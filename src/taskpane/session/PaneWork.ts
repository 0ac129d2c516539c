import type { ComputeOptions } from "../../core/compute/compute";
import type { Finding } from "../../core/findings/Finding";
import type { Form } from "../../core/Form";
import { marksOf } from "../../core/highlights/marks";
import type { ScaffoldOptions } from "../../core/scaffold/scaffold";
import { a1, type Position } from "../../core/sheet/Address";
import { Stopped, type Edit, type Progress, type Refusal } from "../../core/sheet/WorkbookPort";
import type { Suggestion } from "../../core/checks/Check";
import { editsOf } from "../../core/suggestions/editsOf";
import type { Table } from "../../core/table/Table";
import { later } from "../later";
import type { PaneHost } from "../PaneHost";
import { restNowAndThen } from "./rest";
import { findingsOf, type Checked, type Task } from "./session";
import type { SessionStore } from "./SessionStore";
import { sayApplied, sayChecked, sayRefused } from "./tellings";

/** Telling of every step would slow the work down. */
const PROGRESS_EVERY_MS = 100;
/** Typing goes on for a moment before it is checked. */
const CALM_MS = 300;

/**
 * What the pane does to the workbook, one thing after another. Everything that goes wrong ends up in the
 * session as a trouble; nothing is thrown.
 */
export class PaneWork {
  private line: Promise<unknown> = Promise.resolve();
  private stopped = false;
  private calm: ReturnType<typeof setTimeout> | undefined;
  private again: (() => Promise<void>) | undefined;

  constructor(
    private readonly host: PaneHost,
    private readonly store: SessionStore,
  ) {}

  /** Takes up what an earlier session left, and follows the workbook until the returned function is called. */
  follow(): () => void {
    void this.quietly(async () => {
      const standing = await this.host.port.marks();
      if (standing.length > 0) this.store.send({ kind: "marked", marked: true });
    });
    const watching = this.host.watch({
      selected: (sheet, at) => this.store.send({ kind: "selected", sheet, at }),
      changed: () => this.recheckSoon(),
    });
    watching.catch((error: unknown) => this.fail(error));
    return () => {
      clearTimeout(this.calm);
      void watching.then((end) => end()).catch(() => undefined);
    };
  }

  /** Reads, checks and marks the workbook. */
  async check(): Promise<void> {
    this.store.send({ kind: "opened", screen: "findings" });
    await this.run("check", async (progress) => {
      const checked = await this.examine(progress);
      await this.host.port.mark(marksOf(checked.audit));
      this.store.send({ kind: "marked", marked: true });
      this.store.send({ kind: "checked", checked, listed: true });
      this.store.send({ kind: "told", notice: { tone: "done", phrases: [sayChecked(checked.audit)], shown: false } });
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
      await this.host.port.mark([]);
      this.store.send({ kind: "marked", marked: false });
      this.store.send({
        kind: "told",
        notice: { tone: "done", phrases: [{ vi: "Đã bỏ mọi đánh dấu.", en: "All marks are lifted." }], shown: true },
      });
    });
  }

  /** Applies a suggestion as one undo step, then checks again. */
  apply(finding: Finding, suggestion: Suggestion): Promise<void> {
    return this.write("apply", () => editsOf(finding, suggestion));
  }

  /** Applies the best suggestion of every error of which the pane is certain, as one undo step. */
  applyCertain(): Promise<void> {
    return this.write("apply", () => certainErrors(findingsOf(this.store.get())).flatMap((finding) => editsOf(finding, finding.suggestions[0]!)));
  }

  /** How many files were withdrawn, as the user says; undefined takes the answer back. */
  async answer(key: string, withdrawn: number | undefined): Promise<void> {
    this.store.send({ kind: "answered", key, withdrawn });
    await this.run("recheck", (progress) => this.refresh(progress));
  }

  /** Adds the form's sheet. */
  async scaffold(form: Form, options: ScaffoldOptions): Promise<void> {
    await this.run("scaffold", async (progress) => {
      const { planSheet } = await later.scaffold();
      const name = await this.host.port.addSheet(planSheet(form, options));
      await this.refresh(progress);
      const phrase = {
        vi: `Đã thêm trang tính “${name}”. Hãy nhập số liệu vào các ô trống; các ô tổng tự tính.`,
        en: `Added the sheet “${name}”. Type into the blank cells; the sums compute themselves.`,
      };
      this.store.send({ kind: "opened", screen: "findings" });
      this.store.send({ kind: "told", notice: { tone: "done", phrases: [phrase], shown: true } });
    });
  }

  /** Gives a table its formulas and says what was done and what was left alone. */
  async compute(table: Table, options: ComputeOptions): Promise<void> {
    await this.run("compute", async (progress) => {
      const sheet = this.store.get().checked?.sheets.find(({ name }) => name === table.sheet);
      if (!sheet) return;
      const [{ planCompute }, { sayCompute }] = await Promise.all([later.compute(), later.sayCompute()]);
      const plan = planCompute(table, sheet, options);
      const refusals = plan.edits.length > 0 ? await this.host.port.apply(plan.edits) : [];
      await this.refresh(progress);
      const tone = refusals.length + plan.kept.length + plan.skipped.length > 0 ? "warning" : "done";
      this.store.send({ kind: "told", notice: { tone, phrases: [...sayRefused(refusals), ...sayCompute(plan)], shown: true } });
    });
  }

  /** Shows cells in the workbook. */
  reveal(sheet: string, cells: readonly Position[]): Promise<boolean> {
    return this.quietly(() => this.host.port.reveal(sheet, cells));
  }

  /** Shows the cells of a finding and remembers that it is looked at. */
  async choose(finding: Finding): Promise<void> {
    this.store.send({ kind: "chosen", finding: finding.id });
    await this.reveal(finding.sheet, finding.cells);
  }

  /** Ends the work under way at its next pause. */
  stop(): void {
    this.stopped = true;
  }

  /** Does again what failed last. */
  retry(): void {
    const again = this.again ?? (() => this.check());
    this.store.send({ kind: "dismissed" });
    void again();
  }

  /** Forgets everything but the marks that stand. */
  restart(): void {
    this.stopped = true;
    this.store.send({ kind: "restarted" });
  }

  /** Shows any error in words. */
  fail(error: unknown): void {
    this.store.send({ kind: "failed", trouble: this.host.explain(error) });
  }

  private recheckSoon(): void {
    clearTimeout(this.calm);
    this.calm = setTimeout(() => {
      if (this.store.get().checked) void this.run("recheck", (progress) => this.refresh(progress));
    }, CALM_MS);
  }

  private async write(task: Task, edits: () => readonly Edit[]): Promise<void> {
    await this.run(task, async (progress) => {
      const wanted = edits();
      const refusals: readonly Refusal[] = await this.host.port.apply(wanted);
      await this.refresh(progress);
      const refused = sayRefused(refusals);
      const phrases = [...refused, ...sayApplied(wanted.length - refusals.length, wanted.map(({ at }) => a1(at)))];
      this.store.send({ kind: "told", notice: { tone: refused.length > 0 ? "warning" : "done", phrases, shown: refused.length > 0 } });
    });
  }

  /** Reads and checks again; marks follow where they stand. */
  private async refresh(progress: Progress): Promise<void> {
    const { marked, listed } = this.store.get();
    const checked = await this.examine(progress);
    if (marked && listed) await this.host.port.mark(marksOf(checked.audit));
    this.store.send({ kind: "checked", checked, listed: false });
  }

  private async examine(progress: Progress): Promise<Checked> {
    const [{ audit }, { FORMS }] = await Promise.all([later.audit(), later.forms()]);
    const sheets = await this.host.port.read(progress);
    const { withdrawn } = this.store.get();
    return { sheets, audit: await audit(sheets, FORMS, { progress, rest: restNowAndThen(), withdrawn }) };
  }

  /** Waits its turn, then works; gives back whether it came to its end. */
  private run(task: Task, work: (progress: Progress) => Promise<void>): Promise<boolean> {
    const turn = this.line.then(async () => {
      this.stopped = false;
      this.again = () => this.run(task, work).then(() => undefined);
      this.store.send({ kind: "started", task });
      try {
        await work(this.progress());
        this.store.send({ kind: "ended" });
        return true;
      } catch (error) {
        if (error instanceof Stopped) this.store.send({ kind: "ended" });
        else this.fail(error);
        return false;
      }
    });
    this.line = turn;
    return turn;
  }

  /** Work too short to be told of. */
  private async quietly(work: () => Promise<void>): Promise<boolean> {
    try {
      await work();
      return true;
    } catch (error) {
      this.again = () => this.quietly(work).then(() => undefined);
      this.fail(error);
      return false;
    }
  }

  private progress(): Progress {
    const stopped = () => this.stopped;
    let told = performance.now();
    return {
      get stopped() {
        return stopped();
      },
      report: (done, total) => {
        if (performance.now() - told < PROGRESS_EVERY_MS) return;
        told = performance.now();
        this.store.send({ kind: "progressed", done, total });
      },
    };
  }
}

/** Errors with one way out that independent checks bear out. */
export function certainErrors(findings: readonly Finding[]): readonly Finding[] {
  return findings.filter(({ severity, suggestions }) => severity === "error" && suggestions.length === 1 && suggestions[0]!.sure === "certain");
}
