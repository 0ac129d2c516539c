import type { Audit } from "../audit";
import type { Finding } from "../findings/Finding";
import { positionKey, type Position } from "../sheet/Address";
import type { Mark } from "../sheet/WorkbookPort";
import { finish, type Steps } from "../steps";
import { MARK_KINDS, type MarkKind } from "../words/Phrase";

/** The cells a finding marks as this kind. */
function cellsOf(finding: Finding, kind: MarkKind): readonly Position[] {
  if (kind === "follows") return finding.follows ?? [];
  return finding.severity === kind ? finding.cells : [];
}

/** The marks that show these findings: one for each sheet and kind. A cell with several findings shows the gravest, and only otherwise that it follows. */
function* marks(findings: readonly Finding[]): Steps<readonly Mark[]> {
  const bySheet = new Map<string, Finding[]>();
  for (const finding of findings) {
    const own = bySheet.get(finding.sheet);
    if (own) own.push(finding);
    else bySheet.set(finding.sheet, [finding]);
  }
  const found: Mark[] = [];
  for (const [sheet, own] of bySheet) {
    const taken = new Set<number>();
    for (const kind of MARK_KINDS) {
      const cells: Position[] = [];
      for (const finding of own) {
        for (const cell of cellsOf(finding, kind)) {
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
export const marksInSteps = (audit: Audit): Steps<readonly Mark[]> => marks(audit.tables.flatMap(({ findings }) => findings));
