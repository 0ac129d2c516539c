import { parseA1Range, type Position } from "../core/sheet/Address";
import type { WorkbookEvents } from "../taskpane/PaneHost";
import type { OwnWork } from "./OwnWork";
import { hasExcelApi, runExcel } from "./runExcel";

/** Follows what the user does in the workbook until the returned function is awaited; what the add-in itself writes is passed over. */
export async function watchWorkbook(events: WorkbookEvents, own: OwnWork): Promise<() => Promise<void>> {
  let watching = true;
  let newest = 0;

  const changed = async (event?: { readonly triggerSource?: string }): Promise<void> => {
    // Excel says who made the change since ExcelApi 1.14; before that, time must tell.
    const ours = event?.triggerSource === undefined ? own.writing.sounding : event.triggerSource === "ThisLocalAddin";
    if (watching && !ours) events.changed();
  };

  const selected = async ({ worksheetId, address }: Excel.WorksheetSelectionChangedEventArgs): Promise<void> => {
    if (!watching || own.selecting.sounding) return;
    const at = firstPosition(address);
    const turn = ++newest;
    const name = at && (await sheetName(worksheetId));
    // While Excel was asked for the name, the user may have gone on.
    if (at && name !== undefined && watching && turn === newest) events.selected(name, at);
  };

  const handlers = await runExcel(async (context) => {
    const { worksheets } = context.workbook;
    const added = [
      worksheets.onChanged.add(changed),
      worksheets.onSelectionChanged.add(selected),
      worksheets.onAdded.add(() => changed()),
      worksheets.onDeleted.add(() => changed()),
      // Since ExcelApi 1.17, where the copy of Office.js in use knows of it too.
      ...(hasExcelApi("1.17") && "onNameChanged" in worksheets ? [worksheets.onNameChanged.add(() => changed())] : []),
    ];
    await context.sync();
    return added;
  });

  return async () => {
    if (!watching) return;
    watching = false;
    // A handler can only be removed in the context it was added in.
    await Excel.run(handlers[0]!.context, async (context) => {
      for (const handler of handlers) handler.remove();
      await context.sync();
    }).catch(() => undefined);
  };
}

/** The first cell of an address such as "B2:C3,D4"; whole columns and rows count from their first cell. */
function firstPosition(address: string): Position | undefined {
  const first = address.split(",")[0]!.replace(/^.*!/, "").replace(/\$/g, "");
  const [start = ""] = first.split(":");
  const completed = /^[A-Za-z]+$/.test(start) ? `${start}1` : /^\d+$/.test(start) ? `A${start}` : start;
  const rectangle = parseA1Range(completed);
  return rectangle && { row: rectangle.top, column: rectangle.left };
}

async function sheetName(id: string): Promise<string | undefined> {
  try {
    return await runExcel(async (context) => {
      const sheet = context.workbook.worksheets.getItem(id).load("name");
      await context.sync();
      return sheet.name;
    });
  } catch {
    // The sheet went, or a cell is being edited: there is nothing to show for this selection.
    return undefined;
  }
}
