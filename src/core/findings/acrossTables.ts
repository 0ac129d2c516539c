import { positionKey } from "../sheet/Address";
import type { Finding } from "./Finding";

/** What is said of one table, as far as findings go. */
interface Told {
  readonly table: { readonly sheet: string };
  readonly findings: readonly Finding[];
}

/**
 * One cause, one finding, over several tables: where a figure differs from one on another sheet, and that one is found fault with there, the
 * difference is a reason of what is said there.
 */
export function acrossTables<Table extends Told>(tables: readonly Table[]): readonly Table[] {
  const placeOf = (sheet: string, at: Finding["cells"][number]): string => `${sheet}|${positionKey(at)}`;
  const guilty = new Map<string, Finding>();
  for (const { findings } of tables) for (const each of findings) if (!each.others && each.severity === "error") guilty.set(placeOf(each.sheet, each.cells[0]), each);
  const more = new Map<Finding, Finding["reasons"][number][]>();
  const moved = new Set<Finding>();
  for (const { findings } of tables) {
    for (const each of findings) {
      const cause = each.others?.map(({ sheet, at }) => guilty.get(placeOf(sheet, at))).find((found) => found !== undefined);
      if (!cause) continue;
      moved.add(each);
      more.set(cause, [...(more.get(cause) ?? []), ...each.reasons]);
    }
  }
  if (moved.size === 0) return tables;
  const withReasons = (each: Finding): Finding => (more.has(each) ? { ...each, reasons: [...each.reasons, ...more.get(each)!] } : each);
  return tables.map((table) => ({ ...table, findings: table.findings.filter((each) => !moved.has(each)).map(withReasons) }));
}
