import { parseA1Range, type Position } from "../core/sheet/Address";
import type { WorkbookEvents } from "../taskpane/PaneHost";
import type { OwnWork } from "./OwnWork";
import { hasExcelApi, runExcel } from "./runExcel";

/** Follows what the user does in the workbook until the returned function is awaited; what the add-in itself writes is passed over. */
export async function watchWorkbook(events: WorkbookEvents, own: OwnWork): Promise<() => Promise<void>> {
  let watching = true;
  let newest = 0;
  /** Names by id: events tell ids only. Selecting keeps them fresh where Excel does not tell of renaming. */
  const names = new Map<string, string>();

  const changed = async ({ triggerSource, worksheetId, changeType, address }: ChangeTold): Promise<void> => {
    // Excel says who made the change since ExcelApi 1.14; before that, time must tell.
    const ours = triggerSource === undefined ? own.writing.sounding : triggerSource === "ThisLocalAddin";
    if (!watching || ours) return;
    const name = names.get(worksheetId);
    // Whoever types into one cell moves no formats; pasting, filling, inserting and sorting may.
    if (name === undefined) events.changed();
    else events.changed([name], changeType !== "RangeEdited" || /[:,]/.test(address));
  };

  // Sorting has events of its own since ExcelApi 1.10; the add-in never sorts.
  const sorted = ({ worksheetId, address }: { readonly worksheetId: string; readonly address: string }): Promise<void> =>
    changed({ worksheetId, address, changeType: "Sorted", triggerSource: "Unknown" });

  const sheetsChanged = async (): Promise<void> => {
    if (!watching) return;
    if (!own.writing.sounding) events.changed();
    names.clear();
    for (const [id, name] of await sheetNames()) names.set(id, name);
  };

  const selected = async ({ worksheetId, address }: Excel.WorksheetSelectionChangedEventArgs): Promise<void> => {
    if (!watching || own.selecting.sounding) return;
    const at = firstPosition(address);
    const turn = ++newest;
    const name = at && new Map(await sheetNames()).get(worksheetId);
    if (name !== undefined) names.set(worksheetId, name);
    // While Excel was asked for the name, the user may have gone on.
    if (at && name !== undefined && watching && turn === newest) events.selected(name, at);
  };

  const handlers = await runExcel(async (context) => {
    const { worksheets } = context.workbook;
    const added = [
      worksheets.onChanged.add(changed),
      worksheets.onSelectionChanged.add(selected),
      worksheets.onAdded.add(sheetsChanged),
      worksheets.onDeleted.add(sheetsChanged),
      ...(hasExcelApi("1.10") && "onRowSorted" in worksheets ? [worksheets.onRowSorted.add(sorted), worksheets.onColumnSorted.add(sorted)] : []),
      // Since ExcelApi 1.17, where the copy of Office.js in use knows of it too.
      ...(hasExcelApi("1.17") && "onNameChanged" in worksheets ? [worksheets.onNameChanged.add(sheetsChanged)] : []),
    ];
    const sheets = worksheets.load("items/id,items/name");
    await context.sync();
    for (const { id, name } of sheets.items) names.set(id, name);
    return added;
  });

  const end = async (): Promise<void> => {
    if (!watching) return;
    watching = false;
    window.removeEventListener("pagehide", onPageHide);
    // A handler can only be removed in the context it was added in.
    await Excel.run(handlers[0]!.context, async (context) => {
      for (const handler of handlers) handler.remove();
      await context.sync();
    }).catch(() => undefined);
  };
  // Another ribbon button loads the pane anew. Excel drops the handlers of a page that goes; this one hears no more from now on.
  const onPageHide = (): void => void end();
  window.addEventListener("pagehide", onPageHide);
  return end;
}

/** What an event of changed cells is asked for. */
interface ChangeTold {
  readonly worksheetId: string;
  readonly address: string;
  readonly changeType?: string;
  readonly triggerSource?: string;
}

/** The first cell of an address such as "B2:C3,D4"; whole columns and rows count from their first cell. */
function firstPosition(address: string): Position | undefined {
  const first = address.split(",")[0]!.replace(/^.*!/, "").replace(/\$/g, "");
  const [start = ""] = first.split(":");
  const completed = /^[A-Za-z]+$/.test(start) ? `${start}1` : /^\d+$/.test(start) ? `A${start}` : start;
  const rectangle = parseA1Range(completed);
  return rectangle && { row: rectangle.top, column: rectangle.left };
}

/** Names of all sheets by id; none where Excel cannot say just now: then a change counts as one anywhere, and of a selection there is nothing to show. */
async function sheetNames(): Promise<readonly (readonly [id: string, name: string])[]> {
  try {
    return await runExcel(async (context) => {
      const sheets = context.workbook.worksheets.load("items/id,items/name");
      await context.sync();
      return sheets.items.map(({ id, name }) => [id, name] as const);
    });
  } catch {
    return [];
  }
}
