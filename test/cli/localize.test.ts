import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { localizeLine, type Prediction, type LineCell, type TableLine } from "../../src/cli/localizeLine";
import { main } from "../../src/cli/main";
import { addLeaves, FIELDS, figuresOf } from "../fixtures/report";

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "kstt-localize-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const COLUMNS = ["1", "2", "(3)=(4)+(5)+(6)", "(4)", "(5)", "(6)", "(7)=(8)+(9)+(10)", "8", "9", "10", "11", "12", "13"];
const TOTAL = addLeaves(FIELDS.map(([, leaves]) => leaves));

/** The report as a line; cells by row (1…n, 0 the total) and the column's number: { "2|4": 102 }. */
function lineWith(id: string | number, cells: Readonly<Record<string, LineCell>> = {}, total = true): TableLine {
  const grid: LineCell[][] = [[null, "TỔNG CỘNG", ...figuresOf(TOTAL)], ...FIELDS.map(([label, leaves], index) => [index + 1, label, ...figuresOf(leaves)])];
  for (const [name, value] of Object.entries(cells)) {
    const [row, column] = name.split("|").map(Number);
    grid[row!]![column! - 1] = value;
  }
  return { id, columns: COLUMNS, rows: grid.slice(1), total: total ? grid[0]! : null };
}

interface Said {
  readonly status: number;
  readonly out: string;
  readonly error: string;
}

async function localize(lines: readonly (TableLine | string)[], language: "vi" | "en" = "vi", ...options: readonly string[]): Promise<Said> {
  const file = join(folder, "tables.jsonl");
  writeFileSync(file, lines.map((line) => (typeof line === "string" ? line : JSON.stringify(line))).join("\n"));
  let out = "";
  let error = "";
  const words = options.length > 0 ? options : ["--jsonl", file];
  const status = await main(["localize", ...words], { out: (text) => (out += `${text}\n`), error: (text) => (error += `${text}\n`), language });
  return { status, out, error };
}

const predictions = ({ out }: Said): readonly Prediction[] => out.split("\n").filter(Boolean).map((line) => JSON.parse(line) as Prediction);
const byPlace = (cells: Prediction["cells"]): readonly string[] => cells.map(({ row, col, value }) => `${row}|${col}=${value ?? "?"}`).sort();

const SLIPS: readonly TableLine[] = [
  lineWith("right"),
  lineWith("slip", { "2|4": 102 }),
  lineWith("exchange", { "2|4": 30, "2|5": 120 }),
  lineWith("pasted", { "3|8": 6, "0|8": 506 }),
  lineWith("blank", { "1|4": null, "1|5": null }, false),
  lineWith("open", { "4|4": 31 }, false),
  lineWith("text", { "2|7": "150" }),
  lineWith("all wrong", Object.fromEntries([0, 1, 2, 3, 4].flatMap((row) => [3, 7, 11].map((column) => [`${row}|${column}`, 1000 + 37 * row + 11 * column])))),
];

