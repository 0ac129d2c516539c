import fc from "fast-check";
import type { Sheet } from "../../src/core/sheet/Sheet";
import { addLeaves, figuresOf, HEADER, sheetOf, TITLE, WORDS, type Cells, type Leaves } from "../fixtures/report";

/** A report that adds up: its sections, each with its lines; without sections there is one nameless one. */
export interface Report {
  readonly sections: readonly (readonly Leaves[])[];
  readonly sectioned: boolean;
  /** Whether headings carry their section's figures. */
  readonly subtotals: boolean;
  readonly total: boolean;
  readonly numbered: boolean;
}

/** Files come in by three ways and are resolved or pending; nothing else happens to them. */
const leaves: fc.Arbitrary<Leaves> = fc
  .tuple(fc.nat(3000), fc.nat(900), fc.nat(90), fc.array(fc.nat(100), { minLength: 4, maxLength: 4 }))
  .map(([online, inPerson, carriedOver, shares]) => {
    let rest = online + inPerson + carriedOver;
    const parts = shares.map((share) => {
      const part = Math.floor((rest * share) / 200);
      rest -= part;
      return part;
    });
    return [online, inPerson, carriedOver, rest, ...parts] as unknown as Leaves;
  });

export const reports: fc.Arbitrary<Report> = fc
  .tuple(fc.boolean(), fc.boolean(), fc.boolean(), fc.boolean())
  .chain(([sectioned, subtotals, total, numbered]) =>
    fc.record({
      sections: fc.array(fc.array(leaves, { minLength: 1, maxLength: 5 }), { minLength: 1, maxLength: sectioned ? 4 : 1 }),
      sectioned: fc.constant(sectioned),
      subtotals: fc.constant(subtotals),
      total: fc.constant(total),
      numbered: fc.constant(numbered),
    }),
  );

/** Ways to write a count so that a person reads the same count. */
const NOTATIONS: readonly ((count: number) => string)[] = [
  String,
  (count) => `"${count}"`,
  (count) => `"${String(count).padStart(2, "0")}"`,
  (count) => `"${String(count).replace(/\B(?=(\d{3})+$)/g, ".")}"`,
  (count) => `"${String(count).replace(/\B(?=(\d{3})+$)/g, "\u00a0")}"`,
  (count) => `${count} hồ sơ`,
  // Only a count of at least a thousand can have been taken for a decimal.
  (count) => (count >= 1000 && count < 1_000_000 && count % 1000 !== 0 ? String(count / 1000) : String(count)),
  (count) => (count === 0 ? "-" : String(count)),
];

/** Which notation each cell is written in, one after another. */
export const notations = fc.array(fc.nat(NOTATIONS.length - 1), { minLength: 1, maxLength: 40 });

const ROMAN = ["I", "II", "III", "IV"];

/** The rows of a report below its header. */
export function bodyOf({ sections, sectioned, subtotals, total }: Report, write: (count: number) => string = String): readonly Cells[] {
  const row = (ordinal: string, label: string, each: Leaves): Cells => [ordinal, label, ...figuresOf(each).map(write)];
  const rows = sections.flatMap((lines, section): readonly Cells[] => [
    ...(sectioned ? [subtotals ? row(ROMAN[section]!, `Cấp ${section + 1}`, addLeaves(lines)) : [ROMAN[section]!, `Cấp ${section + 1}`]] : []),
    ...lines.map((each, index) => row(String(index + 1), `Lĩnh vực ${section + 1}.${index + 1}`, each)),
  ]);
  return total ? [...rows, row("TỔNG CỘNG", "", addLeaves(sections.flat()))] : rows;
}

export function sheetOfReport(report: Report, written: readonly number[] = [0]): Sheet {
  let next = 0;
  const write = (count: number): string => NOTATIONS[written[next++ % written.length]!]!(count);
  return sheetOf([...TITLE, ...(report.numbered ? HEADER : WORDS), ...bodyOf(report, write)]);
}
