import { useCallback, useSyncExternalStore } from "react";
import { a1, type Position } from "../core/sheet/Address";
import type { Content } from "../core/sheet/Cell";
import { TroubleError } from "../core/Trouble";
import type { Language } from "../core/words/Phrase";
import { DEMO_STRINGS } from "./demoStrings";
import type { DemoWorkbook } from "./DemoWorkbook";
import { FormulaBar } from "./grid/FormulaBar";
import { Grid } from "./grid/Grid";

interface WorkbookViewProps {
  readonly workbook: DemoWorkbook;
  readonly language: Language;
  readonly onTrouble: (error: unknown) => void;
}

/** The sheet in view, what its selected cell holds, and the other sheets. */
export function WorkbookView({ workbook, language, onTrouble }: WorkbookViewProps) {
  const shown = useSyncExternalStore(workbook.subscribe, workbook.get);
  const strings = DEMO_STRINGS[language];
  const sheet = shown.sheets.find(({ name }) => name === shown.sheet);

  const select = useCallback((at: Position) => workbook.select(at), [workbook]);
  const write = useCallback(
    async (at: Position, content: Content) => {
      try {
        if ((await workbook.write(at, content)) === "locked") throw locked(a1(at));
      } catch (error) {
        onTrouble(error);
      }
    },
    [workbook, onTrouble],
  );
  if (!sheet) return null;
  const tabs = shown.sheets.filter(({ visible }) => visible);
  return (
    <>
      <FormulaBar sheet={sheet} selected={shown.selected} label={strings.content(a1(shown.selected))} onWrite={(at, content) => void write(at, content)} />
      <Grid
        key={sheet.name}
        shown={shown}
        sheet={sheet}
        label={strings.sheet(sheet.name)}
        staleHint={strings.stale}
        onSelect={select}
        onWrite={(at, content) => void write(at, content)}
        onUndo={() => void workbook.undo().catch(onTrouble)}
      />
      <nav className="sheet-tabs" aria-label={strings.sheets}>
        {tabs.map(({ name }) => (
          <button
            key={name}
            type="button"
            className="sheet-tab"
            aria-current={name === sheet.name ? "page" : undefined}
            onClick={() => workbook.select({ row: 0, column: 0 }, name)}
          >
            {name}
          </button>
        ))}
      </nav>
    </>
  );
}

function locked(cell: string): TroubleError {
  return new TroubleError({
    what: { vi: "Trang tính đang bị khóa nên không ghi được vào ô này.", en: "The sheet is protected, so this cell cannot be written." },
    where: cell,
    remedy: {
      vi: "Hãy mở tệp bằng Excel, chọn Xem lại (Review) › Bỏ bảo vệ trang tính, lưu lại rồi mở lại ở đây.",
      en: "Open the file in Excel, choose Review › Unprotect Sheet, save it and open it here again.",
    },
  });
}
