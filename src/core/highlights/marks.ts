import type { Audit } from "../audit";
import type { Finding } from "../findings/Finding";
import { positionKey, type Position } from "../sheet/Address";
import type { Mark } from "../sheet/WorkbookPort";
import { finish, type Steps } from "../steps";
import { SEVERITIES } from "../words";

/** The marks that show these findings: one for each sheet and severity. A cell with several findings shows the gravest. */
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
    for (const severity of SEVERITIES) {
      const cells: Position[] = [];
      for (const finding of own) {
        if (finding.severity !== severity) continue;
        for (const cell of finding.cells) {
          yield;
          const key = positionKey(cell);
          if (taken.has(key)) continue;
          taken.add(key);
          cells.push(cell);
        }
      }
      if (cells.length > 0) found.push({ sheet, severity, cells });
    }
  }
  return found;
}

/** The marks of a whole audit. */
export const marksOf = (audit: Audit): readonly Mark[] => finish(marksInSteps(audit));

/** The same, in steps. */
export const marksInSteps = (audit: Audit): Steps<readonly Mark[]> => marks(audit.tables.flatMap(({ findings }) => findings));
