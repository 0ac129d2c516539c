import { positionKey, type Position } from "../core/sheet/Address";
import { contentOf, type Content } from "../core/sheet/Cell";
import { cellAt, type Sheet } from "../core/sheet/Sheet";
import type { SheetPlan } from "../core/sheet/SheetPlan";
import { SILENT, type Edit, type Mark, type Progress, type Refusal, type WorkbookPort } from "../core/sheet/WorkbookPort";
import type { MarkKind } from "../core/words/Phrase";
import { oneAfterAnother } from "../page/oneAfterAnother";
import { Store } from "../page/Store";
import type { WorkbookEvents } from "../taskpane/PaneHost";
import type { SheetLook } from "../xlsx/look/readLook";
import type { XlsxWorkbook } from "../xlsx/XlsxWorkbook";

/** More steps back than anyone takes. */
const MOST_STEPS = 100;

/** What the page shows of a workbook at one moment. */
export interface Shown {
  readonly name: string;
  readonly sheets: readonly Sheet[];
  /** What each marked cell is marked as, by sheet and `positionKey`. */
  readonly marks: ReadonlyMap<string, ReadonlyMap<number, MarkKind>>;
  readonly looks: ReadonlyMap<string, SheetLook>;
  /** The sheet in view. */
  readonly sheet: string;
  /** The selected cell of the sheet in view. */
  readonly selected: Position;
  /** Cells the pane led to, by `positionKey`; they lie on the sheet in view. */
  readonly revealed: ReadonlySet<number>;
  readonly canUndo: boolean;
  /** Whether something was changed since the file was opened or saved. */
  readonly changed: boolean;
}

/** A step back: the workbook as it was, and where the user was in it. */
interface Step {
  readonly workbook: XlsxWorkbook;
  readonly sheet: string;
  readonly selected: Position;
}

const START: Position = { row: 0, column: 0 };

/** The workbook file on the demo page: what Excel would do around it, selecting, typing and undoing included. */
export class DemoWorkbook extends Store<Shown> implements WorkbookPort {
  private readonly watchers = new Set<WorkbookEvents>();
  private history: readonly Step[] = [];
  /** What changes the workbook, one thing after another: each is a step of its own to go back to. */
  private readonly inTurn = oneAfterAnother();

  private constructor(
    private workbook: XlsxWorkbook,
    shown: Shown,
  ) {
    super(shown);
  }

  /** Takes a workbook into view. Throws `TroubleError` where its inside is damaged, and `Stopped` when told to stop. */
  static async of(workbook: XlsxWorkbook, progress: Progress = SILENT): Promise<DemoWorkbook> {
    const nothing = { sheets: [], marks: new Map(), looks: new Map(), revealed: new Set<number>() };
    const demo = new DemoWorkbook(workbook, { name: workbook.name, sheet: "", selected: START, canUndo: false, changed: false, ...nothing });
    await demo.refresh(progress);
    return demo;
  }

  watch(events: WorkbookEvents): () => Promise<void> {
    this.watchers.add(events);
    return async () => void this.watchers.delete(events);
  }

  read(progress: Progress, only?: readonly string[]): Promise<readonly Sheet[]> {
    return this.workbook.read(progress, only);
  }

  async mark(marks: readonly Mark[]): Promise<void> {
    await this.inTurn(async () => {
      await this.workbook.mark(marks);
      this.change({ marks: await this.readMarks() });
    });
  }

  marks(): Promise<readonly Mark[]> {
    return this.workbook.marks();
  }

  async apply(edits: readonly Edit[], progress: Progress = SILENT): Promise<readonly Refusal[]> {
    return this.inTurn(async () => {
      const before = this.step();
      const refusals = await this.workbook.apply(edits, progress);
      if (refusals.length < edits.length) await this.keep(before);
      return refusals;
    });
  }

  async addSheet(plan: SheetPlan, progress: Progress = SILENT): Promise<string> {
    return this.inTurn(async () => {
      const before = this.step();
      const name = await this.workbook.addSheet(plan, progress);
      await this.keep(before);
      this.select(plan.start, name);
      return name;
    });
  }

