import type { Level } from "../../core/form/Form";
import { LEVELS } from "../../core/head/ReportInfo";
import { forget, remember, remembered } from "./remembered";

/** Who reports to whom, as said when sheets were made last. Kept on this computer only, for next time; texts are empty where nothing was said. */
export interface Reporting {
  readonly unit: string;
  readonly receiver: string;
  readonly place: string;
  readonly signatory: string;
  readonly level?: Level;
  /** Ids of the forms used last, the last one first. */
  readonly recent: readonly string[];
}

const KEY = "kiem-soat-tthc.reporting";
/** More forms used before are no longer recent. */
const MOST_RECENT = 5;

/** What was kept; storage may hold anything. */
export function loadReporting(): Reporting {
  const kept = Object(remembered(KEY)) as Partial<Record<keyof Reporting, unknown>>;
  const text = (key: "unit" | "receiver" | "place" | "signatory"): string => (typeof kept[key] === "string" ? kept[key] : "");
  const level = LEVELS.find((each) => each === kept.level);
  const recent = Array.isArray(kept.recent) ? kept.recent.filter((id) => typeof id === "string").slice(0, MOST_RECENT) : [];
  return { unit: text("unit"), receiver: text("receiver"), place: text("place"), signatory: text("signatory"), ...(level ? { level } : {}), recent };
}

/** Keeps what was said, with a form that was just used. */
export function keepReporting({ recent, ...said }: Reporting, used?: string): void {
  remember(KEY, { ...said, recent: used === undefined ? recent : [used, ...recent.filter((id) => id !== used)].slice(0, MOST_RECENT) });
}

/** Whether anything is kept. */
export const isReportingKept = (): boolean => remembered(KEY) !== undefined;

/** Drops what was kept. */
export const forgetReporting = (): void => forget(KEY);
