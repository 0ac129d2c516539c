import { TroubleError, type Trouble } from "../core/Trouble";
import type { Language } from "../core/words/Phrase";
import type { PaneHost, WorkbookEvents } from "../taskpane/PaneHost";
import { later } from "../xlsx/later";
import type { DemoWorkbook } from "./DemoWorkbook";
import { download } from "../page/download";

/** The page as the pane sees it. */
export class DemoHost implements PaneHost {
  readonly language: Language = "vi";
  readonly theme = "system";
  readonly undoes = true;
  readonly parts = later;

  constructor(readonly port: DemoWorkbook) {}

  async watch(events: WorkbookEvents): Promise<() => Promise<void>> {
    return this.port.watch(events);
  }

  explain(error: unknown): Trouble {
    return explainError(error);
  }

  async saveFile(name: string, bytes: Uint8Array, type: string): Promise<void> {
    download(name, bytes, type);
  }
}

/** Any error in words; those that are not troubles are faults of ours. */
export function explainError(error: unknown): Trouble {
  if (error instanceof TroubleError) return error.trouble;
  return {
    what: { vi: "Phần mềm gặp sự cố ngoài dự kiến nên việc này chưa làm xong.", en: "The program ran into an unexpected fault, so this was not finished." },
    remedy: {
      vi: "Số liệu đang mở không mất. Hãy tải tệp về, mở lại trang rồi thử lại.",
      en: "What is open is not lost. Save the file, reload the page and try again.",
    },
  };
}
