import { unzipSync } from "fflate";
import { auditFile, contentsOf, type AuditedFile } from "../../src/cli/auditFile";
import { compute } from "../../src/cli/commands/compute";
import { fix } from "../../src/cli/commands/fix";
import { narrative } from "../../src/cli/commands/narrative";
import { reportJson } from "../../src/cli/reportJson";
import { marksOf } from "../../src/core/highlights/marks";
import { SEVERITIES } from "../../src/core/words/Phrase";
import { sayTrouble, TroubleError } from "../../src/core/Trouble";
import { openWorkbookFile } from "../../src/xlsx/openWorkbookFile";
import { ranOn } from "../../test/fixtures/ranOn";
import type { Fault } from "./Trial";

/** A sheet of so many cells, or so many bytes unpacked, may take so much of the processor's time, in milliseconds; a larger one in proportion. */
const CELLS = 5_000, BYTES = 1_000_000, LIMIT = 2_000;
/** Sentences people are told hold none of these. */
const NOT_FOR_PEOPLE = /undefined|\bNaN\b|\[object|Error:|\n\s+at /;

/** What the program said of a file: findings as JSON, or the sentence why it cannot. */
export interface Heard {
  readonly said: string;
  readonly audited?: AuditedFile;
  readonly trouble?: string;
  /** Of the processor, for as long as reading and checking took. */
  readonly milliseconds: number;
}

/** What an error tells whoever must mend it: its message, and where in the sources it was thrown. */
export function sayCrash(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const places = [...(error.stack ?? "").matchAll(/(?:src|node_modules)\/[^\s)]+/g)].slice(0, 3).map(([place]) => place);
  return `${error.name}: ${error.message.slice(0, 200)} (${places.join(" < ")})`;
}

/** Runs work that may refuse with a sentence; what else it throws is a crash. */
export async function unlessTrouble<Result>(work: () => Promise<Result>): Promise<{ readonly result?: Result; readonly trouble?: string; readonly fault?: Fault }> {
  try {
    return { result: await work() };
  } catch (error) {
    if (!(error instanceof TroubleError)) return { fault: { kind: "crash", what: sayCrash(error) } };
    const trouble = sayTrouble(error.trouble, "vi");
    return NOT_FOR_PEOPLE.test(trouble) ? { fault: { kind: "crash", what: `says: ${trouble}` } } : { trouble };
  }
}

/** Opens and checks a file. Throws what is no `TroubleError`. */
export async function heard(bytes: Uint8Array, name: string, asked: Parameters<typeof auditFile>[2] = {}): Promise<Heard> {
  const before = process.cpuUsage();
  const done = (): number => {
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1000;
  };
  try {
    const audited = await auditFile(await contentsOf(await openWorkbookFile(bytes, name)), name, asked);
    return { said: JSON.stringify(reportJson(name, audited, "vi")), audited, milliseconds: done() };
  } catch (error) {
    if (!(error instanceof TroubleError)) throw error;
    const trouble = sayTrouble(error.trouble, "vi");
    return { said: trouble, trouble, milliseconds: done() };
  }
}

/** The parts of a zip by name; none where it is no zip. */
function partsOf(zip: Uint8Array): ReadonlyMap<string, Uint8Array> {
  try {
    return new Map(Object.entries(unzipSync(zip)));
  } catch {
    return new Map();
  }
}

/** Names of parts that are not the same in both, or stand in one only. */
function changedParts(before: Uint8Array, after: Uint8Array): readonly string[] {
  const [old, fresh] = [partsOf(before), partsOf(after)];
  return [...new Set([...old.keys(), ...fresh.keys()])].filter((part) => {
    const [one, other] = [old.get(part), fresh.get(part)];
    return !one || !other || Buffer.compare(one, other) !== 0;
  });
}

const cellsOf = ({ sheets }: AuditedFile): number => sheets.reduce((sum, { rows }) => [...rows.values()].reduce((so, cells) => so + Object.keys(cells).length, sum), 0);

/** How often this is allowed to take longer than two seconds for 5,000 cells. */
function limitFor(bytes: Uint8Array, { audited }: Heard): number {
  const unpacked = [...partsOf(bytes).values()].reduce((sum, { length }) => sum + length, bytes.length);
  return LIMIT * Math.max(1, unpacked / BYTES, audited ? cellsOf(audited) / CELLS : 0);
}

/** How many findings there are of each severity, the gravest first. */
const troubles = ({ audit }: AuditedFile): readonly number[] =>
  SEVERITIES.map((severity) => audit.tables.flatMap(({ findings }) => findings).filter((each) => each.severity === severity).length);

