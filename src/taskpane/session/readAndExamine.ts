import type { Sheet } from "../../core/sheet/Sheet";
import type { Progress, WorkbookPort } from "../../core/sheet/WorkbookPort";
import { paced, type Rest } from "../../core/steps";
import type { Phrase } from "../../core/words/Phrase";
import { restNowAndThen, startClock } from "../../page/rest";
import { later } from "../later";
import type { Keeping } from "./Keeping";
import type { Checked, Session } from "./session";

/** Sheets by name, or all of them. */
type Sheets = ReadonlySet<string> | "all";

/** What has changed in the workbook since the pane read it. */
export class Changes {
  private since: Sheets = new Set();

  /** @param sheets Those that changed; unsaid where it may be any. */
  add(sheets?: Iterable<string> | "all"): void {
    this.since = this.since === "all" || sheets === undefined || sheets === "all" ? "all" : new Set([...this.since, ...sheets]);
  }

  get none(): boolean {
    return this.since !== "all" && this.since.size === 0;
  }

  /** Gives what has changed to whoever reads it now; from here on, changes are new ones. */
  take(): Sheets {
    const taken = this.since;
    this.since = new Set();
    return taken;
  }
}

/** Where a text comes from that the user pasted. */
const PASTED: Phrase = { vi: "đã dán vào ngăn", en: "as pasted into the pane" };

/** Reads what has changed and judges all of it, in the light of what the reporter has told and written. Where it fails, changes are still to be read. */
export async function readAndExamine(port: WorkbookPort, { checked: known, written, former }: Session, changes: Changes, keeping: Keeping, progress: Progress): Promise<Checked> {
  const [{ examine }, { LIBRARY }] = await Promise.all([later.examine(), later.library()]);
  const rest = restNowAndThen();
  const changed = changes.take();
  try {
    const sheets = await readChanged(port, known?.sheets, changed, progress, rest);
    const kept = await (!known || changed === "all" ? keeping.read() : keeping.known());
    const texts = written === "" ? [] : [{ text: written, source: PASTED }];
    const examined = await examine(sheets, LIBRARY, kept, { progress, rest, startClock, texts, former: former?.tables ?? [] });
    // What is found is drawn in a turn of its own.
    await rest();
    return { sheets, ...examined };
  } catch (error) {
    changes.add(changed);
    throw error;
  }
}

/** What was found of sheets already: a big one's formulas are not gone through at every edit of another. */
const dependent = new WeakMap<Sheet, boolean>();

async function looksElsewhere(sheet: Sheet, rest: Rest, progress: Progress): Promise<boolean> {
  const known = dependent.get(sheet) ?? (await paced((await later.dependsOnOthers()).dependsOnOthers(sheet), rest, progress));
  dependent.set(sheet, known);
  return known;
}

/**
 * The workbook as it now stands: only sheets that changed, and those whose formulas look at other sheets, are read;
 * of the rest the last reading still holds. All are read where it cannot be told which.
 */
async function readChanged(
  port: WorkbookPort,
  known: readonly Sheet[] | undefined,
  changed: Sheets,
  progress: Progress,
  rest: Rest,
): Promise<readonly Sheet[]> {
  if (!known || changed === "all") return port.read(progress);
  if (changed.size === 0) return known;
  const names = new Set(known.map(({ name }) => name));
  if ([...changed].some((name) => !names.has(name))) return port.read(progress);
  const wanted: string[] = [];
  for (const sheet of known) {
    if (changed.has(sheet.name) || (await looksElsewhere(sheet, rest, progress))) wanted.push(sheet.name);
  }
  const read = new Map((await port.read(progress, wanted)).map((sheet) => [sheet.name, sheet]));
  // A sheet that was renamed or deleted without a word.
  if (wanted.some((name) => !read.has(name))) return port.read(progress);
  return known.map((sheet) => read.get(sheet.name) ?? sheet);
}
