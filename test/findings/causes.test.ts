import { checksOf } from "../../src/core/checks/checksOf";
import { judge } from "../../src/core/checks/judge";
import type { CheckContext } from "../../src/core/checks/Check";
import { surenessOf } from "../../src/core/findings/explain";
import type { Finding } from "../../src/core/findings/Finding";
import { findings } from "../../src/core/findings/findings";
import { localise } from "../../src/core/findings/localisation/localise";
import { evidenceOf } from "../../src/core/findings/localisation/evidenceOf";
import { a1 } from "../../src/core/sheet/Address";
import type { Sheet } from "../../src/core/sheet/Sheet";
import { SILENT } from "../../src/core/sheet/WorkbookPort";
import { finish } from "../../src/core/steps";
import { addLeaves, FIELDS, figuresOf, HEADER, linesOf, REPORT, rowOf, sheetOf, tableIn, TITLE, totalOf, type Cells, type Leaves } from "../fixtures/report";
import { applied, auditOf, errorsIn, sayFinding, saySuggestion } from "../fixtures/audited";
import { withCells } from "../fixtures/sheetFromText";

const FIRST_LINE = TITLE.length + HEADER.length;
const report = (cells: Readonly<Record<string, string>> = {}): Sheet => withCells(sheetOf(REPORT), cells);
const untotalled = (cells: Readonly<Record<string, string>>): Sheet => withCells(sheetOf([...TITLE, ...HEADER, ...linesOf()]), cells);
const reported = (lines: readonly Cells[], total: Cells): Sheet => sheetOf([...TITLE, ...HEADER, ...lines, total]);

const follows = ({ follows: cells = [] }: Finding): readonly string[] => cells.map(a1);
const errorsOf = async (sheet: Sheet): Promise<readonly Finding[]> => errorsIn(await auditOf(sheet));

/** What is left to find once the first suggestion of each finding is taken. */
const leftOver = async (sheet: Sheet, told: readonly Finding[]): Promise<readonly Finding[]> => (await auditOf(applied(sheet, told.flatMap(({ suggestions }) => suggestions.slice(0, 1))))).findings;

function causesIn(sheet: Sheet) {
  const table = tableIn(sheet);
  return finish(localise(finish(evidenceOf(checksOf(table), table, { tables: [table], answers: new Map() }))));
}

describe("a slip", () => {
  const sheet = report({ D8: "102" });

  it("is one cause: one event, one cell, nothing that follows", async () => {
    const { causes } = causesIn(sheet);
    expect(causes).toHaveLength(1);
    const [{ events, followers }] = causes[0]!.options;
    expect(events.map(({ kind, repairs }) => [kind, repairs.map(({ figure, to }) => `${a1(figure.at)}=${to}`)])).toEqual([["typed-slip", ["D8=120"]]]);
    expect(followers).toEqual([]);
    const [error, ...others] = await errorsOf(sheet);
    expect(others).toEqual([]);
    expect(sayFinding(error!)).toBe("D8: certain D8 102→120");
    expect(error!.reasons.map(({ check }) => check)).toEqual(["received-by-channel", "total-of-fields"]);
  });

  it("is found however enormous the count is that it made", async () => {
    for (const count of ["9000000000", "9000000000000000"]) {
      for (const [at, right] of [["D8", 120], ["C7", 360], ["H11", 560]] as const) {
        expect((await errorsOf(report({ [at]: count }))).map(({ suggestions: [first] }) => saySuggestion(first!))).toEqual([`certain ${at} ${count}→${right}`]);
      }
    }
  });

  it("says how probable it is, never more than 1", async () => {
    for (const cells of [{ D8: "102" }, { D8: "102", D11: "515" }, { H9: "6", H11: "506" }, { C8: "551" }, { D8: "30", E8: "120" }, { D8: "102", H9: "16" }]) {
      const offered = (await errorsOf(report(cells))).flatMap(({ suggestions }) => suggestions);
      expect(offered.length).toBeGreaterThan(0);
      for (const { probability } of offered) {
        expect(probability).toBeGreaterThan(0);
        expect(probability).toBeLessThanOrEqual(1);
      }
    }
  });
});

describe("an exchange", () => {
  it.each<readonly [string, Readonly<Record<string, string>>, string]>([
    ["within a row", { D8: "30", E8: "120" }, "certain D8 30→120, E8 120→30"],
    ["within a column", { D7: "120", D8: "300" }, "certain D7 120→300, D8 300→120"],
  ])("%s is one cause with two repairs", async (_, cells, offered) => {
    const sheet = report(cells);
    const { causes } = causesIn(sheet);
    expect(causes.map(({ options: [{ events }] }) => events.map(({ kind, repairs }) => [kind, repairs.length]))).toEqual([[["exchanged-cells", 2]]]);
    const told = await errorsOf(sheet);
    expect(told.map(({ suggestions: [first] }) => saySuggestion(first!))).toEqual([offered]);
    expect(await leftOver(sheet, told)).toEqual([]);
  });
});

