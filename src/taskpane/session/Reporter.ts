import type { RowRun } from "../../core/figures/rowsTold";
import type { Finding } from "../../core/findings/Finding";
import type { Form } from "../../core/form/Form";
import type { Kept } from "../../core/justifications/Kept";
import type { Justification } from "../../core/justifications/Justification";
import type { Progress } from "../../core/sheet/WorkbookPort";
import { paced } from "../../core/steps";
import { TroubleError } from "../../core/Trouble";
import { isoDate, localDate } from "../../core/words/Period";
import type { Phrase } from "../../core/words/Phrase";
import { restNowAndThen } from "../../page/rest";
import { later, loadWorkbookFile } from "../later";
import type { PaneHost } from "../PaneHost";
import type { Keeping } from "./Keeping";
import type { FormerFile, Task, SessionStore } from "./session";

/** How the pane does work: in turn, and checking again afterwards. */
interface Doing {
  run(task: Task, work: (progress: Progress) => Promise<void>): Promise<boolean>;
  refresh(progress: Progress): Promise<void>;
  check(): Promise<void>;
}

const KEPT: Phrase = { vi: "Đã lưu giải trình vào sổ làm việc.", en: "The justification is kept in the workbook." };
const TAKEN_BACK: Phrase = { vi: "Đã bỏ giải trình; điểm này được xét lại.", en: "The justification is taken back; the finding is open again." };

const NO_FORM = {
  what: { vi: "Tệp dùng để so sánh không có biểu nào nhận ra được.", en: "No form was recognised in the workbook to compare with." },
  remedy: { vi: "Hãy chọn tệp có biểu cùng loại của kỳ trước.", en: "Choose a workbook that holds the same form of a former period." },
};

/** What the person who reports tells us about findings. It travels with the workbook. */
export class Reporter {
  constructor(
    private readonly host: PaneHost,
    private readonly store: SessionStore,
    private readonly keeping: Keeping,
    private readonly doing: Doing,
  ) {}

  /** The answer to a question about a row, by its `answerKey`; undefined takes it back. It counts even where it cannot be kept. */
  async answer(question: string, key: string, count: number | undefined): Promise<void> {
    const { withAnswer } = await later.kept();
    await this.hear((kept) => withAnswer(kept, question, key, count));
  }

  /** Which form a table is, by `placeOfTable`; undefined takes it back. It counts even where it cannot be kept. */
  async chooseForm(place: string, form: string | undefined): Promise<void> {
    const { withChoice } = await later.kept();
    await this.hear((kept) => withChoice(kept, place, form));
  }

  /** Which rows a row adds up, by its `answerKey`; undefined takes it back. It counts even where it cannot be kept. */
  async tellRows(key: string, runs: readonly RowRun[] | undefined): Promise<void> {
    const { withRows } = await later.kept();
    await this.hear((kept) => withRows(kept, key, runs));
  }

  /** What the reporter says of a relation that a table prints, by `relationKey`: not used, or to read otherwise; undefined takes it back. */
  async sayRelation(key: string, said: string | false | undefined): Promise<void> {
    const { withRelation } = await later.kept();
    await this.hear((kept) => withRelation(kept, key, said));
  }

  /** Keeps a form of the agency's own in the workbook. */
  async keepForm(form: Form): Promise<void> {
    const { withOwn } = await later.kept();
    await this.hear((kept) => withOwn(kept, form));
  }

  /** What a row was called in an earlier report, by `renameKey`; undefined takes it back. It counts even where it cannot be kept. */
  async tellRename(key: string, former: string | undefined): Promise<void> {
    const { withRename } = await later.kept();
    await this.hear((kept) => withRename(kept, key, former));
  }

  private async hear(change: (kept: Kept) => Kept): Promise<void> {
    await this.doing.run("recheck", async (progress) => {
      const why = await this.keeping.keepAtLeastHere(change).then(() => undefined, (error: unknown) => this.host.explain(error));
      await this.doing.refresh(progress);
      if (why) this.store.tell([why.what, why.remedy], { tone: "warning", shown: true });
    });
  }

  /** Checks with a written report held against the tables, from now on; without one for an empty text. It is not kept in the workbook. */
  async compare(text: string): Promise<void> {
    this.store.send({ kind: "written", text: text.trim() });
    await this.doing.check();
  }

  /** Holds the workbook against one of a former period from now on, which is read and not changed; against none where none is given. */
  async holdAgainst(file: File | undefined): Promise<void> {
    await this.doing.run("read", async (progress) => {
      this.store.send({ kind: "former", former: file && (await this.readFormer(file, progress)) });
      await this.doing.refresh(progress);
    });
  }

  /** Throws `TroubleError` for a file that holds no form. */
  private async readFormer(file: File, progress: Progress): Promise<FormerFile> {
    const [{ openWorkbookFile }, { readBeside }, { LIBRARY }, { parseKept }] = await Promise.all([loadWorkbookFile(), later.examine(), later.library(), later.kept()]);
    const workbook = await openWorkbookFile(new Uint8Array(await file.arrayBuffer()), file.name, progress);
    const sheets = await workbook.read(progress);
    const tables = await readBeside(sheets, LIBRARY, parseKept(await workbook.readKept()), file.name, { progress, rest: restNowAndThen() });
    if (tables.length === 0) throw new TroubleError({ ...NO_FORM, where: file.name });
    return { name: file.name, tables };
  }

  /** Confirms what a finding questions; gives back whether that is kept. */
  justify(finding: Finding, reason: string): Promise<boolean> {
    return this.doing.run("keep", async (progress) => {
      const [{ justifyInSteps }, { withJustification }] = await Promise.all([later.justify(), later.kept()]);
      const { checked } = this.store.get();
      const audits = checked?.audit.tables ?? [];
      const tables = audits.map(({ table: each }) => each);
      const table = audits.find(({ findings }) => findings.some(({ id }) => id === finding.id));
      const sheet = checked?.sheets.find(({ name }) => name === finding.sheet);
      if (!table || !sheet) return;
      const justification = await paced(justifyInSteps(finding, table, sheet, reason, isoDate(localDate(new Date())), tables), restNowAndThen(), progress);
      await this.keeping.keep((kept) => withJustification(kept, justification, checked?.lapsed.get(finding.id)?.justification));
      await this.doing.refresh(progress);
      this.store.tell([KEPT]);
    });
  }

  /** Opens what was confirmed again. */
  takeBack(justification: Justification): Promise<boolean> {
    return this.doing.run("keep", async (progress) => {
      const { withoutJustification } = await later.kept();
      await this.keeping.keep((kept) => withoutJustification(kept, justification));
      await this.doing.refresh(progress);
      this.store.tell([TAKEN_BACK]);
    });
  }
}
