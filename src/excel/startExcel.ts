import type { Trouble } from "../core/Trouble";
import { ExcelHost } from "./ExcelHost";
import { excelTrouble, troubleOf } from "./excelTrouble";

/** Outside Office, and in some web views, `Office.onReady` never answers. */
const PATIENCE_MS = 5_000;

/** The host, or why there is none; `kind` tells them apart. */
export type StartedExcel =
  | { readonly kind: "host"; readonly host: ExcelHost }
  /** `late`: what comes of it should Excel answer after all. */
  | { readonly kind: "trouble"; readonly trouble: Trouble; readonly late?: Promise<StartedExcel> };

/** Waits for Excel, but never longer than five seconds, and never throws. */
export async function startExcel(patience: number = PATIENCE_MS): Promise<StartedExcel> {
  if (typeof Office === "undefined") return failed(troubleOf("blocked"));
  const answered = answer();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const silence = new Promise<StartedExcel>((resolve) => {
    timer = setTimeout(() => resolve({ kind: "trouble", trouble: troubleOf("silent"), late: answered }), patience);
  });
  try {
    return await Promise.race([answered, silence]);
  } finally {
    clearTimeout(timer);
  }
}

async function answer(): Promise<StartedExcel> {
  try {
    const ready = await Office.onReady();
    if (ready.host !== Office.HostType.Excel || typeof Excel === "undefined") return failed(troubleOf("noOffice"));
    if (!Office.context.requirements.isSetSupported("ExcelApi", "1.9")) return failed(troubleOf("tooOld"));
    return { kind: "host", host: new ExcelHost() };
  } catch (error) {
    return failed(excelTrouble(error));
  }
}

const failed = (trouble: Trouble): StartedExcel => ({ kind: "trouble", trouble });