describe("a slip under totals that were live then and pasted since", () => {
  // The column was added up with the slip in it: it comes out, and only the row tells.
  it.each<readonly [Readonly<Record<string, string>>, string, string, string]>([
    [{ D8: "102", D11: "515" }, "D8", "D11", "certain D8 102→120, D11 515→533"],
    [{ H9: "6", H11: "506" }, "H9", "H11", "certain H9 6→60, H11 506→560"],
  ])("%j: the part is guilty, the total follows, and both are mended together", async (cells, guilty, follower, offered) => {
    const sheet = report(cells);
    const told = await errorsOf(sheet);
    expect(told.map((finding) => [finding.cells.map(a1), follows(finding)])).toEqual([[[guilty], [follower]]]);
    expect(saySuggestion(told[0]!.suggestions[0]!)).toBe(offered);
    expect(told[0]!.message.vi).toContain(`tổng ${follower} sai theo`);
    expect(await leftOver(sheet, told)).toEqual([]);
  });
});

describe("parts left blank", () => {
  it("under a right total are known by their sum only, where nothing else tells: the finding says just that, and offers nothing", async () => {
    const [error, ...others] = await errorsOf(untotalled({ D7: "", E7: "" }));
    expect(others).toEqual([]);
    expect(error!.cells.map(a1)).toEqual(["D7", "E7"]);
    expect(error!.suggestions).toEqual([]);
    expect(error!.message).toEqual({
      vi: "Các ô D7 và E7 bỏ trống, cộng lại phải được 350.",
      en: "Cells D7 and E7 were left blank, together they must be 350.",
    });
  });

  it("are told in words beside single cells that may hold all of it, as only those can be offered as edits", async () => {
    const [error, ...others] = await errorsOf(untotalled({ L9: "", M9: "" }));
    expect(others).toEqual([]);
    expect(error!.suggestions.map(saySuggestion)).toEqual(["possible L9 →38", "possible M9 →38"]);
    expect(error!.message.vi).toMatch(/Sai ở một trong các ô L9, M9; hãy đối chiếu và chọn\. Cũng có thể các ô L9 và M9 bỏ trống, cộng lại phải được 38\.$/);
    expect(error!.message.en).toMatch(/One of L9, M9 is wrong; compare and choose\. It may also be that cells L9 and M9 were left blank, together they must be 38\.$/);
  });

  it("are known no better by totals that were made without them, and those follow", async () => {
    const [error, ...others] = await errorsOf(report({ D7: "", E7: "", D11: "233", E11: "86" }));
    expect(others).toEqual([]);
    expect([error!.cells.map(a1), follows(error!), error!.suggestions]).toEqual([["D7", "E7"], ["D11", "E11"], []]);
    expect(error!.message.vi).toBe("Các ô D7 và E7 bỏ trống, cộng lại phải được 350; các tổng D11 và E11 sai theo.");
  });

  it("are filled in where a right total row tells each of them", async () => {
    const sheet = report({ H8: "", I8: "" });
    const told = await errorsOf(sheet);
    expect(told.map(sayFinding)).toEqual(["H8 I8: certain H8 →140, I8 →10"]);
    expect(await leftOver(sheet, told)).toEqual([]);
  });
});

describe("a table pasted one column off", () => {
  const moved: Readonly<Record<string, (figures: Cells) => Cells>> = {
    "to the right": (figures) => ["0", ...figures.slice(0, -1)],
    "to the right, with a blank column before it": (figures) => ["", ...figures.slice(0, -1)],
    "to the left": (figures) => [...figures.slice(1), "0"],
    "to the left, with a blank column after it": (figures) => [...figures.slice(1), ""],
  };

  it.each(Object.entries(moved))("%s is one finding, and mended in one step", async (_, move) => {
    const sheet = sheetOf(REPORT.map((line, index) => (index < FIRST_LINE ? line : [...line.slice(0, 2), ...move(line.slice(2))])));
    const told = await errorsOf(sheet);
    expect(told).toHaveLength(1);
    expect(told[0]!.message.vi).toMatch(/^Số liệu của cả bảng lệch một cột sang (phải|trái)/);
    expect(told[0]!.suggestions).toHaveLength(1);
    expect(await leftOver(sheet, told)).toEqual([]);
    const mended = tableIn(applied(sheet, told[0]!.suggestions)).rows.map(({ figures }) => figures.map(({ cell }) => (cell.value.kind === "number" ? cell.value.number : 0)));
    const right = [...FIELDS.map(([, leaves]) => leaves), addLeaves(FIELDS.map(([, leaves]) => leaves))].map(figuresOf);
    expect(mended).toEqual(right);
  });
});

