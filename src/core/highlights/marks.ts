import type { Audit } from "../audit";
import type { Finding } from "../findings/Finding";
import { positionKey, type Position } from "../sheet/Address";
import type { Mark } from "../sheet/WorkbookPort";
import { SEVERITIES } from "../words";

/** The marks that show these findings: one for each sheet and severity. A cell with several findings shows the gravest. */
export function marks(findings: readonly Finding[]): readonly Mark[] {
  const bySheet = new Map<string, Finding[]>();
  for (const finding of findings) bySheet.set(finding.sheet, [...(bySheet.get(finding.sheet) ?? []), finding]);
  return [...bySheet].flatMap(([sheet, found]) => {
    const taken = new Set<number>();
    return SEVERITIES.flatMap((severity): readonly Mark[] => {
      const cells = new Map<number, Position>();
      for (const finding of found) {
        if (finding.severity !== severity) continue;
        for (const cell of finding.cells) if (!taken.has(positionKey(cell))) cells.set(positionKey(cell), cell);
      }
      for (const key of cells.keys()) taken.add(key);
      return cells.size > 0 ? [{ sheet, severity, cells: [...cells.values()] }] : [];
    });
  });
}

/** The marks of a whole audit. */
export function marksOf(audit: Audit): readonly Mark[] {
  return marks(audit.tables.flatMap(({ findings }) => findings));
}
