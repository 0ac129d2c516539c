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
}

/** Opens workbooks for the page. What cannot be opened leaves the workbook in view as it is. */
export class Desk {
  private current: DeskState = { open: undefined, trouble: undefined };
  private readonly listeners = new Set<() => void>();
  private latest = 0;

  readonly state = (): DeskState => this.current;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  openFile(file: File): Promise<void> {
    return this.take(async () => ({ bytes: new Uint8Array(await file.arrayBuffer()), name: file.name }));
  }

  /** Opens a workbook that comes with the page. */
  openSample(file: string): Promise<void> {
    return this.take(async () => {
      const sample = SAMPLES.find((each) => each.file === file);
      if (!sample) throw noSample(file);
      return { bytes: await sampleBytes(sample), name: sample.file };
    });
  }

  /** Shows any error in words. */
  readonly fail = (error: unknown): void => this.show({ trouble: explainError(error) });

  readonly dismiss = (): void => this.show({ trouble: undefined });

  private async take(read: () => Promise<{ readonly bytes: Uint8Array; readonly name: string }>): Promise<void> {
    const id = ++this.latest;
    try {
      const { bytes, name } = await read();
      // Loaded with the first workbook, so that the page itself appears sooner.
      const { openWorkbookFile } = await import(/* webpackChunkName: "open-workbook" */ "../xlsx/openWorkbookFile");
      const workbook = await DemoWorkbook.of(await openWorkbookFile(bytes, name));
      if (id === this.latest) this.show({ open: { id, workbook, host: new DemoHost(workbook) }, trouble: undefined });
    } catch (error) {
      if (id === this.latest) this.fail(error);
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
