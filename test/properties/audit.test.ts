import fc from "fast-check";
import { audit } from "../../src/core/audit";
import { a1, parseA1 } from "../../src/core/sheet/Address";
import { numberValue } from "../../src/core/sheet/Cell";
import { cellAt, type Sheet } from "../../src/core/sheet/Sheet";
import { meantUnits } from "../../src/core/figures/Reading";
import type { Figure, Table } from "../../src/core/figures/Table";
import { LIBRARY } from "../../src/library";
import { applied, auditOf, errorsIn, sayFinding } from "../fixtures/audited";
import { HEADER, sheetOf, tableIn, TITLE } from "../fixtures/report";
import { notations, bodyOf, reports, sheetOfReport, type Report } from "./reports";

const runs = (numRuns: number) => ({ numRuns, seed: 20201021 });

const figures = ({ rows }: Table): readonly Figure[] => rows.flatMap((row) => (row.kind === "section" ? [] : row.figures));

/** The sheet with one count typed over. */
function withCount(sheet: Sheet, { at }: Figure, count: number): Sheet {
  return applied(sheet, [{ changes: [{ at, from: cellAt(sheet, at).value, to: numberValue(count) }], sure: "certain", why: { vi: "", en: "" } }]);
}

/** Any sheet that people might make of a report: some cells hold anything. */
const mangled = fc
  .tuple(reports, notations, fc.array(fc.tuple(fc.nat(100), fc.nat(12), fc.oneof(fc.constantFrom("", "chưa rõ", "#REF!", "-3", "12.5", "=SUM(C7:C20) -> 5", "=C8+C9", "Tổng", "II", "NGƯỜI LẬP BIỂU", '"1.652"'), fc.nat(5000).map(String))), { maxLength: 8 }))
  .map(([report, written, changes]): Sheet => {
    const lines = bodyOf(report).map((line) => [...line]);
    for (const [row, column, text] of changes) lines[row % lines.length]![column] = text;
    return written.length % 2 === 0 ? sheetOf([...TITLE, ...HEADER, ...lines]) : sheetOf([...HEADER, ...lines, [], ...HEADER, ...lines]);
  });

function deepFreeze<Value>(value: Value): Value {
  if (typeof value !== "object" || value === null || Object.isFrozen(value)) return value;
  const refuse = () => {
    throw new Error("the input was changed");
  };
  if (value instanceof Map) Object.assign(value, { set: refuse, delete: refuse, clear: refuse });
  Object.freeze(value);
  const inside = value instanceof Map ? [...value.keys(), ...value.values()] : Object.values(value);
  inside.forEach(deepFreeze);
  return value;
}

describe("a report that adds up", () => {
  it("has no error, and nothing but its notation to tell of, however its counts are written", async () => {
    await fc.assert(
      fc.asyncProperty(reports, notations, async (report, written) => {
        const table = await auditOf(sheetOfReport(report, written));
        expect(table.findings.filter(({ reasons }) => !["text-number", "misread-thousands"].includes(reasons[0].check))).toEqual([]);
        expect(table.counts.broken).toBe(0);
      }),
      runs(150),
    );
  });

  it("is read whole: every line, section and figure", () => {
    fc.assert(
      fc.property(reports, notations, (report, written) => {
        const table = tableIn(sheetOfReport(report, written));
        const plain = tableIn(sheetOfReport(report));
        expect(table.rows.filter(({ kind }) => kind === "line")).toHaveLength(report.sections.flat().length);
        expect(figures(table).map(({ reading }) => meantUnits(reading))).toEqual(figures(plain).map(({ reading }) => meantUnits(reading)));
      }),
      runs(150),
    );
  });

  it("stays clean when the notation findings' suggestions are applied", async () => {
    await fc.assert(
      fc.asyncProperty(reports, notations, async (report, written) => {
        const sheet = sheetOfReport(report, written);
        const { findings } = await auditOf(sheet);
        const mended = applied(sheet, findings.flatMap(({ suggestions }) => suggestions.slice(0, 1)));
        expect((await auditOf(mended)).findings).toEqual([]);
      }),
      runs(100),
    );
  });
});

describe("the order of lines", () => {
  it("does not matter", async () => {
    await fc.assert(
      fc.asyncProperty(reports, fc.nat(1000), fc.nat(1000), fc.nat(9), async (report, which, turn, by) => {
        const lines = report.sections.length === 1 ? report.sections[0]! : report.sections[which % report.sections.length]!;
        const turned: Report = { ...report, sections: report.sections.map((each) => (each === lines ? [...lines.slice(turn % lines.length), ...lines.slice(0, turn % lines.length)] : each)) };
        const tell = async (each: Report) => {
          const sheet = sheetOfReport(each);
          const total = figures(tableIn(sheet)).at(-1)!;
          const { findings, counts } = await auditOf(withCount(sheet, total, (meantUnits(total.reading) ?? 0) + by));
          return [counts, findings.map(({ severity, suggestions }) => [severity, suggestions.map(({ sure }) => sure)])];
        };
        if (report.total) expect(await tell(turned)).toEqual(await tell(report));
      }),
      runs(60),
    );
  });
});

