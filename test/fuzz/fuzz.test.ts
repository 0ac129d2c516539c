import { spawnSync } from "node:child_process";
import { createRequire } from "node:module";
import { KINDS, trialOf, tried, type Change, type Fault, type Kind } from "../../bench/fuzz/Trial";
import { trialFor } from "../../bench/fuzz/trialFor";

const SEED = 1;
/** About a minute in all on two cores; hours of other seeds are looked through by `npm run fuzz`. */
const CASES: Readonly<Record<Kind, number>> = { sheets: 24, packages: 140, texts: 60, formulas: 24, layouts: 80 };
/** In a program of its own each kind is ended where it hangs; no machine is that slow. */
const MOST_MS = 20 * 60_000;

describe("what is made by chance", () => {
  it.each(KINDS)("as %s, is met as promised: no crash, no hang, one answer, marks without a trace, mending that mends, nothing certain and wrong", (kind) => {
    const tsx = createRequire(__filename).resolve("tsx/cli");
    const { stdout, stderr, status } = spawnSync(process.execPath, [tsx, "bench/fuzz/run.ts", "--only", kind, "--cases", String(CASES[kind]), "--seed", String(SEED)], { encoding: "utf8", timeout: MOST_MS });
    expect(`${stdout}${status === 0 ? "" : stderr}`).toMatch(new RegExp(`^Seed ${SEED}: ${kind}\\.\\n\\n${CASES[kind]} ${kind}: nothing went wrong \\(seed ${SEED}\\)\\.\\n$`));
  }, MOST_MS);

  it.each(KINDS)("as %s, is the same for the same number, and another for another", async (kind) => {
    const told = async (index: number): Promise<string> => {
      const trial = await trialFor(kind, SEED, index);
      return JSON.stringify([trial.from, trial.changes, trial.tell(trial.changes.map((_, each) => each))]);
    };
    const all = await Promise.all([0, 1, 2, 3].map(told));
    expect(await Promise.all([0, 1, 2, 3].map(told))).toEqual(all);
    expect(new Set(all).size).toBeGreaterThan(2);
  });
});

describe("a case that goes wrong", () => {
  const adding = (name: string): Change<string> => ({ name, make: (text) => `${text}${name}` });
  const CHANGES = ["a", "b", "c"].map(adding);
  const judge = async (text: string): Promise<readonly Fault[]> => (text.includes("a") && text.includes("c") ? [{ kind: "crash", what: text }] : []);
  const trial = (seed: number) => trialOf(seed, { from: "nothing", made: "", changes: CHANGES, most: 12, judge, tell: (text) => [text] });

  it("is told with no more changes than it needs", async () => {
    const found = await Promise.all(Array.from({ length: 40 }, (_, seed) => tried(trial(seed))));
    const small = found.flatMap((each) => each ?? []);
    expect(small.length).toBeGreaterThan(10);
    expect(new Set(small.map(({ fault }) => [...fault.what].sort().join("")))).toEqual(new Set(["ac"]));
  });

  it("is not told where nothing is wrong", async () => {
    expect(await tried(trialOf(3, { from: "nothing", made: "", changes: CHANGES.slice(0, 2), most: 12, judge, tell: () => [] }))).toBeUndefined();
  });
});
