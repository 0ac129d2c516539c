import type { Check, Verdict } from "../../src/core/checks/Check";
import { addUp, judge } from "../../src/core/checks/judge";
import { SILENT, Stopped, type Progress } from "../../src/core/sheet/WorkbookPort";
import { reportWith } from "../fixtures/report";

const table = reportWith();
const context = { tables: [table], answers: new Map() };
const noRest = async () => undefined;

const check = (id: string, verdicts: () => Iterable<Verdict>): Check => ({ id, role: "told", severity: "error", title: { vi: id, en: id }, judge: verdicts });
const passes = (count: number) =>
  check("passes", function* () {
    for (let each = 0; each < count; each++) yield { kind: "pass" };
  });

describe("judging a table", () => {
  it("counts passes, fails and skips of each check", async () => {
    const mixed = check("mixed", () => [
      { kind: "pass" },
      { kind: "skip", cells: [], why: "blank" },
      { kind: "fail", cells: [{ row: 0, column: 0 }], phrase: { vi: "sai", en: "wrong" } },
    ]);
    const [first, second] = await judge([mixed, passes(3)], table, context, SILENT, noRest);
    expect(first!.counts).toEqual({ pass: 1, fail: 1, skip: 1, notApplicable: 0, broken: 0 });
    expect(first!.fails).toHaveLength(1);
    expect(second!.counts.pass).toBe(3);
    expect(addUp([first!.counts, second!.counts])).toEqual({ pass: 4, fail: 1, skip: 1, notApplicable: 0, broken: 0 });
  });

  it("goes on when a check breaks down, and says that it did", async () => {
    const breaking = check("breaking", function* () {
      yield { kind: "pass" };
      throw new Error("no such column");
    });
    const [first, second] = await judge([breaking, passes(3)], table, context, SILENT, noRest);
    expect(first!.counts).toEqual({ pass: 1, fail: 0, skip: 0, notApplicable: 0, broken: 1 });
    expect(second!.counts.pass).toBe(3);
  });

  it("lets the host breathe within a long check", async () => {
    let rests = 0;
    await judge([passes(20_000)], table, context, SILENT, async () => void rests++);
    expect(rests).toBeGreaterThanOrEqual(5);
  });

  it("tells how many checks are done, and stops when told to", async () => {
    const told: (readonly [number, number])[] = [];
    const progress: Progress = { report: (done, total) => void told.push([done, total]), stopped: false };
    await judge([passes(1), passes(1)], table, context, progress, noRest);
    expect(told).toEqual([[1, 2], [2, 2]]);
    await expect(judge([passes(1)], table, context, { ...progress, stopped: true }, noRest)).rejects.toThrow(Stopped);
    await expect(judge([passes(20_000)], table, context, { report: () => undefined, stopped: true }, noRest)).rejects.toThrow(Stopped);
  });
});