  async removeSheets(names: readonly string[]): Promise<readonly string[]> {
    return this.inTurn(async () => {
      const before = this.step();
      const gone = await this.workbook.removeSheets(names);
      if (gone.length > 0) await this.keep(before);
      return gone;
    });
  }

  readKept(): Promise<string | undefined> {
    return this.workbook.readKept();
  }

  async writeKept(text: string | undefined): Promise<void> {
    await this.inTurn(async () => {
      await this.workbook.writeKept(text);
      this.change({ changed: true });
    });
  }

  async reveal(sheet: string, cells: readonly Position[]): Promise<void> {
    const [first] = cells;
    if (!first || !this.get().sheets.some(({ name }) => name === sheet)) return;
    this.change({ sheet, selected: first, revealed: new Set(cells.map(positionKey)) });
    this.watchers.forEach((events) => events.selected(sheet, first));
  }

  /** The user selected a cell. */
  select(selected: Position, sheet = this.get().sheet): void {
    this.change({ sheet, selected, revealed: new Set() });
    this.watchers.forEach((events) => events.selected(sheet, selected));
  }

  /** The user wrote into a cell of the sheet in view; gives back why it was refused, if it was. */
  async write(at: Position, to: Content): Promise<Refusal["why"] | undefined> {
    const sheet = this.get().sheets.find(({ name }) => name === this.get().sheet);
    if (!sheet) return "no-such-sheet";
    const [refusal] = await this.apply([{ sheet: sheet.name, at, from: contentOf(cellAt(sheet, at)), to }]);
    if (!refusal) this.tellChanged();
    return refusal?.why;
  }

  /** Goes back one step; what is marked stays marked until it is checked anew, and what is kept stays kept, as in Excel. */
  undo(): Promise<void> {
    return this.inTurn(() => this.goBack());
  }

  private async goBack(): Promise<void> {
    const last = this.history.at(-1);
    if (!last) return;
    this.history = this.history.slice(0, -1);
    const [marks, kept] = [await this.workbook.marks(), await this.workbook.readKept()];
    this.workbook = last.workbook;
    await this.workbook.writeKept(kept);
    const sheets = (await this.workbook.read(SILENT)).map(({ name }) => name);
    await this.workbook.mark(marks.filter(({ sheet }) => sheets.includes(sheet)));
    this.change({ sheet: last.sheet, selected: last.selected, revealed: new Set() });
    await this.refresh();
    this.tellChanged();
  }

  /** The file as it stands once what was begun is done; what is asked for meanwhile waits. */
  save(): Promise<Uint8Array> {
    return this.inTurn(async () => {
      const bytes = await this.workbook.saveInSteps();
      this.change({ changed: false });
      return bytes;
    });
  }

  private tellChanged(): void {
    this.watchers.forEach((events) => events.changed());
  }

  private step(): Step {
    const { sheet, selected } = this.get();
    return { workbook: this.workbook.copy(), sheet, selected };
  }

  private async keep(before: Step): Promise<void> {
    this.history = [...this.history, before].slice(-MOST_STEPS);
    await this.refresh();
    this.change({ changed: true });
  }

  /** Takes what the workbook holds now into view. */
  private async refresh(progress: Progress = SILENT): Promise<void> {
    const sheets = await this.workbook.read(progress);
    const looks = new Map<string, SheetLook>();
    for (const { name } of sheets) {
      const look = await this.workbook.look(name);
      if (look) looks.set(name, look);
    }
    const visible = sheets.filter((each) => each.visible);
    const sheet = visible.find(({ name }) => name === this.get().sheet) ?? visible[0] ?? sheets[0];
    this.change({ sheets, looks, marks: await this.readMarks(), sheet: sheet?.name ?? "", canUndo: this.history.length > 0 });
  }

  private async readMarks(): Promise<Shown["marks"]> {
    const marks = new Map<string, Map<number, MarkKind>>();
    for (const { sheet, kind, cells } of await this.workbook.marks()) {
      const own = marks.get(sheet) ?? new Map<number, MarkKind>();
      cells.forEach((cell) => own.set(positionKey(cell), kind));
      marks.set(sheet, own);
    }
    return marks;
  }
}
