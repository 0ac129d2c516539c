import fc from "fast-check";
import { narrated } from "../narrative/narrated";
import { fieldsOf, wholeOf } from "../../src/core/quantities/QuantityFigure";
import { statedFigures } from "../fixtures/atOnce";
import { testimoniesOn } from "../../src/core/stated/statementsOf";
import { finish } from "../../src/core/steps";
import { reportingPeriod, type Period } from "../../src/core/words/Period";
import type { Table } from "../../src/core/figures/Table";
import { FIELD_CATALOGUE } from "../../src/forms/fields";
import { plainText } from "../../src/word/html";
import { addLeaves, figuresOf, type Leaves } from "../fixtures/report";
import { settlementTable, type FilledForm } from "../narrative/settlementTable";
import { VOCABULARY } from "../../src/vocabulary/vocabulary";

const STYLES = ["official", "on-time", "shares", "commune"] as const;

const count = fc.oneof({ weight: 2, arbitrary: fc.constant(0) }, fc.nat(12), fc.nat(900), fc.nat(40_000), fc.integer({ min: 1_000_000, max: 3_000_000 }));
const leaves = fc.tuple(count, count, count, count, count, count, count, count) as fc.Arbitrary<Leaves>;

/** Names of fields as the catalogue has them, with and without “Lĩnh vực”, and of units. */
const labels = fc
  .tuple(fc.shuffledSubarray(FIELD_CATALOGUE.map(({ name }) => name), { minLength: 1, maxLength: 6 }), fc.array(fc.constantFrom("", "Lĩnh vực "), { minLength: 6, maxLength: 6 }), fc.subarray(["UBND xã An Phú", "Phòng Tư pháp", "Sở Xây dựng"]))
  .map(([fields, openings, units]) => [...fields.map((field, index) => (/^lĩnh vực/iu.test(field) ? field : `${openings[index]}${field}`)), ...units]);

const OWN: Period = { from: { year: 2023, month: 12, day: 15 }, to: { year: 2024, month: 5, day: 19 } };
const periods = fc.constantFrom(undefined, OWN, reportingPeriod("quarter-1", 2024), reportingPeriod("first-half", 2024), reportingPeriod("nine-months", 2024), reportingPeriod("year", 2024));
const units = fc.constantFrom(undefined, "UBND PHƯỜNG PHÚ SƠN", "Ủy ban nhân dân thành phố Phú Quốc", "Sở Xây dựng", "Chi cục Kiểm lâm");

/** Filled-in forms whose total row adds up. */
const forms = fc.tuple(labels, fc.array(leaves, { minLength: 9, maxLength: 9 }), periods, units).map(([names, rows, period, unit]): FilledForm => {
  const fields = names.map((name, index) => [name, rows[index]!] as const);
  return {
    fields: fields.map(([name, each]) => [name, ...figuresOf(each)]),
    total: ["TỔNG CỘNG", ...figuresOf(addLeaves(fields.map(([, each]) => each)))],
    ...(period && { period }),
    ...(unit !== undefined && { unit }),
  };
});

const withdrawals = fc.option(fc.nat(2000), { nil: undefined });

/** What each wording is known to tell: "late 5", "late 5 of lĩnh vực Đất đai". */
function told(table: Table, style: (typeof STYLES)[number], withdrawn: number | undefined): readonly string[] {
  const units = (quantity: string) => (quantity === "withdrawn" ? withdrawn : wholeOf(quantity, [table], VOCABULARY).units);
  const some = (...quantities: readonly string[]) => quantities.map((quantity) => `${quantity} ${units(quantity)}`);
  const fields = (quantity: string) => fieldsOf(quantity, [table], VOCABULARY).map((own) => `${quantity} ${own.units} of ${own.name.toLocaleLowerCase("vi")}`);
  const late = [...fields("late"), ...fields("pendingLate")];
  const resolved = (...parts: readonly string[]) => some("resolved", ...(units("resolved") === 0 ? [] : parts));
  const pending = some("pending", ...(units("pending") === 0 ? [] : ["pendingOnTime", "pendingLate"]));
  const isIdle = ["received", "resolved", "pending"].every((each) => units(each) === 0);
  if (isIdle && style !== "official") return some("received", "resolved", "pending");
  switch (style) {
    case "official":
      return [
        ...some("received", "receivedInPeriod", "online", "inPerson", "carriedOver", "resolved", "early", "onTime", "late", "pending", "pendingOnTime", "pendingLate"),
        ...(withdrawn ? some("withdrawn") : []),
        ...late,
      ];
    case "on-time":
      return [...some("received", "receivedInPeriod", "carriedOver"), ...resolved("notLate", "late"), ...(withdrawn === undefined ? [] : some("withdrawn")), ...pending, ...late];
    case "shares":
      return [...some("received", "receivedInPeriod", "carriedOver"), ...resolved("early", "onTime", "late"), ...pending, ...(withdrawn === undefined ? [] : some("withdrawn")), ...late];
    case "commune":
      return [
        ...some("received", ...(units("carriedOver") === 0 ? [] : ["carriedOver"])),
        ...resolved("early", "onTime", "late"),
        ...pending,
        ...(withdrawn ? some("withdrawn") : []),
        ...late,
        ...fields("received"),
      ];
  }
}

describe.each(STYLES)("what our own paragraph says (%s)", (style) => {
  it("is read back figure by figure, and nothing else is", () => {
    fc.assert(
      fc.property(forms, withdrawals, (form, withdrawn) => {
        const table = settlementTable(form);
        const text = plainText(narrated(table, style, withdrawn));
        const read = statedFigures(text, VOCABULARY).map(({ quantity, count: stated, scope }) => `${quantity} ${stated}${scope.kind === "field" ? ` of ${scope.name.toLocaleLowerCase("vi")}` : scope.kind === "part" ? " of a part" : ""}`);
        expect([...read].sort()).toEqual([...told(table, style, withdrawn)].sort());
      }),
      { numRuns: 400 },
    );
  });

  it("agrees with the table it was written from, cell by cell", () => {
    fc.assert(
      fc.property(forms, withdrawals, (form, withdrawn) => {
        const table = settlementTable(form);
        const figures = statedFigures(plainText(narrated(table, style, withdrawn)), VOCABULARY);
        const testimonies = finish(testimoniesOn(table, [table], [{ source: { vi: "", en: "" }, figures, vocabulary: VOCABULARY }]));
        const statements = testimonies.flatMap((each) => each.statements);
        expect(statements.flatMap(({ figure, shown }) => (figure.count === shown ? [] : [`${figure.words} / ${shown}`]))).toEqual([]);
        const compared = new Set(statements.map(({ figure }) => figure.words));
        expect(figures.flatMap(({ quantity, words }) => (quantity === "withdrawn" || compared.has(words) ? [] : [words]))).toEqual([]);
      }),
      { numRuns: 200 },
    );
  });
});
