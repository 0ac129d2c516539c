import { createHash, randomBytes } from "node:crypto";
import { lstat, readdir, rm } from "node:fs/promises";
import { hostname } from "node:os";
import { dirname, join } from "node:path";

/** Tells this computer from others that write into the same folder over a network. */
const HOST = createHash("sha256").update(hostname()).digest("hex").slice(0, 8);

/** Host, process, and a number that nobody else has. */
const DRAFT = /^\.kstt-([0-9a-f]{8})-([0-9]{1,10})-[0-9a-f]{12}\.tmp$/;

/** No draft takes so long, in milliseconds: what is older was left by a process whose number another has now, or on another computer. */
const STALE = 3_600_000;

/** The name of a file to be written first, and then to be given the name of the target. */
export function draftBeside(target: string): string {
  return join(dirname(target), `.kstt-${HOST}-${process.pid}-${randomBytes(6).toString("hex")}.tmp`);
}

/**
 * Takes away the drafts that were left in a folder by a process that was killed while it wrote. Leaves alone what another process may
 * still be writing, and whatever is no draft of ours; what cannot be taken away stays.
 */
export async function clearStaleDrafts(folder: string): Promise<void> {
  const names = await readdir(folder).catch(() => []);
  for (const name of names) {
    const draft = DRAFT.exec(name);
    if (!draft) continue;
    const path = join(folder, name);
    const found = await lstat(path).catch(() => undefined);
    const isOver = (draft[1] === HOST && !isRunning(Number(draft[2]))) || (found !== undefined && Date.now() - found.mtimeMs > STALE);
    if (found?.isFile() && isOver) await rm(path, { force: true }).catch(() => undefined);
  }
}

/** Whether a process of that number runs on this computer, whoever's it is. */
function isRunning(process_: number): boolean {
  try {
    process.kill(process_, 0);
    return true;
  } catch (error) {
    return (error as { code?: unknown }).code === "EPERM";
  }
}
