import { ArrowDownload20Regular } from "@fluentui/react-icons/svg/arrow-download";
import { ArrowUndo20Regular } from "@fluentui/react-icons/svg/arrow-undo";
import { FolderOpen20Regular } from "@fluentui/react-icons/svg/folder-open";
import { useRef, useState, useSyncExternalStore } from "react";
import type { Language } from "../core/words/Phrase";
import type { DemoWorkbook } from "./DemoWorkbook";
import { DEMO_STRINGS } from "./demoStrings";
import { download } from "../page/download";
import { SAMPLES } from "./samples";

const TYPES = {
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  xlsm: "application/vnd.ms-excel.sheet.macroEnabled.12",
} as const;

interface ToolbarProps {
  readonly workbook: DemoWorkbook | undefined;
  readonly language: Language;
  readonly onOpenFile: (file: File) => void;
  readonly onOpenSample: (file: string) => void;
  readonly onTrouble: (error: unknown) => void;
}

const never = () => () => undefined;
const nothing = () => undefined;

/** Opening, saving, undoing. */
export function Toolbar({ workbook, language, onOpenFile, onOpenSample, onTrouble }: ToolbarProps) {
  const shown = useSyncExternalStore(workbook?.subscribe ?? never, workbook?.get ?? nothing);
  const strings = DEMO_STRINGS[language];
  const input = useRef<HTMLInputElement>(null);

  const [saving, setSaving] = useState(false);

  const save = async () => {
    if (!workbook || !shown) return;
    setSaving(true);
    try {
      download(shown.name, await workbook.save(), /\.xlsm$/i.test(shown.name) ? TYPES.xlsm : TYPES.xlsx);
    } catch (error) {
      onTrouble(error);
    } finally {
      setSaving(false);
    }
  };
  return (
    <header className="demo-toolbar">
      <button type="button" className="demo-button" onClick={() => input.current?.click()}>
        <FolderOpen20Regular aria-hidden />
        {strings.open}
      </button>
      <input
        ref={input}
        type="file"
        hidden
        accept=".xlsx,.xlsm,.xls"
        aria-label={strings.open}
        data-testid="open-file"
        onChange={(event) => {
          const [file] = event.target.files ?? [];
          // The same file may be chosen again.
          event.target.value = "";
          if (file) onOpenFile(file);
        }}
      />
      <select className="demo-button" aria-label={strings.samplesLabel} data-testid="samples" value="" onChange={(event) => onOpenSample(event.target.value)}>
        <option value="" disabled>
          {strings.samples}
        </option>
        {SAMPLES.map(({ file, title }) => (
          <option key={file} value={file}>
            {title[language]}
          </option>
        ))}
      </select>
      <button type="button" className="demo-button" title={strings.undoHint} disabled={!shown?.canUndo} data-testid="undo" onClick={() => void workbook?.undo()}>
        <ArrowUndo20Regular aria-hidden />
        {strings.undo}
      </button>
      <span className="demo-name">
        <strong data-testid="file-name">{shown?.name}</strong>
        {shown?.changed && <span className="demo-edited">{strings.edited}</span>}
      </span>
      <button type="button" className="demo-button demo-button-primary" title={strings.saveHint} disabled={!shown || saving} aria-busy={saving} data-testid="save-file" onClick={() => void save()}>
        <ArrowDownload20Regular aria-hidden />
        {strings.save}
      </button>
    </header>
  );
}
