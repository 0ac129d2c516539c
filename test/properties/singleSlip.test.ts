import { a1 } from "../../src/core/sheet/Address";
import type { Sheet } from "../../src/core/sheet/Sheet";
import { addLeaves, FIELDS, HEADER, linesOf, LIVE_REPORT, REPORT, rowOf, sheetOf, tableIn, TITLE, type Cells, type Leaves } from "../fixtures/report";
import { applied, auditOf, errorsIn, sayFinding } from "../fixtures/audited";
import { withCells } from "../fixtures/sheetFromText";

/** What a typist makes of a count. */
const SLIPS: Readonly<Record<string, (count: number) => number>> = {
  "digits swapped": (count) => Number([...String(count)].reverse().join("")),
  "one digit missing": (count) => Number(String(count).slice(1) || "0"),
  "one digit too many": (count) => count * 10 + 1,
  "one off": (count) => count + 1,
  "left at nought": () => 0,
  "far off": (count) => count + 4321,
};

/** Each typed count of a sheet's table with each slip that changes it. */
function slipsIn(sheet: Sheet) {
  return tableIn(sheet).rows.flatMap(({ figures }) =>
    figures.flatMap(({ at, cell }) => {
      if (cell.formula !== undefined || cell.value.kind !== "number") return [];
      const right = cell.value.number;
      return Object.values(SLIPS).flatMap((slip) => (slip(right) === right ? [] : [{ at: a1(at), right, wrong: slip(right) }]));
    }),
  );
}

async function expectEachFound(sheet: Sheet): Promise<number> {
  const slips = slipsIn(sheet);
  for (const { at, right, wrong } of slips) {
    const slipped = withCells(sheet, { [at]: String(wrong) });
    const errors = errorsIn(await auditOf(slipped));
    expect([`${at} ${wrong}`, ...errors.map(sayFinding)]).toEqual([`${at} ${wrong}`, `${at}: certain ${at} ${wrong}→${right}`]);
    expect((await auditOf(applied(slipped, errors[0]!.suggestions.slice(0, 1)))).findings).toEqual([]);
  }
  return slips.length;
}

describe("a single slip", () => {
  it("anywhere in a table with a total row is found exactly, with the right value", async () => {
    expect(await expectEachFound(sheetOf(REPORT))).toBeGreaterThan(200);
  });

  it("anywhere in a table with sections, subtotals and a total is found exactly, with the right value", async () => {
    const [one, two, three, four] = FIELDS.map(([, leaves]) => leaves) as [Leaves, Leaves, Leaves, Leaves];
    const rows: readonly Cells[] = [
      rowOf("I", "Cấp tỉnh", addLeaves([one, two])), rowOf("1", "Đất đai", one), rowOf("2", "Xây dựng", two),
      rowOf("II", "Cấp xã", addLeaves([three, four])), rowOf("1", "Hộ tịch", three), rowOf("2", "Chứng thực", four),
      rowOf("", "TỔNG CỘNG", addLeaves([one, two, three, four])),
    ]; // prettier-ignore
    expect(await expectEachFound(sheetOf([...TITLE, ...HEADER, ...rows]))).toBeGreaterThan(300);
  });

  it("is found though every figure is kept as text", async () => {
    const text = REPORT.map((line, index) => (index < 6 ? line : line.map((cell) => (/^\d+$/.test(cell) ? `"${cell}"` : cell))));
    const errors = errorsIn(await auditOf(withCells(sheetOf(text), { D8: '"102"' })));
    expect(errors.map(sayFinding)).toEqual(["D8: certain D8 102→120"]);
  });

  it("is named for what the fingers did", async () => {
    const message = async (cells: Readonly<Record<string, string>>) => errorsIn(await auditOf(withCells(sheetOf(REPORT), cells)))[0]!.message.vi;
    expect(await message({ D8: "102" })).toMatch(/ghi 102, phải là 120 \(gõ đảo chữ số\)/);
    expect(await message({ D8: "12" })).toMatch(/\(gõ thiếu một chữ số\)/);
    expect(await message({ D8: "1220" })).toMatch(/\(gõ thừa một chữ số\)/);
    expect(await message({ D8: "125" })).toMatch(/\(gõ nhầm một chữ số\)/);
    expect(await message({ D8: "0" })).toMatch(/ghi 0, phải là 120\. Sửa D8 thì/);
  });
});