const isLess = (one: readonly number[], other: readonly number[]): boolean => {
  const place = one.findIndex((count, index) => count !== other[index]);
  return place >= 0 && one[place]! < other[place]!;
};

async function judgeMarks(bytes: Uint8Array, name: string, first: Heard): Promise<readonly Fault[]> {
  const trace = (where: string, parts: readonly string[]): readonly Fault[] =>
    parts.length > 0 ? [{ kind: "marks leave a trace", what: `${where}: ${parts.slice(0, 4).join(", ")}` }] : [];
  const workbook = await openWorkbookFile(bytes, name);
  const before = workbook.save();
  const marks = marksOf(first.audited!.audit);
  const marking = await unlessTrouble(() => workbook.mark(marks));
  if (marking.fault) return [marking.fault];
  if (marking.trouble) return trace("a refusal", changedParts(before, workbook.save()));
  const marked = workbook.save();
  const again = await unlessTrouble(() => heard(marked, name));
  if (again.fault) return [again.fault];
  const said = again.result!.said;
  if (again.result!.trouble !== undefined) return [{ kind: "what is written cannot be read", what: `marked: ${again.result!.trouble}` }];
  if (said !== first.said) return [{ kind: "answers differ", what: `before and after marking: ${firstDifference(first.said, said)}` }];
  await workbook.mark([]);
  const later = await openWorkbookFile(marked, name);
  await later.mark([]);
  return [...trace("at once", changedParts(before, workbook.save())), ...trace("later", changedParts(before, later.save()))];
}

async function judgeFix(bytes: Uint8Array, name: string, { audited }: Heard): Promise<readonly Fault[]> {
  const fixing = await unlessTrouble(() => ranOn(fix, bytes, name));
  if (fixing.fault) return [fixing.fault];
  if (!fixing.result) return [];
  const written = fixing.result.written!;
  const before = (await openWorkbookFile(bytes, name)).save();
  if (changedParts(before, written).length === 0) return [];
  const after = await unlessTrouble(() => heard(written, name));
  if (!after.result?.audited) return [after.fault ?? { kind: "what is written cannot be read", what: `mended: ${after.result?.trouble}` }];
  const [were, are] = [troubles(audited!), troubles(after.result.audited)];
  if (!isLess(are, were)) return [{ kind: "fix worsens", what: `errors, questions, notes ${were.join(", ")} → ${are.join(", ")}: ${fixing.result.said.slice(0, 6).join(" / ")}` }];
  const twice = await unlessTrouble(() => ranOn(fix, written, name));
  if (twice.fault) return [twice.fault];
  const left = changedParts(written, twice.result!.written!);
  return left.length > 0 ? [{ kind: "fix worsens", what: `mends more the second time: ${twice.result!.said.slice(0, 4).join(" / ")}` }] : [];
}

/** The first place where two texts are not the same, with what stands there. */
function firstDifference(one: string, other: string): string {
  let at = 0;
  while (one[at] === other[at]) at++;
  const around = (text: string): string => text.slice(Math.max(0, at - 60), at + 60);
  return `…${around(one)}… ≠ …${around(other)}…`;
}

/** Judges how a file is met by everything that reads or writes one: what must be so whatever is in it. */
export async function judgeFile(bytes: Uint8Array, name: string): Promise<readonly Fault[]> {
  const { result: first, fault } = await unlessTrouble(() => heard(bytes, name));
  if (!first) return [fault!];
  if (NOT_FOR_PEOPLE.test(first.said)) return [{ kind: "crash", what: `says: ${NOT_FOR_PEOPLE.exec(first.said)![0]} in ${first.said.slice(0, 300)}` }];
  const second = await heard(bytes, name);
  if (second.said !== first.said) return [{ kind: "answers differ", what: firstDifference(first.said, second.said) }];
  // A machine that is busy, or clearing up memory, is not slow three times.
  const limit = limitFor(bytes, first);
  let least = Math.min(first.milliseconds, second.milliseconds);
  if (least > limit) least = Math.min(least, (await heard(bytes, name)).milliseconds);
  if (least > limit) return [{ kind: "slow", what: `${Math.round(least)} ms of ${Math.round(limit)}` }];
  if (!first.audited) return [];
  const broken = first.audited.audit.tables.flatMap(({ counts, table }) => (counts.broken > 0 ? [`${table.sheet}: ${counts.broken} checks broke`] : []));
  if (broken.length > 0) return [{ kind: "crash", what: broken.join("; ") }];
  const others = [await unlessTrouble(() => ranOn(compute, bytes, name)), await unlessTrouble(() => ranOn(narrative, bytes, name))];
  return [...others.flatMap((each) => each.fault ?? []), ...(await judgeMarks(bytes, name, first)), ...(await judgeFix(bytes, name, first))];
}
