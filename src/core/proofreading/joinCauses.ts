import type { TextStretch } from "../stated/paragraphsOf";
import { SEVERITIES } from "../words/Phrase";
import type { Claim, Difference, Mend } from "./Claim";

/** One thing to look at in a report: one cause, with every claim that fails by it. */
export interface ReportFinding extends Difference {
  readonly claims: readonly Claim[];
}

/**
 * Joins claims that fail by one figure. The figure to look at is the one that most of them rest on and the fewest that hold do; then the one
 * that a slip of the hand explains; then the one the claim is about.
 */
export function joinCauses(claims: readonly Claim[]): readonly ReportFinding[] {
  const byFigure = claimsByFigure(claims);
  const open = new Set(claims.filter(({ difference }) => difference));
  const alike = new Map<string, Claim[]>();
  for (const claim of open) {
    if (claim.figures.length > 0) continue;
    const known = alike.get(nameOf(claim));
    if (known) known.push(claim);
    else alike.set(nameOf(claim), [claim]);
  }
  const findings: ReportFinding[] = [];
  const failing = (figure: number): readonly Claim[] => byFigure.get(figure)!.filter((claim) => open.has(claim));
  const holding = (figure: number): number => byFigure.get(figure)!.filter(({ verdict }) => verdict === "agrees").length;
  for (const claim of [...open].sort(gravestFirst)) {
    if (!open.has(claim)) continue;
    const mendOf = (figure: number): Mend | undefined => claim.mends?.find(({ at }) => at.start === figure);
    const weight = (figure: number): number => 4 * failing(figure).length - 2 * holding(figure) + (mendOf(figure)?.isSlip ? 1 : 0);
    const [blamed] = [...claim.figures].sort((one, other) => weight(other) - weight(one));
    const joined = blamed === undefined ? alike.get(nameOf(claim))! : connected(claim, failing);
    for (const each of joined) open.delete(each);
    const mend = blamed === undefined ? undefined : mendOf(blamed);
    findings.push({ ...claim.difference!, ...(mend ? turned(claim.difference!, mend, claim.at) : {}), claims: joined });
  }
  return findings.sort((one, other) => one.at.start - other.at.start);
}

const gravestFirst = (one: Claim, other: Claim): number => SEVERITIES.indexOf(one.difference!.severity) - SEVERITIES.indexOf(other.difference!.severity) || one.at.start - other.at.start;

function claimsByFigure(claims: readonly Claim[]): ReadonlyMap<number, readonly Claim[]> {
  const byFigure = new Map<number, Claim[]>();
  for (const claim of claims) {
    for (const figure of claim.figures) {
      const known = byFigure.get(figure);
      if (known) known.push(claim);
      else byFigure.set(figure, [claim]);
    }
  }
  return byFigure;
}

/** Claims that fail and share a figure with this one, or with one that does. */
function connected(claim: Claim, failing: (figure: number) => readonly Claim[]): readonly Claim[] {
  const found = new Set([claim]);
  const seen = new Set<number>();
  // The set grows while it is walked.
  for (const each of found) {
    for (const figure of each.figures) {
      if (seen.has(figure)) continue;
      seen.add(figure);
      for (const other of failing(figure)) found.add(other);
    }
  }
  return [...found];
}

/** The same difference seen from another of its figures. */
function turned(difference: Difference, { at, stated, expected }: Mend, claim: TextStretch): Pick<Difference, "at" | "stated" | "expected" | "other"> {
  const other = at.start === difference.at.start ? difference.other : { at: claim };
  return { at: { start: at.start, end: at.end }, stated, expected, ...(other ? { other } : {}) };
}

/** By what claims without figures are one: a document cited wrongly twice. Cells of tables are each their own. */
const nameOf = ({ kind, at, difference }: Claim): string => (kind === "table" ? String(at.start) : [kind, difference?.stated, difference?.expected].join("|"));
