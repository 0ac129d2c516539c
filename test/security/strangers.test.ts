import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { unzipSync } from "fflate";
import { mark } from "../../src/cli/commands/mark";
import { harmless } from "../../src/cli/harmless";
import { planSheet } from "../../src/core/scaffold/scaffold";
import { parseKept } from "../../src/core/justifications/Kept";
import { numberValue, plainText, textValue } from "../../src/core/sheet/Cell";
import { cellAt } from "../../src/core/sheet/Sheet";
import { SILENT } from "../../src/core/sheet/WorkbookPort";
import { reportingPeriod } from "../../src/core/words/Period";
import { fieldsFromText } from "../../src/forms/fields";
import { ii06a } from "../../src/forms/ii-06a";
import { newWorkbook } from "../../src/xlsx/newWorkbook";
import { openWorkbookFile } from "../../src/xlsx/openWorkbookFile";
import { makeTable } from "../../bench/layouts/makeTable";
import { writeBook } from "../fixtures/book/writeBook";
import { ranOn } from "../fixtures/ranOn";
import { craftParts, zipParts } from "../xlsx/craftWorkbook";

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

describe("a list of fields from a stranger", () => {
  it.each(['=HYPERLINK("http://x.example","Đất đai")', "=A1+1", "+cmd|' /C calc'!A0", "-2+A3", "@SUM(A1)", "=DDE(1)"])("makes no formula of %s", async (name) => {
    const { labels } = fieldsFromText(`Đất đai\n${name}\n`);
    const plan = planSheet(ii06a, { fields: labels, period: reportingPeriod("quarter-1", 2024) });
    const workbook = newWorkbook();
    await workbook.addSheet(plan);
    const [sheet] = await (await openWorkbookFile(workbook.save(), "mới.xlsx")).read(SILENT);
    const cells = [...sheet!.rows].flatMap(([row, line]) => [...line.keys()].map((column) => cellAt(sheet!, { row, column })));
    const named = cells.filter(({ value }) => labels.length === 2 && plainText(value).endsWith(labels[1]!));
    expect(named.map(({ value, formula }) => [value.kind, formula])).toEqual([["text", undefined]]);
    const formulas = cells.flatMap(({ formula }) => formula ?? []);
    expect(formulas.length).toBeGreaterThan(10);
    expect(formulas.filter((formula) => !/^=(?:[A-Z]+\d+(?:[+-][A-Z]+\d+)*|SUM\([A-Z]+\d+:[A-Z]+\d+\))$/.test(formula))).toEqual([]);
  });

  it("makes no formula of a text that is put in the place of another", async () => {
    const workbook = await openWorkbookFile(zipParts(craftParts([{ name: "A", cells: { A1: 1 } }])), "a.xlsx");
    await workbook.apply([{ sheet: "A", at: { row: 0, column: 0 }, from: numberValue(1), to: textValue("=1+1") }]);
    const [sheet] = await (await openWorkbookFile(workbook.save(), "a.xlsx")).read(SILENT);
    expect(cellAt(sheet!, { row: 0, column: 0 })).toMatchObject({ value: { kind: "text", text: "=1+1" } });
    expect(cellAt(sheet!, { row: 0, column: 0 }).formula).toBeUndefined();
  });
});

