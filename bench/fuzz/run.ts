/**
 * Looks for what breaks the product, by chance that repeats itself: sheets, packages, written texts and formulas spoilt in many ways,
 * and right tables laid out in many ways, with and without an error planted.
 * `npm run fuzz -- [--minutes 1 | --cases 100] [--seed 1] [--only sheets|packages|texts|formulas|layouts] [--case 17] [--keep folder]`
 * Ends with status 1 if anything went wrong. Each fault is told once, with the smallest case that still shows it and the command that makes
 * it again; `--keep` puts its file into a folder. `--cases` judges so many of each kind, whatever time that takes.
 */
import { fork, type ChildProcess } from "node:child_process";
import { fileURLToPath } from "node:url";
import { numberOption } from "../localisation/options";
import { KINDS, type Fault, type Kind } from "./Trial";
import type { Order, Report } from "./work";

/** No case, made smaller as well, takes nearly as long: what does hangs. */
const HANGS_AFTER_MS = 240_000;

const wordAfter = (name: string): string | undefined => {
  const at = process.argv.indexOf(`--${name}`);
  return at < 0 ? undefined : process.argv[at + 1];
};

/** A program that judges cases, begun again after each that it does not survive. */
class Worker {
  private child: ChildProcess | undefined;

  judge(order: Order): Promise<Report> {
    this.child ??= fork(fileURLToPath(new URL("./work.ts", import.meta.url)));
    const { child } = this;
    return new Promise((resolve) => {
      const lost = (fault: Fault): void => {
        this.end();
        resolve({ fault, lines: ["the whole case, for it could not be made smaller"] });
      };
      const timer = setTimeout(() => lost({ kind: "hang", what: `no end within ${HANGS_AFTER_MS / 1000} s` }), HANGS_AFTER_MS);
      const died = (code: number | null): void => {
        clearTimeout(timer);
        lost({ kind: "crash", what: `the program ended with ${code}` });
      };
      child.once("exit", died);
      child.once("message", (report: Report) => {
        clearTimeout(timer);
        child.off("exit", died);
        resolve(report);
      });
      child.send(order);
    });
  }

  end(): void {
    this.child?.removeAllListeners();
    this.child?.kill("SIGKILL");
    this.child = undefined;
  }
}

const only = wordAfter("only");
if (only !== undefined && !KINDS.some((kind) => kind === only)) {
  console.error(`--only takes one of: ${KINDS.join(", ")}`);
  process.exit(2);
}
const kinds: readonly Kind[] = KINDS.filter((kind) => only === undefined || kind === only);
const [seed, first, keep] = [numberOption("seed", 1), numberOption("case", 0), wordAfter("keep")];
const cases = wordAfter("case") !== undefined ? 1 : numberOption("cases", Infinity);
const until = cases === Infinity ? Date.now() + numberOption("minutes", 1) * 60_000 : Infinity;

const worker = new Worker();
const seen = new Map<string, number>();
const judged = new Map<Kind, number>();
console.log(`Seed ${seed}: ${kinds.join(", ")}.`);
for (let index = first; index < first + cases && Date.now() < until; index++) {
  for (const kind of kinds) {
    const { fault, lines = [] } = await worker.judge({ kind, seed, index, keep });
    judged.set(kind, (judged.get(kind) ?? 0) + 1);
    if (!fault) continue;
    // Figures and addresses apart, it is the same fault again.
    const signature = `${kind}: ${fault.kind}: ${fault.what.replace(/\d+/g, "0").slice(0, 160)}`;
    seen.set(signature, (seen.get(signature) ?? 0) + 1);
    if (seen.get(signature)! > 1) continue;
    console.log(`\n${kind} ${seed}:${index}  ${fault.kind}: ${fault.what}\n${lines.map((line) => `    ${line}`).join("\n")}\n    again: npm run fuzz -- --only ${kind} --seed ${seed} --case ${index}`);
  }
}
worker.end();
const times = [...seen.values()].reduce((sum, count) => sum + count, 0);
console.log(`\n${[...judged].map(([kind, count]) => `${count} ${kind}`).join(", ")}: ${times === 0 ? "nothing went wrong" : `${times} went wrong in ${seen.size} ways`} (seed ${seed}).`);
process.exit(times === 0 ? 0 : 1);
