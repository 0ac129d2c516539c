import type { Progress, WorkbookPort } from "../../core/sheet/WorkbookPort";
import type { Phrase } from "../../core/words/Phrase";
import { paced } from "../../core/steps";
import { restNowAndThen, startClock } from "../../page/rest";
import { later } from "../later";
import type { Changes } from "./Changes";
import type { Keeping } from "./Keeping";
import { readChanged } from "./readChanged";
import type { Checked, Session } from "./session";

/** Where a text comes from that the user pasted. */
const PASTED: Phrase = { vi: "đã dán vào ngăn", en: "as pasted into the pane" };

/** Reads what has changed and judges all of it, in the light of what the reporter has told and written. Where it fails, changes are still to be read. */
export async function examine(port: WorkbookPort, { checked: known, written }: Session, changes: Changes, keeping: Keeping, progress: Progress): Promise<Checked> {
  const [{ audit }, { LIBRARY }, { applyJustificationsInSteps }] = await Promise.all([later.audit(), later.library(), later.applyJustifications()]);
  const rest = restNowAndThen();
  const changed = changes.take();
  try {
    const sheets = await readChanged(port, known?.sheets, changed, progress, rest);
    const { justifications, withdrawn } = await (!known || changed === "all" ? keeping.read() : keeping.known());
    const texts = written === "" ? [] : [{ text: written, source: PASTED }];
    const found = await audit(sheets, LIBRARY, { progress, rest, answers: new Map([["withdrawn", withdrawn]]), startClock, texts });
    return { sheets, ...(await paced(applyJustificationsInSteps(found, sheets, justifications), rest, progress)) };
  } catch (error) {
    changes.add(changed);
    throw error;
  }
}