describe("a single wrong figure", () => {
  it("in a report with a total is found, whatever it is; what is certain, once applied, leaves the report clean", async () => {
    await fc.assert(
      fc.asyncProperty(reports, fc.nat(10_000), fc.nat(5000), async (any, which, wrong) => {
        const report = { ...any, total: true };
        const sheet = sheetOfReport(report);
        const all = figures(tableIn(sheet));
        const slipped = all[which % all.length]!;
        const right = meantUnits(slipped.reading)!;
        fc.pre(right !== wrong);
        const bad = withCount(sheet, slipped, wrong);
        const errors = errorsIn(await auditOf(bad));
        expect(errors.map(({ cells }) => a1(cells[0]))).toContain(a1(slipped.at));
        const certain = errors.flatMap(({ suggestions }) => suggestions.filter(({ sure }) => sure === "certain"));
        if (certain.length === errors.length) {
          expect(errors.map(sayFinding)).toEqual([`${a1(slipped.at)}: certain ${a1(slipped.at)} ${wrong}→${right}`]);
          expect(errorsIn(await auditOf(applied(bad, certain)))).toEqual([]);
        } else {
          // A report of one line says everything twice: which of two agreeing rows is wrong only the reporter knows.
          expect(errors.flatMap(({ suggestions }) => suggestions.flatMap(({ changes }) => changes.map(({ at, to }) => `${a1(at)} ${to.kind === "number" && to.number}`)))).toContain(`${a1(slipped.at)} ${right}`);
        }
      }),
      runs(150),
    );
  });

  it("is named first, and nearly always certain, whenever its table has more than one line", async () => {
    let certain = 0;
    let judged = 0;
    await fc.assert(
      fc.asyncProperty(reports, fc.nat(10_000), fc.integer({ min: 1, max: 99 }), async (any, which, more) => {
        const report = { ...any, total: true };
        fc.pre(report.sections.every((lines) => lines.length > 1) && (!report.sectioned || !report.subtotals || report.sections.length > 1));
        const sheet = sheetOfReport(report);
        const all = figures(tableIn(sheet));
        const slipped = all[which % all.length]!;
        const right = meantUnits(slipped.reading)!;
        const errors = errorsIn(await auditOf(withCount(sheet, slipped, right + more)));
        expect(errors).toHaveLength(1);
        const [first] = errors[0]!.suggestions;
        expect(first!.changes.map(({ at, to }) => `${a1(at)} ${to.kind === "number" && to.number}`)).toEqual([`${a1(slipped.at)} ${right}`]);
        judged++;
        if (first!.sure === "certain") certain++;
      }),
      { ...runs(100), endOnFailure: true },
    );
    expect(certain / judged).toBeGreaterThan(0.9);
  });
});

describe("any sheet", () => {
  it("audited twice gives the same findings under the same ids, each id once", async () => {
    await fc.assert(
      fc.asyncProperty(mangled, async (sheet) => {
        const first = await audit([sheet], LIBRARY);
        const second = await audit([sheet], LIBRARY);
        expect(second.tables.map(({ findings }) => findings)).toEqual(first.tables.map(({ findings }) => findings));
        const ids = first.tables.flatMap(({ findings }) => findings.map(({ id }) => id));
        expect(ids.length).toBe(new Set(ids).size);
      }),
      runs(150),
    );
  });

  it("is never changed, and breaks no check", async () => {
    await fc.assert(
      fc.asyncProperty(mangled, async (sheet) => {
        const { tables } = await audit(deepFreeze([sheet]), LIBRARY, { answers: deepFreeze(new Map()) });
        for (const { counts } of tables) expect(counts.broken).toBe(0);
      }),
      runs(150),
    );
  });

  it("gets only suggestions that start from what its cells hold", async () => {
    await fc.assert(
      fc.asyncProperty(mangled, async (sheet) => {
        const { tables } = await audit([sheet], LIBRARY);
        for (const { changes } of tables.flatMap(({ findings }) => findings.flatMap(({ suggestions }) => suggestions))) {
          for (const { at, from } of changes) {
            const cell = cellAt(sheet, at);
            expect(from.kind === "formula" ? from.formula : from).toEqual(cell.formula ?? cell.value);
          }
        }
      }),
      runs(100),
    );
  });

  it("has every finding in cells of the sheet, with a message in both languages", async () => {
    await fc.assert(
      fc.asyncProperty(mangled, async (sheet) => {
        const { tables } = await audit([sheet], LIBRARY);
        for (const { cells, message, reasons } of tables.flatMap(({ findings }) => findings)) {
          expect(cells.every((at) => parseA1(a1(at)) !== undefined)).toBe(true);
          for (const phrase of [message, ...reasons.map((reason) => reason.phrase)]) {
            expect(phrase.vi).not.toMatch(/undefined|NaN|\[object/);
            expect(phrase.en).not.toMatch(/undefined|NaN|\[object/);
            expect(Math.min(phrase.vi.length, phrase.en.length)).toBeGreaterThan(10);
          }
        }
      }),
      runs(100),
    );
  });
});

