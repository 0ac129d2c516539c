import { Stopped } from "../core/sheet/WorkbookPort";
import { TroubleError, type Trouble } from "../core/Trouble";
import { download } from "../page/download";
import { Store } from "../page/Store";
import type { PaneHost } from "../taskpane/PaneHost";
import { later } from "../xlsx/later";
import { DemoWorkbook } from "./DemoWorkbook";
import { SAMPLES, sampleBytes } from "./samples";

/** A workbook in view, with the pane's way to it. */
export interface OpenWorkbook {
  /** Different for each file opened: nothing of the last one's pane is kept. */
  readonly id: number;
  readonly workbook: DemoWorkbook;
  readonly host: PaneHost;
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
export class Desk extends Store<DeskState> {
  private progress = { report: () => undefined, stopped: false };
  private latest = 0;

  constructor() {
    super({ open: undefined, trouble: undefined, opening: undefined, stopped: false });
  }

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
  readonly fail = (error: unknown): void => this.change({ trouble: explainError(error) });

  readonly dismiss = (): void => this.change({ trouble: undefined });

  private async take(name: string, read: () => Promise<Uint8Array>): Promise<void> {
    const id = ++this.latest;
    this.stopOpening();
    const progress = (this.progress = { report: () => undefined, stopped: false });
    this.change({ opening: undefined, stopped: false });
    const telling = setTimeout(() => id === this.latest && this.change({ opening: name }), SHORT);
    try {
      const bytes = await read();
      // Loaded with the first workbook, so that the page itself appears sooner.
      const { openWorkbookFile } = await import(/* webpackChunkName: "open-workbook" */ "../xlsx/openWorkbookFile");
      const workbook = await DemoWorkbook.of(await openWorkbookFile(bytes, name, progress), progress);
      if (id === this.latest) this.change({ open: { id, workbook, host: hostOf(workbook) }, trouble: undefined });
    } catch (error) {
      if (id !== this.latest) return;
      if (error instanceof Stopped) this.change({ stopped: true });
      else this.fail(error);
    } finally {
      clearTimeout(telling);
      if (id === this.latest) this.change({ opening: undefined });
    }
  }
}

/** The page as the pane sees it. */
const hostOf = (port: DemoWorkbook): PaneHost => ({
  port,
  language: "vi",
  theme: "system",
  undoes: true,
  parts: later,
  watch: async (events) => port.watch(events),
  explain: explainError,
  saveFile: async (name, bytes, type) => download(name, bytes, type),
});

/** Any error in words; those that are not troubles are faults of ours. */
function explainError(error: unknown): Trouble {
  if (error instanceof TroubleError) return error.trouble;
  return {
    what: { vi: "Phần mềm gặp sự cố ngoài dự kiến nên việc này chưa làm xong.", en: "The program ran into an unexpected fault, so this was not finished." },
    remedy: {
      vi: "Số liệu đang mở không mất. Hãy tải tệp về, mở lại trang rồi thử lại.",
      en: "What is open is not lost. Save the file, reload the page and try again.",
    },
  };
}

function noSample(file: string): TroubleError {
  return new TroubleError({
    what: { vi: "Không có tệp mẫu nào tên như vậy.", en: "There is no sample of that name." },
    where: file,
    remedy: { vi: "Hãy chọn một tệp trong danh sách Tệp mẫu, hoặc mở tệp của mình.", en: "Choose one from the list of samples, or open a file of your own." },
  });
}
