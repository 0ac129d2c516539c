/** Judges cases, one after another, for `run.ts`, which ends this program when a case never does. */
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { sayCrash } from "./judgeFile";
import { tried, type Fault, type Kind } from "./Trial";
import { trialFor } from "./trialFor";

export interface Order {
  readonly kind: Kind;
  readonly seed: number;
  readonly index: number;
  /** A folder for files that go wrong. */
  readonly keep?: string | undefined;
}

/** What went wrong with a case, made as small as it goes. */
export interface Report {
  readonly fault?: Fault;
  readonly lines?: readonly string[];
}

async function reportOn({ kind, seed, index, keep }: Order): Promise<Report> {
  try {
    const trial = await trialFor(kind, seed, index);
    const found = await tried(trial);
    if (!found) return {};
    const { fault, kept } = found;
    const file = keep === undefined ? undefined : trial.file(kept);
    if (file) {
      mkdirSync(keep!, { recursive: true });
      writeFileSync(join(keep!, `${kind}-${seed}-${index}-${file.name}`), file.bytes);
    }
    return { fault, lines: [`from ${trial.from}`, `changed: ${kept.map((each) => trial.changes[each]).join("; ") || "nothing"}`, ...trial.tell(kept)] };
  } catch (error) {
    return { fault: { kind: "crash", what: sayCrash(error) }, lines: ["while the case was made or judged"] };
  }
}

process.on("message", (order: Order) => void reportOn(order).then((report) => process.send!(report)));