describe("kstt localize", () => {
  it("says nothing of tables in order, and that all is well", async () => {
    const said = await localize([lineWith(1), lineWith(2)]);
    expect([said.status, said.error]).toEqual([0, ""]);
    expect(predictions(said)).toEqual([1, 2].map((id) => ({ id, cells: [], p: 1, alternatives: [], ms: expect.any(Number) as number, sure: "certain", complete: true })));
  });

  it("names the wrong cells and what they must hold, one line for each table, in their order", async () => {
    const said = await localize(SLIPS);
    expect(said.status).toBe(1);
    const found = predictions(said);
    expect(found.map(({ id }) => id)).toEqual(SLIPS.map(({ id }) => id));
    const cells = new Map(found.map((each) => [each.id, byPlace(each.cells)]));
    expect(cells.get("right")).toEqual([]);
    expect(cells.get("slip")).toEqual(["2|4=120"]);
    expect(cells.get("exchange")).toEqual(["2|4=120", "2|5=30"]);
    expect(cells.get("pasted")).toEqual(["3|8=60", "total|8=560"]);
    expect(cells.get("blank")).toEqual(["1|4=?", "1|5=?"]);
    expect(cells.get("text")).toEqual(["2|7=150"]);
  });

  it("accuses nobody where files may as well have been withdrawn, and offers what else it may be", async () => {
    const [received, online] = figuresOf(TOTAL);
    const gap = { "1|3": 369, "1|4": 309, "0|3": received! + 9, "0|4": online! + 9 };
    const [said] = predictions(await localize([lineWith("gap", gap)]));
    expect(said).toMatchObject({ cells: [], sure: "choose" });
    expect(said!.p).toBeLessThan(0.6);
    expect(byPlace(said!.alternatives[0]!)).toEqual(["1|3=360", "1|4=300", `total|3=${received!}`, `total|4=${online!}`]);
  });

  it("keeps to its fields and their ranges, and is never certain of what was cut short", async () => {
    for (const prediction of predictions(await localize(SLIPS))) {
      expect(Object.keys(prediction).sort()).toEqual(["alternatives", "cells", "complete", "id", "ms", "p", "sure"]);
      const { cells, p, alternatives, ms, sure, complete } = prediction;
      expect(p).toBeGreaterThanOrEqual(0);
      expect(p).toBeLessThanOrEqual(1);
      expect(ms).toBeGreaterThan(0);
      expect(["certain", "likely", "choose"]).toContain(sure);
      expect(sure === "certain" && (!complete || p < 0.9)).toBe(false);
      expect(alternatives.length).toBeLessThanOrEqual(4);
      for (const { row, col, value } of [cells, ...alternatives].flat()) {
        expect(row === "total" || (Number.isInteger(row) && row >= 1 && row <= FIELDS.length)).toBe(true);
        expect(col >= 3 && col <= 13).toBe(true);
        expect(value === undefined || (Number.isInteger(value) && value >= 0)).toBe(true);
      }
    }
  });

  it("reads negative, broken, written and missing counts alike", async () => {
    const odd: readonly LineCell[] = [-5, 1.652, 102.5, "1.652", " 80 ", "", null, 9e9, "-"];
    const said = await localize(odd.map((value, index) => lineWith(index, { "2|4": value })));
    expect(predictions(said).map(({ cells }) => byPlace(cells))).toEqual(odd.map(() => ["2|4=120"]));
  });

  it("offers the runners-up where the table does not tell", async () => {
    const [open] = predictions(await localize([lineWith("open", { "4|4": 31 }, false)]));
    expect(open!.sure).not.toBe("certain");
    expect([open!.cells, ...open!.alternatives].map(byPlace)).toContainEqual(["4|4=33"]);
    expect(open!.alternatives.length).toBeGreaterThan(0);
  });

  it("passes over empty lines", async () => {
    const said = await localize(["", lineWith(1), "  ", lineWith(2, { "2|4": 102 }), ""]);
    expect([said.status, predictions(said).map(({ id }) => id)]).toEqual([1, [1, 2]]);
  });

  it.each<readonly [string, string]>([
    ["broken JSON", '{"id": 2, "columns": ['],
    ["no object", "null"],
    ["a number", "7"],
    ["no rows", '{"id": 2, "columns": ["1"]}'],
    ["no id", '{"columns": ["1"], "rows": []}'],
    ["a row that is none", '{"id": 2, "columns": ["1"], "rows": [7]}'],
    ["a cell that is none", '{"id": 2, "columns": ["1"], "rows": [[{}]]}'],
    ["a total that is none", '{"id": 2, "columns": ["1"], "rows": [], "total": 7}'],
  ])("says which line is no table, whatever ails it, before anything is predicted: %s", async (_, broken) => {
    const vi = await localize([lineWith(1), broken]);
    expect([vi.status, vi.out]).toEqual([2, ""]);
    expect(vi.error).toContain("Dòng 2 không phải là một bảng.");
    expect(vi.error).toContain("tables.jsonl");
    expect(vi.error).not.toMatch(/SyntaxError|TypeError|\bat \//);
    expect((await localize([lineWith(1), "", broken], "en")).error).toContain("Line 3 is no table.");
  });

  it("asks for a file where none is given", async () => {
    let error = "";
    const status = await main(["localize"], { out: () => undefined, error: (text) => (error += text), language: "vi" });
    expect([status, error]).toEqual([2, expect.stringContaining("Thiếu tệp bảng (--jsonl).") as unknown]);
  });

  it("says which file cannot be read", async () => {
    const none = await localize([], "vi", "--jsonl", join(folder, "none.jsonl"));
    expect([none.status, none.out]).toEqual([2, ""]);
    expect(none.error).toContain("none.jsonl");
  });
});

describe("a table of a line", () => {
  it("that no time is left for is told with what was found so far, and never as certain", () => {
    const cells = { "1|4": 30, "2|5": 130, "3|8": 16, "1|9": 2, "4|8": 4, "3|12": 3, "3|4": 8 };
    const hurried = localizeLine(lineWith("hurried", cells), { limitMilliseconds: 0 });
    expect(hurried.complete).toBe(false);
    expect(hurried.sure).not.toBe("certain");
    expect(hurried.p).toBeLessThan(0.9);
    expect(hurried.cells.length).toBeGreaterThan(0);
  });
});
