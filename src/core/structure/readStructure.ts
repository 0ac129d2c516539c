import { finish, type Steps } from "../steps";
import { bodyOf, type Body } from "./Body";
import { replay, type RolesRead, type SumRead } from "./replay";
import type { Evidence, ReadSum, Structure } from "./RowEvidence";
import { Search } from "./search";

/** Readings this near are rivals: where they judge otherwise, somebody has to say which is right. */
const RIVAL = 3;
/** What readings this near say otherwise is not sure. */
const DOUBTFUL = 8;
/** A sum that holds in so many columns is borne out by its figures. */
const ENOUGH = 3;
/** A sum that fails in so many columns, and so great a share of those that are not nought, is no sum: but where words leave no doubt. */
const MANY_FAIL = 3;
const SHARE_FAILS = 0.4;
const PLAIN = 1.5;

/** Tells a sum from others; whether it adds up rows without figures, too, is all the same. */
const nameOf = ({ row, members }: SumRead): string => `${row}:${members}`;

/** What fails by a reading: which rows, in how many columns. */
const verdictOf = ({ sums }: RolesRead): string =>
  sums
    .filter(({ fails }) => fails > 0)
    .map((sum) => `${nameOf(sum)}=${sum.fails}`)
    .join();

/**
 * Whether the rows below a line, which they do not make up, are no parts of it but tell something of it: one that differs, or several that mostly do
 * and are not marked as parts are.
 */
function isMemo({ row, parts, holds, fails, isByFormula }: SumRead, { roles }: RolesRead, { kinds }: Body): boolean {
  const isHost = roles[row] === "line" || roles[row] === "part";
  const isMarked = parts.some((part) => kinds[part] !== "none");
  return isHost && !isByFormula && !isMarked && fails > 0 && (parts.length === 1 || (fails >= MANY_FAIL && fails > holds));
}

function judged(sum: SumRead, body: Body, best: RolesRead, others: readonly RolesRead[]): ReadSum {
  const { row, parts, isShownOnly, holds, fails, oddity, isByFormula } = sum;
  const own = nameOf(sum);
  const lacks = (reading: RolesRead): boolean => !reading.sums.some((each) => nameOf(each) === own);
  const isDoubted = others.some((other) => other.cost <= best.cost + DOUBTFUL && lacks(other));
  // Parts and memos look alike: only figures tell that a line is made up of those below it.
  const isHost = best.roles[row] === "line" || best.roles[row] === "part";
  const isAlone = !isDoubted && oddity < PLAIN && !isHost;
  const isSure = !isDoubted && (holds >= Math.min(ENOUGH, body.width) || isByFormula || isAlone);
  const rival = others.find((other) => other.cost <= best.cost + RIVAL && lacks(other) && verdictOf(other) !== verdictOf(best));
  const isNoSum = fails >= MANY_FAIL && fails > SHARE_FAILS * (holds + fails) && !isAlone && !isByFormula;
  const read = { row, parts, isShownOnly, isSure: isSure && !rival && !isNoSum };
  if (body.rows[row]!.addsBeyond) return { ...read, isSure: false, doubt: "fails" };
  if (rival) return { ...read, doubt: "rival", otherwise: rival.sums.find((each) => each.row === row)?.parts ?? [] };
  return isNoSum ? { ...read, doubt: "fails" } : read;
}

/** Tells what the rows of a table are, from everything that they show: words, ordinals, looks, formulas, and above all what adds up. */
export const readStructure = (evidence: Evidence): Structure => finish(readStructureInSteps(evidence));

/** The same, in steps. */
export function* readStructureInSteps(evidence: Evidence): Steps<Structure> {
  const body = yield* bodyOf(evidence);
  const readings = yield* new Search(body).run();
  const [best, ...others] = readings.map((reading) => replay(body, reading));
  if (!best) return { roles: [], sections: [], hosts: [], sums: [] };
  const { roles, sections, hosts, sums } = best;
  return { roles, sections, hosts, sums: sums.filter((sum) => !isMemo(sum, best, body)).map((sum) => judged(sum, body, best, others)) };
}
