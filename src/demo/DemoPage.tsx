import { useEffect, useState, useSyncExternalStore, type CSSProperties, type DragEvent } from "react";
import { sayTrouble } from "../core/Trouble";
import { App, type Appearance } from "../taskpane/App";
import { DEMO_STRINGS } from "./demoStrings";
import type { Desk } from "./Desk";
import { Splitter } from "./Splitter";
import { Toolbar } from "./Toolbar";
import { WorkbookView } from "./WorkbookView";

/** CSS pixels: what Excel gives a pane at first. */
const FIRST_WIDTH = 350;

/** A workbook file and the pane beside it: for those whose Excel is too old or locked, and for trying it out. */
export function DemoPage({ desk }: { readonly desk: Desk }) {
  const { open, trouble, opening, stopped } = useSyncExternalStore(desk.subscribe, desk.get);
  const [appearance, setAppearance] = useState<Appearance>({ language: "vi", theme: "light" });
  const [paneWidth, setPaneWidth] = useState(FIRST_WIDTH);
  const [dragging, setDragging] = useState(false);
  /** What to do once the user agrees to lose what was not saved. */
  const [leaving, setLeaving] = useState<() => void>();
  const { language, theme } = appearance;
  const strings = DEMO_STRINGS[language];

  useEffect(() => {
    document.documentElement.dataset["theme"] = theme;
  }, [theme]);
  useEffect(() => {
    const warn = (event: BeforeUnloadEvent) => {
      if (open?.workbook.get().changed) event.preventDefault();
    };
    window.addEventListener("beforeunload", warn);
    return () => window.removeEventListener("beforeunload", warn);
  }, [open]);

  const leaveFor = (next: () => void) => {
    if (open?.workbook.get().changed) setLeaving(() => next);
    else next();
  };
  const discard = () => {
    setLeaving(undefined);
    leaving?.();
  };
  const onDrop = (event: DragEvent) => {
    event.preventDefault();
    setDragging(false);
    const [file] = event.dataTransfer.files;
    if (file) leaveFor(() => void desk.openFile(file));
  };
  const onDragOver = (event: DragEvent) => {
    if (!event.dataTransfer.types.includes("Files")) return;
    event.preventDefault();
    setDragging(true);
  };
  return (
    <div
      className="demo"
      style={{ "--pane-width": `${paneWidth}px` } as CSSProperties}
      onDragOver={onDragOver}
      onDragLeave={() => setDragging(false)}
      onDrop={onDrop}
    >
      <main className="demo-workbook">
        <Toolbar
          workbook={open?.workbook}
          language={language}
          onOpenFile={(file) => leaveFor(() => void desk.openFile(file))}
          onOpenSample={(file) => leaveFor(() => void desk.openSample(file))}
          onTrouble={desk.fail}
        />
        {leaving && (
          <div className="demo-trouble" role="alertdialog" aria-label={strings.discard} data-testid="discard-question">
            <span>{strings.discard}</span>
            <span className="demo-answers">
              <button type="button" className="demo-button" onClick={discard} data-testid="discard">
                {strings.discardYes}
              </button>
              <button type="button" className="demo-button demo-button-primary" autoFocus onClick={() => setLeaving(undefined)}>
                {strings.discardNo}
              </button>
            </span>
          </div>
        )}
        {opening !== undefined && (
          <div className="demo-trouble demo-opening" role="status" data-testid="opening">
            <span>{strings.opening(opening)}</span>
            <button type="button" className="demo-button" onClick={desk.stopOpening}>
              {strings.stop}
            </button>
          </div>
        )}
        {trouble && (
          <div className="demo-trouble" role="alert" data-testid="file-trouble">
            <span>{sayTrouble(trouble, language)}</span>
            <button type="button" className="demo-button" onClick={desk.dismiss}>
              {strings.close}
            </button>
          </div>
        )}
        {open ? (
          <WorkbookView key={open.id} workbook={open.workbook} language={language} onTrouble={desk.fail} />
        ) : (
          <p className="demo-hint">{trouble || stopped ? strings.start : strings.loading}</p>
        )}
      </main>
      <aside className="demo-side" aria-label={strings.pane}>
        <Splitter width={paneWidth} label={strings.resize} onResize={setPaneWidth} />
        <div className="demo-pane">{open && <App key={open.id} host={open.host} onAppearance={setAppearance} />}</div>
      </aside>
      {dragging && <div className="demo-drop">{strings.drop}</div>}
    </div>
  );
}
