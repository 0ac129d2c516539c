interface SheetTabsProps {
  readonly sheets: readonly string[];
  readonly current: string;
  readonly label: string;
  readonly onChoose: (sheet: string) => void;
}

/** The sheets of the workbook, as tabs below the grid. */
export function SheetTabs({ sheets, current, label, onChoose }: SheetTabsProps) {
  return (
    <nav className="sheet-tabs" aria-label={label}>
      {sheets.map((sheet) => (
        <button key={sheet} type="button" className="sheet-tab" aria-current={sheet === current ? "page" : undefined} onClick={() => onChoose(sheet)}>
          {sheet}
        </button>
      ))}
    </nav>
  );
}
