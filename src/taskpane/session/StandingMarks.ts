import { sameMarks } from "../../core/highlights/marks";
import { SILENT, type Mark, type WorkbookPort } from "../../core/sheet/WorkbookPort";
import { paced } from "../../core/steps";
import { restNowAndThen } from "../../page/rest";

/**
 * The marks the pane has put into the workbook. Writing costs the user's undo steps in some Excels, so marks that
 * stand as they should are not written again.
 */
export class StandingMarks {
  /** As last written or read; undefined before that. */
  private known: readonly Mark[] | undefined;
  private doubted = false;

  constructor(private readonly port: WorkbookPort) {}

  /** Looks what an earlier session left; gives back whether there is any. */
  async find(): Promise<boolean> {
    this.known = await this.port.marks();
    return this.known.length > 0;
  }

  /** Whether the marks may differ from those put last, because writing or looking failed. */
  get unsettled(): boolean {
    return this.doubted || this.known === undefined;
  }

  /** The user did something that may have moved, copied or removed marks. */
  doubt(): void {
    this.doubted = true;
  }

  /** Makes exactly these marks stand; what is known to stand already is left alone. */
  async put(marks: readonly Mark[]): Promise<void> {
    if (await this.stand(marks)) {
      if (!this.doubted) return;
      // Where there should be none, the workbook writes only if it finds some.
      if (marks.length === 0) return this.write(marks);
      this.known = await this.port.marks();
      this.doubted = false;
      if (await this.stand(marks)) return;
    }
    await this.write(marks);
  }

  /** Takes every mark away, whoever's session left it. */
  async lift(): Promise<void> {
    await this.write([]);
  }

  /** Whether these are known to stand. */
  private async stand(marks: readonly Mark[]): Promise<boolean> {
    return this.known !== undefined && paced(sameMarks(this.known, marks), restNowAndThen(), SILENT);
  }

  private async write(marks: readonly Mark[]): Promise<void> {
    this.known = undefined;
    await this.port.mark(marks);
    this.known = marks;
    this.doubted = false;
  }
}
