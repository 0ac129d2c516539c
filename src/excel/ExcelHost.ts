import { TroubleError, type Trouble } from "../core/Trouble";
import type { Language } from "../core/words/Phrase";
import { download } from "../page/download";
import type { PaneHost, WorkbookEvents } from "../taskpane/PaneHost";
import { excelTrouble, troubleOf } from "./excelTrouble";
import { ExcelWorkbook } from "./ExcelWorkbook";
import { later } from "./later";
import { OwnWork } from "./OwnWork";
import { hasExcelApi } from "./runExcel";
import { watchWorkbook } from "./watchWorkbook";

/** Excel as the pane sees it. Made after Office is ready. */
export class ExcelHost implements PaneHost {
  private readonly own = new OwnWork();
  readonly port = new ExcelWorkbook(this.own);
  readonly language: Language = languageOf(Office.context.displayLanguage);
  readonly theme: PaneHost["theme"] = themeOf(Office.context.officeTheme);

  readonly parts = later;

  /** Excels that cannot put an add-in's work into one step (before ExcelApi 1.20) may forget all steps instead. */
  readonly undoes: boolean = hasExcelApi("1.20");

  watch(events: WorkbookEvents): Promise<() => Promise<void>> {
    return watchWorkbook(events, this.own);
  }

  explain(error: unknown): Trouble {
    return excelTrouble(error);
  }

  async saveFile(name: string, bytes: Uint8Array, type: string): Promise<void> {
    // In Excel for Mac a download does nothing and says nothing (OfficeDev/office-js #3385).
    if (Office.context.platform === Office.PlatformType.Mac) throw new TroubleError(troubleOf("cannotSave", name));
    download(name, bytes, type);
  }
}

/** Vietnamese unless Excel runs in another language. */
function languageOf(displayLanguage: string | undefined): Language {
  return !displayLanguage || displayLanguage.toLowerCase().startsWith("vi") ? "vi" : "en";
}

/** Excel on the web may not tell its theme (OfficeDev/office-js #3410): then the browser's counts. */
function themeOf(theme: Partial<Office.OfficeTheme> | undefined): PaneHost["theme"] {
  if (typeof theme?.isDarkTheme === "boolean") return theme.isDarkTheme ? "dark" : "light";
  const background = /^#?([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(theme?.bodyBackgroundColor ?? "");
  if (!background) return "system";
  const [red = 0, green = 0, blue = 0] = background.slice(1).map((part) => Number.parseInt(part, 16));
  return red * 299 + green * 587 + blue * 114 < 128_000 ? "dark" : "light";
}
