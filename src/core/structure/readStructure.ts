import { finish, type Steps } from "../steps";
import { bodyOf, type Body } from "./Body";
import { replay, type RolesRead, type SumRead } from "./replay";
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

/** Another reading as it is held against the best. */
interface Rival {
  readonly names: ReadonlySet<string>;
  /** What rows add up by it, where it is as likely and something else fails by it. */
  readonly otherwise: ReadonlyMap<number, readonly number[]> | undefined;
}

/** What fails by a reading: which rows, in how many columns. */
const verdictOf = ({ sums }: Pick<RolesRead, "sums">): string => sums.flatMap((sum) => (sum.fails > 0 ? [`${nameOf(sum)}=${sum.fails}`] : [])).join();

/** Whether a row is a line made up of those below it: parts and what tells of a line look alike, only figures tell. */
const isHost = ({ row }: SumRead, roles: RolesRead["roles"]): boolean => roles[row] === "line" || roles[row] === "part";

/**
 * Whether the rows below a line, which they do not make up, are no parts of it but tell something of it: one that differs, or several that mostly do
 * and are not marked as parts are.
 */
function isMemo(sum: SumRead, roles: RolesRead["roles"], { kinds }: Body): boolean {
  const { parts, holds, fails, isByFormula } = sum;
  const isMarked = parts.some((part) => kinds[part] !== "none");
  return isHost(sum, roles) && !isByFormula && !isMarked && fails > 0 && (parts.length === 1 || (fails >= MANY_FAIL && fails > holds));
}

function judged(sum: SumRead, roles: RolesRead["roles"], body: Body, others: readonly Rival[]): ReadSum {
  const { row, parts, isShownOnly, holds, fails, oddity, isByFormula } = sum;
  const own = nameOf(sum);
  const isDoubted = others.some(({ names }) => !names.has(own));
  const isAlone = !isDoubted && oddity < PLAIN && !isHost(sum, roles);
  const isSure = !isDoubted && (holds >= Math.min(ENOUGH, body.width) || isByFormula || isAlone);
  const rival = isDoubted ? others.find(({ names, otherwise }) => otherwise && !names.has(own)) : undefined;
  const isNoSum = fails >= MANY_FAIL && fails > SHARE_FAILS * (holds + fails) && !isAlone && !isByFormula;
  const read = { row, parts, isShownOnly, isSure: isSure && !rival && !isNoSum };
  if (body.rows[row]!.addsBeyond) return { ...read, isSure: false, doubt: "fails" };
  if (rival) return { ...read, doubt: "rival", otherwise: rival.otherwise!.get(row) ?? [] };
  return isNoSum ? { ...read, doubt: "fails" } : read;
}

/** Tells what the rows of a table are, from everything that they show: words, ordinals, looks, formulas, and above all what adds up. */
export const readStructure = (evidence: Evidence): Structure => finish(readStructureInSteps(evidence));

/** The same, in steps. */
export function* readStructureInSteps(evidence: Evidence): Steps<Structure> {
  const body = yield* bodyOf(evidence);
  const readings = yield* new Search(body).run();
  const { roles, sections, hosts, sums, cost } = replay(body, readings[0]!);
  const verdict = verdictOf({ sums });
  const rivals: Rival[] = [];
  for (const reading of readings.slice(1)) {
    yield;
    const other = replay(body, reading);
    const isRival = other.cost <= cost + RIVAL && verdictOf(other) !== verdict;
    rivals.push({ names: new Set(other.sums.map(nameOf)), otherwise: isRival ? new Map(other.sums.map(({ row, parts }) => [row, parts])) : undefined });
  }
  return { roles, sections, hosts, sums: sums.filter((sum) => !isMemo(sum, roles, body)).map((sum) => judged(sum, roles, body, rivals)) };
}
