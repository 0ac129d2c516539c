import type { Audit } from "../audit";
import { allFindings, type Finding } from "../findings/Finding";
import { positionKey, type Position } from "../sheet/Address";
import type { Mark } from "../sheet/WorkbookPort";
import { finish, type Steps } from "../steps";
import { MARK_KINDS, type MarkKind } from "../words/Phrase";

/** The cells a finding marks as this kind. */
function marked(finding: Finding, kind: MarkKind): readonly Position[] {
  if (kind === "follows") return finding.follows ?? [];
  return finding.severity === kind ? finding.cells : [];
}

/** The marks that show these findings: one for each sheet and kind. A cell with several findings shows the gravest, and only otherwise that it follows. */
function* marks(findings: readonly Finding[]): Steps<readonly Mark[]> {
  const bySheet = new Map<string, Finding[]>();
  for (const finding of findings) bySheet.set(finding.sheet, bySheet.get(finding.sheet) ?? []).get(finding.sheet)!.push(finding);
  const found: Mark[] = [];
  for (const [sheet, own] of bySheet) {
    const taken = new Set<number>();
    for (const kind of MARK_KINDS) {
      const cells: Position[] = [];
      for (const finding of own) {
        for (const cell of marked(finding, kind)) {
          yield;
          const key = positionKey(cell);
          if (taken.has(key)) continue;
          taken.add(key);
          cells.push(cell);
        }
      }
      if (cells.length > 0) found.push({ sheet, kind, cells });
    }
  }
  return found;
}

/** The marks of a whole audit. */
export const marksOf = (audit: Audit): readonly Mark[] => finish(marksInSteps(audit));

/** The same, in steps. */
export const marksInSteps = (audit: Audit): Steps<readonly Mark[]> => marks(allFindings(audit));

/** Whether two lists mark the same cells alike, in whatever order. */
export function* sameMarks(some: readonly Mark[], others: readonly Mark[]): Steps<boolean> {
  if (some === others) return true;
  const [one, other] = [yield* cellsOf(some), yield* cellsOf(others)];
  if (one.size !== other.size) return false;
  for (const [look, cells] of one) {
    const same = other.get(look);
    if (same?.size !== cells.size) return false;
    for (const cell of cells) {
      yield;
      if (!same.has(cell)) return false;
    }
  }
  return true;
}

/** The cells marked, by kind and sheet. */
function* cellsOf(marks: readonly Mark[]): Steps<ReadonlyMap<string, ReadonlySet<number>>> {
  const found = new Map<string, Set<number>>();
  for (const { sheet, kind, cells } of marks) {
    if (cells.length === 0) continue;
    const look = `${kind} ${sheet}`;
    const own = found.get(look) ?? new Set();
    found.set(look, own);
    for (const cell of cells) {
      own.add(positionKey(cell));
      yield;
    }
  }
  return found;
}
