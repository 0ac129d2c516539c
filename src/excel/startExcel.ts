import type { Trouble } from "../core/Trouble";
import { ExcelHost } from "./ExcelHost";
import { excelTrouble, troubleOf } from "./excelTrouble";

/** Outside Office, and in some web views, `Office.onReady` never answers. */
const PATIENCE_MS = 5_000;

/** The host, or why there is none; `kind` tells them apart. */
export type StartedExcel = { readonly kind: "host"; readonly host: ExcelHost } | { readonly kind: "trouble"; readonly trouble: Trouble };

/** Waits for Excel, but never longer than five seconds, and never throws. */
export async function startExcel(patience: number = PATIENCE_MS): Promise<StartedExcel> {
  try {
    if (typeof Office === "undefined") return failed(troubleOf("silent"));
    const ready = await withinTime(Office.onReady(), patience);
    if (ready === "late") return failed(troubleOf("silent"));
    if (ready.host !== Office.HostType.Excel || typeof Excel === "undefined") return failed(troubleOf("noOffice"));
    if (!Office.context.requirements.isSetSupported("ExcelApi", "1.9")) return failed(troubleOf("tooOld"));
    return { kind: "host", host: new ExcelHost() };
  } catch (error) {
    return failed(excelTrouble(error));
  }
}

const failed = (trouble: Trouble): StartedExcel => ({ kind: "trouble", trouble });

async function withinTime<T>(promise: Promise<T>, milliseconds: number): Promise<T | "late"> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<"late">((resolve) => {
    timer = setTimeout(() => resolve("late"), milliseconds);
  });
  try {
    return await Promise.race([promise, late]);
  } finally {
    clearTimeout(timer);
  }
}