describe("a slip that the table does not pin down", () => {
  const untotalled = sheetOf([...TITLE, ...HEADER, ...linesOf()]);

  it("is nearly always right where it is called certain, and nearly always among what is offered", async () => {
    const slips = slipsIn(untotalled);
    let offeredRight = 0;
    let certain = 0;
    let certainRight = 0;
    for (const { at, right, wrong } of slips) {
      const [error, ...others] = errorsIn(await auditOf(withCells(untotalled, { [at]: String(wrong) })));
      expect(others).toEqual([]);
      const offered = error!.suggestions.map(({ changes }) => changes.map((change) => `${a1(change.at)} ${change.to.kind === "number" && change.to.number}`).join());
      if (offered.includes(`${at} ${right}`)) offeredRight++;
      if (error!.suggestions[0]!.sure !== "certain") continue;
      certain++;
      if (offered[0] === `${at} ${right}`) certainRight++;
    }
    expect(offeredRight / slips.length).toBeGreaterThan(0.9);
    expect(certain).toBeLessThan(slips.length);
    expect(certainRight / certain).toBeGreaterThan(0.95);
  });

  it("puts first what a slip of the fingers and the flow of files speak for", async () => {
    const [error] = errorsIn(await auditOf(withCells(untotalled, { C8: "551" })));
    expect(sayFinding(error!)).toMatch(/^C8: certain C8 551→155/);
  });

  it("says that one of several cells is wrong where nothing speaks for any", async () => {
    const alike = sheetOf([...TITLE, ...HEADER, rowOf("1", "Hộ tịch", [40, 0, 0, 40, 0, 0, 0, 0])]);
    const [error] = errorsIn(await auditOf(withCells(alike, { D7: "13" })));
    expect(error!.suggestions.length).toBeGreaterThan(1);
    expect(error!.suggestions[0]!.sure).not.toBe("certain");
  });
});

describe("live formulas", () => {
  it("are never blamed for typed cells beside them", async () => {
    const live = sheetOf(LIVE_REPORT);
    for (const { at, wrong } of slipsIn(live)) {
      const { findings } = await auditOf(withCells(live, { [at]: String(wrong) }));
      for (const { changes } of findings.flatMap(({ suggestions }) => suggestions)) {
        for (const { from, to } of changes) expect(from.kind === "formula" && to.kind === "number").toBe(false);
      }
    }
  });

  it("with a stale result are told without a number to type over them", async () => {
    const { findings } = await auditOf(withCells(sheetOf(LIVE_REPORT), { C8: "=D8+E8+F8 -> 551" }));
    expect(findings.length).toBeGreaterThan(0);
    expect(findings.flatMap(({ suggestions }) => suggestions.flatMap(({ changes }) => changes)).filter(({ from, to }) => from.kind === "formula" && to.kind === "number")).toEqual([]);
  });
});

describe("two slips", () => {
  it.each<readonly [string, Readonly<Record<string, string>>, readonly string[]]>([
    ["in different rows and columns", { D8: "102", H9: "16" }, ["D8: certain D8 102→120", "H9: certain H9 16→60"]],
    ["in one column", { D8: "102", D9: "8" }, ["D8: certain D8 102→120", "D9: certain D9 8→80"]],
    ["in one group of one row", { D7: "30", E7: "5" }, ["D7: certain D7 30→300", "E7: certain E7 5→50"]],
  ])("%s are found both", async (_, cells, expected) => {
    expect(errorsIn(await auditOf(withCells(sheetOf(REPORT), cells))).map(sayFinding)).toEqual(expected);
  });

  it("that exchanged two figures of a row are one finding, the exchange offered first", async () => {
    const errors = errorsIn(await auditOf(withCells(sheetOf(REPORT), { D8: "30", E8: "120" })));
    expect(errors).toHaveLength(1);
    expect(sayFinding(errors[0]!)).toMatch(/^D8 E8: certain D8 30→120, E8 120→30( \||$)/);
  });

  it("are never repaired with two different values for one cell", async () => {
    // Column (11) is unreadable above: nothing but its row speaks for K9, and two columns would change it.
    const errors = errorsIn(await auditOf(withCells(sheetOf(REPORT), { K8: "chưa rõ", L11: "43", M11: "1" })));
    const first = errors.flatMap(({ suggestions }) => suggestions.slice(0, 1).flatMap(({ changes }) => changes.map(({ at }) => a1(at))));
    expect(first.length).toBe(new Set(first).size);
  });

  it("that put a figure one column to the right are one finding, with the right place among its choices", async () => {
    const errors = errorsIn(await auditOf(withCells(sheetOf(REPORT), { H7: "20", I7: "320" })));
    expect(errors).toHaveLength(1);
    expect(sayFinding(errors[0]!)).toMatch(/H7 20→320, I7 320→20/);
  });
});
