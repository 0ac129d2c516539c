import type { Progress, WorkbookPort } from "../../core/sheet/WorkbookPort";
import type { Phrase } from "../../core/words/Phrase";
import { restNowAndThen, startClock } from "../../page/rest";
import { later } from "../later";
import type { Changes } from "./Changes";
import type { Keeping } from "./Keeping";
import { readChanged } from "./readChanged";
import type { Checked, Session } from "./session";

/** Where a text comes from that the user pasted. */
const PASTED: Phrase = { vi: "đã dán vào ngăn", en: "as pasted into the pane" };

/** Reads what has changed and judges all of it, in the light of what the reporter has told and written. Where it fails, changes are still to be read. */
export async function readAndExamine(port: WorkbookPort, { checked: known, written }: Session, changes: Changes, keeping: Keeping, progress: Progress): Promise<Checked> {
  const [{ examine }, { LIBRARY }] = await Promise.all([later.examine(), later.library()]);
  const rest = restNowAndThen();
  const changed = changes.take();
  try {
    const sheets = await readChanged(port, known?.sheets, changed, progress, rest);
    const kept = await (!known || changed === "all" ? keeping.read() : keeping.known());
    const texts = written === "" ? [] : [{ text: written, source: PASTED }];
    return { sheets, ...(await examine(sheets, LIBRARY, kept, { progress, rest, startClock, texts })) };
  } catch (error) {
    changes.add(changed);
    throw error;
  }
}
