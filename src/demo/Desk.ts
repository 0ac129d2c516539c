import { Stopped } from "../core/sheet/WorkbookPort";
import { TroubleError, type Trouble } from "../core/Trouble";
import { explainError, DemoHost } from "./DemoHost";
import { DemoWorkbook } from "./DemoWorkbook";
import { SAMPLES, sampleBytes } from "./samples";

/** A workbook in view, with the pane's way to it. */
export interface OpenWorkbook {
  /** Different for each file opened: nothing of the last one's pane is kept. */
  readonly id: number;
  readonly workbook: DemoWorkbook;
  readonly host: DemoHost;
}

/** What the page has open, and what went wrong last. */
export interface DeskState {
  readonly open: OpenWorkbook | undefined;
  readonly trouble: Trouble | undefined;
  /** The name of the file being opened, once that has taken a while. */
  readonly opening: string | undefined;
  /** Whether nothing was opened because the user said so. */
  readonly stopped: boolean;
}

/** Nobody needs to be told of what is over sooner, in milliseconds. */
const SHORT = 1000;

/** Opens workbooks for the page. What cannot be opened leaves the workbook in view as it is. */
export class Desk {
  private current: DeskState = { open: undefined, trouble: undefined, opening: undefined, stopped: false };
  private progress = { report: () => undefined, stopped: false };
  private readonly listeners = new Set<() => void>();
  private latest = 0;

  readonly state = (): DeskState => this.current;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  openFile(file: File): Promise<void> {
    return this.take(file.name, async () => new Uint8Array(await file.arrayBuffer()));
  }

  /** Opens a workbook that comes with the page. */
  openSample(file: string): Promise<void> {
    return this.take(file, async () => {
      const sample = SAMPLES.find((each) => each.file === file);
      if (!sample) throw noSample(file);
      return sampleBytes(sample);
    });
  }

  /** Ends what is being opened at its next pause. */
  readonly stopOpening = (): void => void (this.progress.stopped = true);

  /** Shows any error in words. */
  readonly fail = (error: unknown): void => this.show({ trouble: explainError(error) });

  readonly dismiss = (): void => this.show({ trouble: undefined });

  private async take(name: string, read: () => Promise<Uint8Array>): Promise<void> {
    const id = ++this.latest;
    this.stopOpening();
    const progress = (this.progress = { report: () => undefined, stopped: false });
    this.show({ opening: undefined, stopped: false });
    const telling = setTimeout(() => id === this.latest && this.show({ opening: name }), SHORT);
    try {
      const bytes = await read();
      // Loaded with the first workbook, so that the page itself appears sooner.
      const { openWorkbookFile } = await import(/* webpackChunkName: "open-workbook" */ "../xlsx/openWorkbookFile");
      const workbook = await DemoWorkbook.of(await openWorkbookFile(bytes, name, progress), progress);
      if (id === this.latest) this.show({ open: { id, workbook, host: new DemoHost(workbook) }, trouble: undefined });
    } catch (error) {
      if (id !== this.latest) return;
      if (error instanceof Stopped) this.show({ stopped: true });
      else this.fail(error);
    } finally {
      clearTimeout(telling);
      if (id === this.latest) this.show({ opening: undefined });
    }
  }

  private show(change: Partial<DeskState>): void {
    this.current = { ...this.current, ...change };
    this.listeners.forEach((listener) => listener());
  }
}

function noSample(file: string): TroubleError {
  return new TroubleError({
    what: { vi: "Không có tệp mẫu nào tên như vậy.", en: "There is no sample of that name." },
    where: file,
    remedy: { vi: "Hãy chọn một tệp trong danh sách Tệp mẫu, hoặc mở tệp của mình.", en: "Choose one from the list of samples, or open a file of your own." },
  });
}
