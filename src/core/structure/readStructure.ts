import { finish, type Steps } from "../steps";
import { bodyOf, type Body } from "./Body";
import { addedByFormulas, replay, type RolesRead, type SumRead } from "./replay";
import type { Evidence, ReadSum, Structure } from "./RowEvidence";
import { Search } from "./search";

/** Readings this near are rivals: where they judge otherwise, somebody has to say which is right. */
const RIVAL = 3;
/** A sum that holds in so many columns is borne out by its figures. */
const ENOUGH = 3;
/** A sum that fails in so many columns, and so great a share of those that are not nought, is no sum: but where words leave no doubt. */
const MANY_FAIL = 3;
const SHARE_FAILS = 0.4;
const PLAIN = 1.5;

/** Tells a sum from others; whether it adds up rows without figures, too, is all the same. */
const nameOf = ({ row, members }: SumRead): string => `${row}:${members}`;

/** The other readings, as the best is held against them. */
interface Others {
  readonly count: number;
  /** How many of them have a sum, by its name. */
  readonly times: ReadonlyMap<string, number>;
  /** Those as likely by which something else fails: the names of their sums, and what rows add up by them. */
  readonly rivals: readonly { readonly names: ReadonlySet<string>; readonly parts: ReadonlyMap<number, readonly number[]> }[];
}

/** What fails by a reading: which rows, in how many columns. */
const verdictOf = ({ sums }: Pick<RolesRead, "sums">): string => sums.flatMap((sum) => (sum.fails > 0 ? [`${nameOf(sum)}=${sum.fails}`] : [])).join();

/** Whether a row is a line made up of those below it: parts and what tells of a line look alike, only figures tell. */
const isHost = ({ row }: SumRead, roles: RolesRead["roles"]): boolean => roles[row] === "line" || roles[row] === "part";

/**
 * Whether the rows below a line, which they do not make up, are no parts of it but tell something of it: one that differs, or several that mostly do
 * and are not marked as parts are.
 */
function isMemo(sum: SumRead, roles: RolesRead["roles"], { kinds, told }: Body): boolean {
  const { parts, holds, fails, isByFormula } = sum;
  const isMarked = parts.some((part) => kinds[part] !== "none");
  return isHost(sum, roles) && !isByFormula && !told.has(sum.row) && !isMarked && fails > 0 && (parts.length === 1 || (fails >= MANY_FAIL && fails > holds));
}

/** Whether a row's own formulas add up other rows than were read as its parts, but for lines that these add up: they know better. */
function addsOthers({ row, parts }: SumRead, roles: RolesRead["roles"], { rows }: Body): boolean {
  const own = new Set(parts);
  for (const [first, last] of rows[row]!.adds ?? []) {
    for (let each = first; each <= last; each++) if (rows[each]!.isFilled && !own.has(each) && roles[each] !== "line") return true;
  }
  return false;
}

/** By more than this share of a sum its parts are not what it adds up: what somebody forgot to add anew differs by less. */
const FAR_OFF = 0.4;

/** Whether a row and what it was read to add up are far from one another, over all columns. Of plain lines and their total nothing else can be thought. */
function isFarOff({ row, parts }: SumRead, roles: RolesRead["roles"], { counts, width }: Body): boolean {
  if (roles.every((role) => role === "line" || role === "total" || role === "note")) return false;
  const of = (each: number): number => {
    let sum = 0;
    for (let column = 0; column < width; column++) sum += counts[each * width + column]! || 0;
    return sum;
  };
  const [stated, added] = [of(row), parts.reduce((sum, part) => sum + of(part), 0)];
  // Noughts say nothing.
  return added > 0 && Math.abs(stated - added) > FAR_OFF * Math.max(stated, added);
}

function judged(sum: SumRead, roles: RolesRead["roles"], body: Body, { count, times, rivals }: Others): ReadSum {
  const { row, parts, all, isShownOnly, holds, fails, oddity, isByFormula } = sum;
  const own = nameOf(sum);
  const isDoubted = (times.get(own) ?? 0) < count;
  const isAlone = !isDoubted && oddity < PLAIN && !isHost(sum, roles);
  // Two rows that are alike are soon found; only words or a formula make one the sum of the other.
  const isBorneOut = holds >= Math.min(ENOUGH, body.width) && (parts.length > 1 || fails === 0 || oddity < PLAIN);
  const isSure = !isDoubted && (isBorneOut || isByFormula || isAlone);
  const rival = isDoubted ? rivals.find(({ names }) => !names.has(own)) : undefined;
  const mostFail = fails >= MANY_FAIL && fails > SHARE_FAILS * (holds + fails);
  // Who was asked has said: it is judged, but where most fails nothing is certain.
  const basis = { holds, fails, isNamed: body.signs[row]!.sum !== undefined, isByFormula, isTold: body.told.has(row) };
  if (basis.isTold) return { row, parts, isShownOnly, isSure: !mostFail, basis };
  const isNoSum = mostFail && !isByFormula && (!isAlone || isFarOff(sum, roles, body));
  const read = { row, parts, isShownOnly, basis, isSure: isSure && !rival && !isNoSum };
  const asked = (doubt: NonNullable<ReadSum["doubt"]>, other: readonly number[]): ReadSum =>
    ({ ...read, isSure: false, doubt, choices: other.length > 0 ? [all, other, []] : [all, []] });
  if (fails > 0 && !isByFormula && addsOthers(sum, roles, body)) return asked("formulas", addedByFormulas(row, body));
  if (body.rows[row]!.addsBeyond) return asked("formulas", []);
  if (rival) return asked("rival", rival.parts.get(row) ?? []);
  return isNoSum ? asked("fails", []) : read;
}

/** Tells what the rows of a table are, from everything that they show: words, ordinals, looks, formulas, and above all what adds up. */
export const readStructure = (evidence: Evidence): Structure => finish(readStructureInSteps(evidence));

/** The same, in steps. */
export function* readStructureInSteps(evidence: Evidence): Steps<Structure> {
  const body = yield* bodyOf(evidence);
  const readings = yield* new Search(body).run();
  const { roles, sections, hosts, sums, cost } = yield* replay(body, readings[0]!);
  const verdict = verdictOf({ sums });
  const [times, rivals] = [new Map<string, number>(), [] as Others["rivals"][number][]];
  for (const reading of readings.slice(1)) {
    yield;
    const other = yield* replay(body, reading);
    const names = new Set(other.sums.map(nameOf));
    for (const name of names) times.set(name, (times.get(name) ?? 0) + 1);
    if (other.cost <= cost + RIVAL && verdictOf(other) !== verdict) rivals.push({ names, parts: new Map(other.sums.map(({ row, all }) => [row, all])) });
  }
  const others = { count: readings.length - 1, times, rivals };
  const read = sums.filter((sum) => !isMemo(sum, roles, body)).map((sum) => judged(sum, roles, body, others));
  // Where one of the table's own sums makes no sense, or parts of several lines do not, the rows may be others than they were taken for.
  const senseless = read.filter(({ doubt }) => doubt && doubt !== "rival").map(({ row }) => roles[row]);
  const isShaken = senseless.length > 1 || senseless.some((role) => role !== "line" && role !== "part");
  return { roles, sections, hosts, sums: isShaken ? read.map((sum) => ({ ...sum, isSure: false })) : read };
}