describe("a package from a stranger", () => {
  const EVIL = ["../../evil.xml", "/tmp/kstt-evil.xml", "..\\evil.xml"];
  const withNames = (): Uint8Array => {
    const book = writeBook(makeTable(1, { fixed: { size: "small" } }).book);
    return zipParts({ ...unzipSync(book), ...Object.fromEntries(EVIL.map((name) => [name, "<x/>"])) });
  };

  it("writes nothing beside the file that was asked for, wherever names of its parts lead", async () => {
    const folder = mkdtempSync(join(tmpdir(), "kstt-slip-"));
    try {
      const [before, after] = [join(folder, "in.xlsx"), join(folder, "out.xlsx")];
      writeFileSync(before, withNames());
      const written = (await ranOn(mark, readFileSync(before))).written!;
      writeFileSync(after, written);
      expect(readdirSync(folder).sort()).toEqual(["in.xlsx", "out.xlsx"]);
      expect(readdirSync(tmpdir()).filter((name) => name.includes("evil"))).toEqual([]);
      // What is not ours is carried along as it came.
      expect(Object.keys(unzipSync(written))).toEqual(expect.arrayContaining(EVIL));
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });

  it.each(["sharedStrings.xml", "worksheets/sheet1.xml", "workbook.xml"])("has no entity of its own opened, nor a file named by one, in %s", async (part) => {
    const parts = craftParts([{ name: "A", cells: { A1: "x" } }]);
    parts[`xl/${part}`] = parts[`xl/${part}`]!.replace(/<(?=[a-z])/, '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><').replace(">x<", ">&e;<");
    await expect(openWorkbookFile(zipParts(parts), "a.xlsx").then((workbook) => workbook.read(SILENT))).rejects.toMatchObject({ name: "TroubleError" });
  });

  it("has references of no meaning left as they are written", async () => {
    const parts = craftParts([{ name: "A", cells: { A1: "x" } }]);
    parts["xl/sharedStrings.xml"] = parts["xl/sharedStrings.xml"]!.replace(">x<", ">&bogus;&lt;b&gt;<");
    const [sheet] = await (await openWorkbookFile(zipParts(parts), "a.xlsx")).read(SILENT);
    expect(plainText(cellAt(sheet!, { row: 0, column: 0 }).value)).toBe("&bogus;<b>");
  });
});

it("a page from a stranger is only read: what it would run or fetch in a browser is no part of its cells", async () => {
  const page = '<table><tr><td><script>throw 1</script>12<img src="http://x.example/a" onerror="throw 2"></td><td><a href="javascript:throw 3">Đất đai</a><iframe src="http://x.example"></iframe></td></tr></table>';
  const [sheet] = await (await openWorkbookFile(utf8(page), "a.xls")).read(SILENT);
  expect([0, 1].map((column) => plainText(cellAt(sheet!, { row: 0, column }).value))).toEqual(["12", "Đất đai"]);
  const written = (await openWorkbookFile(utf8(page), "a.xls")).save();
  expect(Object.values(unzipSync(written)).map((part) => new TextDecoder().decode(part)).join("")).not.toMatch(/x\.example|javascript|onerror/);
});

it("what a workbook keeps for us gives nothing to objects that it does not name", () => {
  const kept = parseKept('{"version":2,"__proto__":{"polluted":1},"answers":{"__proto__":{"x":1},"constructor":{"y":2}},"constructor":{"prototype":{"polluted":1}}}');
  expect(({} as Record<string, unknown>)["polluted"]).toBeUndefined();
  expect(kept.justifications).toEqual([]);
});

describe("words of a file on a terminal", () => {
  it("move no cursor and stay JSON", () => {
    expect(harmless("Đất đai\u001b[2J\u009b31m\u0007\r\nx\ty\u007f")).toBe("Đất đai\\u001b[2J\\u009b31m\\u0007\\u000d\nx\ty\\u007f");
    expect(JSON.parse(harmless(JSON.stringify({ sheet: "a\u009bb\u001b\u007f" })))).toEqual({ sheet: "a\u009bb\u001b\u007f" });
  });

  it("are told so by the program itself", () => {
    const folder = mkdtempSync(join(tmpdir(), "kstt-terminal-"));
    try {
      const file = join(folder, "a.xlsx");
      writeFileSync(file, zipParts(craftParts([{ name: "A\u009b2J", cells: { A1: "x" } }])));
      const program = [join(__dirname, "../../node_modules/tsx/dist/cli.mjs"), join(__dirname, "../../src/cli/kstt.ts"), "check", file];
      const said = ((): string => {
        try {
          return execFileSync(process.execPath, program, { encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] });
        } catch (error) {
          return String((error as { stderr: unknown }).stderr);
        }
      })();
      expect(said).toContain("A\\u009b2J");
      expect(said).not.toMatch(/[^\P{Cc}\n\t]/u);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});