describe("a table in which every total is wrong", () => {
  it("is told total by total where only the total row is wrong, each with what it must be", async () => {
    const right = totalOf();
    const sheet = reported(linesOf(), right.map((cell, column) => (column < 2 ? cell : String(Number(cell) + 1 + 3 * column))));
    const told = await errorsOf(sheet);
    expect(told.map(({ cells, suggestions: [first] }) => [cells.map(a1).join(), first!.changes.map(({ to }) => (to.kind === "number" ? String(to.number) : "")).join()])).toEqual(
      right.slice(2).map((cell, index) => [`${"CDEFGHIJKLM"[index]}11`, cell]),
    );
    expect(await leftOver(sheet, told)).toEqual([]);
  });

  it("is told, each failing sum in some finding, where the sums across are wrong as well", async () => {
    // Different by each row and column, so that no two gaps speak for one slip.
    const lines = linesOf().map((line, row) => line.map((cell, column) => ([2, 6, 10].includes(column) ? String(Number(cell) + 101 * (row + 1) + 7 * column) : cell)));
    const sheet = reported(lines, totalOf().map((cell, column) => (column < 2 ? cell : String(Number(cell) + 1009 * column))));
    const audited = await auditOf(sheet);
    const failed = audited.outcomes.filter(({ check }) => /-by-|total-of/.test(check)).reduce((sum, { counts }) => sum + counts.fail, 0);
    expect(failed).toBeGreaterThan(20);
    const told = new Set(errorsIn(audited).flatMap(({ reasons }) => reasons.filter(({ check }) => /-by-|total-of/.test(check)).map(({ phrase }) => phrase.en)));
    expect(told.size).toBe(failed);
  });
});

it("a table of noughts only is in order", async () => {
  const fields = FIELDS.map(([label]): readonly [string, Leaves] => [label, [0, 0, 0, 0, 0, 0, 0, 0]]);
  expect((await auditOf(reported(linesOf(fields), totalOf(fields)))).findings).toEqual([]);
});

describe("a table of which more than 400 sums fail", () => {
  const lines = Array.from({ length: 150 }, (_, index) => {
    const line = rowOf(String(index + 1), `Lĩnh vực ${index + 1}`, [40 + index, 7, 3, 30 + index, 5, 0, 9, 6]);
    return line.map((cell, column) => ([2, 6, 10].includes(column) ? String(Number(cell) + 11 + index * (column + 1)) : cell));
  });

  it("is told sum by sum, and no cell is called wrong for certain", async () => {
    const audited = await auditOf(reported(lines, rowOf("TỔNG CỘNG", "", [1, 2, 3, 4, 5, 6, 7, 8])));
    const told = errorsIn(audited);
    expect(told.length).toBeGreaterThan(400);
    for (const { cells, reasons, suggestions } of told) {
      expect([cells.length, reasons.filter(({ check }) => check !== "received-resolved-pending").length]).toEqual([1, 1]);
      expect(suggestions.map(({ sure }) => sure).filter((sure) => sure !== "possible")).toEqual([]);
    }
  });
});

describe("a search that was cut short", () => {
  it("is never certain, however good what it found looks", () => {
    for (const probability of [0.9, 0.99, 1]) {
      expect(surenessOf(probability, true)).toBe("certain");
      expect(surenessOf(probability, false)).toBe("likely");
    }
    expect(surenessOf(0.5, true)).toBe("possible");
  });

  it("calls nothing certain in its findings", async () => {
    // Mistakes that hang together by their columns: more than one look finds.
    const sheet = report({ D7: "30", E8: "130", H9: "16", I7: "2" });
    const table = tableIn(sheet);
    const tell = async (limited: Partial<CheckContext>): Promise<readonly string[]> => {
      const context: CheckContext = { tables: [table], answers: new Map(), ...limited };
      const judged = await judge(checksOf(table), table, context, SILENT, () => undefined);
      return finish(findings(judged, table, context)).flatMap(({ suggestions }) => suggestions.map(({ sure }) => sure));
    };
    expect(await tell({})).toContain("certain");
    const hurried = await tell({ isOver: () => true });
    expect(hurried.length).toBeGreaterThan(0);
    expect(hurried).not.toContain("certain");
  });
});
