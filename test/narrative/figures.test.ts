import fc from "fast-check";
import { narrated } from "./narrated";
import type { Span } from "../../src/core/narrative/Paragraph";
import { settlement } from "../../src/core/narrative/settlement";
import { settlementTable, type FilledForm, type TypedRow } from "./settlementTable";

/** Any form that adds up, and some that do not. */
const row = (label: string) =>
  fc
    .tuple(fc.array(fc.oneof(fc.constant(0), fc.nat(12), fc.nat(20_000)), { minLength: 7, maxLength: 7 }), fc.boolean())
    .map(([[online, inPerson, carriedOver, early, onTime, late, pendingLate], wrong]): TypedRow => {
      const [received, resolved] = [online! + inPerson! + carriedOver!, early! + onTime! + late!];
      const pendingOnTime = Math.max(0, received - resolved - pendingLate!);
      return [label, received + (wrong ? 1 : 0), online, inPerson, carriedOver, resolved, early, onTime, late, pendingOnTime + pendingLate!, pendingOnTime, pendingLate];
    });

const FORMS: fc.Arbitrary<FilledForm> = fc
  .tuple(row("Đất đai"), row("Lĩnh vực Hộ tịch"), row("Tiếp dân"), fc.boolean())
  .map(([first, second, third, totalled]) => {
    const fields = [first, second, third];
    const total: TypedRow = ["Tổng", ...first.slice(1).map((_, place) => fields.reduce((sum, each) => sum + Number(each[place + 1]), 0))];
    return {
      unit: "UBND xã An Phú",
      period: { from: { year: 2023, month: 12, day: 15 }, to: { year: 2024, month: 5, day: 19 } },
      fields,
      ...(totalled && { total }),
    };
  });

const STYLE = fc.constantFrom(...settlement.styles.map(({ id }) => id));
const WITHDRAWN = fc.option(fc.nat(300), { nil: undefined });

/** The only digits in words of their own: the dates of the period. */
const DATES = /ngày \d{2} tháng \d{1,2} năm \d{4}/g;

const spansOf = (form: FilledForm, style: string, withdrawn: number | undefined): readonly Span[] =>
  narrated(settlementTable(form), style, withdrawn).flatMap(({ lines }) => lines.flatMap(({ spans }) => spans));

const asNumber = (text: string): bigint => BigInt(text.replaceAll(".", ""));

it("every digit stands in a figure or in a date", () => {
  fc.assert(
    fc.property(FORMS, STYLE, WITHDRAWN, (form, style, withdrawn) => {
      const words = spansOf(form, style, withdrawn).filter(({ kind }) => kind === "text");
      expect(words.map(({ text }) => text.replace(DATES, "")).join("|")).not.toMatch(/\d/);
    }),
  );
});

it("every figure that is a count is the sum of cells it names", () => {
  fc.assert(
    fc.property(FORMS, STYLE, (form, style) => {
      const table = settlementTable(form);
      const counts = new Map(table.rows.flatMap(({ figures }) => figures).map(({ at, reading }) => [`${at.row},${at.column}`, reading.kind === "figure" ? reading.units : 0]));
      for (const span of spansOf(form, style, undefined)) {
        if (span.kind !== "figure" || !/^[\d.]+$/.test(span.text)) continue;
        const sum = span.cells.reduce((total, { row: at, column }) => total + counts.get(`${at},${column}`)!, 0);
        expect(asNumber(span.text)).toBe(BigInt(sum));
      }
    }),
  );
});

/** Two figures with a stroke between: "1.642/1.652". */
interface Fraction {
  readonly part: string;
  readonly total: string;
  readonly cells: string;
}

const cellsOf = (spans: readonly Span[]): string =>
  [...new Set(spans.flatMap((span) => (span.kind === "figure" ? span.cells.map(({ row: at, column }) => `${at},${column}`) : [])))].join(" ");

/** Those that begin at most four spans before or two after the percentage, and rest on its cells. */
const fractionBeside = (spans: readonly Span[], percentage: number): Fraction | undefined =>
  [percentage - 4, percentage + 2]
    .filter((start) => spans[start]?.kind === "figure" && spans[start + 1]?.text === "/")
    .map((start) => ({ part: spans[start]!.text, total: spans[start + 2]!.text, cells: cellsOf([spans[start]!, spans[start + 2]!]) }))
    .find(({ cells }) => cells === cellsOf([spans[percentage]!]));

/** Whether the share is the fraction rounded half up to 0, 2 or 4 decimals, zeros at the end left out. */
function isShare(text: string, { part, total }: Fraction): boolean {
  const [whole = "", decimals = ""] = text.slice(0, -1).split(",");
  return [0, 2, 4].some((places) => {
    const rounded = (2n * asNumber(part) * 10n ** BigInt(places + 2) + asNumber(total)) / (2n * asNumber(total));
    return places >= decimals.length && rounded === asNumber(whole + decimals.padEnd(places, "0"));
  });
}

it("every percentage follows from the counts printed beside it", () => {
  let percentages = 0;
  fc.assert(
    fc.property(FORMS, STYLE, WITHDRAWN, (form, style, withdrawn) => {
      const spans = spansOf(form, style, withdrawn);
      spans.forEach(({ text }, index) => {
        if (!text.endsWith("%")) return;
        const fraction = fractionBeside(spans, index);
        expect({ text, fraction, right: fraction && isShare(text, fraction) }).toMatchObject({ right: true });
        percentages++;
      });
    }),
  );
  expect(percentages).toBeGreaterThan(100);
});
