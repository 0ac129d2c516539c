import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { main } from "../../src/cli/main";
import { namedSheet, workbookOf } from "../fixtures/workbookOf";

const ROOT = join(__dirname, "../..");
const SHEET = "xl/worksheets/sheet1.xml";
/** Each file's sheet is so long, in characters: mostly white space, which no text may keep in memory. */
const PADDING = 4_000_000;
const FILES = 24;

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "memory-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Files with names of their own in them, so that what is remembered of each is another text. */
async function paddedFiles(): Promise<readonly string[]> {
  const parts = unzipSync(await workbookOf(namedSheet("phu-my")));
  const xml = strFromU8(parts[SHEET]!);
  return Array.from({ length: FILES }, (_, file) => {
    const path = join(folder, `${file}.xlsx`);
    const notes = Array.from({ length: 20 }, (_cell, note) => `<c t="inlineStr"><is><t>Ghi chú thứ ${note} của tệp ${file}</t></is></c>`).join("");
    const own = xml.replace("</sheetData>", `<row r="900">${notes}</row></sheetData>`).replace("</worksheet>", `${" ".repeat(PADDING)}</worksheet>`);
    writeFileSync(path, zipSync({ ...parts, [SHEET]: strToU8(own) }));
    return path;
  });
}

describe("many files in one go", () => {
  it("take no more memory than one: what was told of a file, and its texts, are let go", async () => {
    const files = await paddedFiles();
    const { status, stdout } = spawnSync(process.execPath, ["--max-old-space-size=96", "--import", "tsx", "src/cli/kstt.ts", "check", ...files, "--json"], { cwd: ROOT, encoding: "utf8", maxBuffer: 1e9 });
    expect([0, 1]).toContain(status);
    expect((JSON.parse(stdout) as readonly { readonly file: string }[]).map(({ file }) => file)).toEqual(files);
  });

  it("are told as they come, in one array that is the same as if it were told at once", async () => {
    const files = [join(folder, "a.xlsx"), join(folder, "bad.xlsx"), join(folder, "b.xlsx")];
    for (const file of files) writeFileSync(file, file.includes("bad") ? "x" : await workbookOf(namedSheet("phu-my")));
    const told: string[] = [];
    const status = await main(["check", ...files, "--json"], { out: (text) => told.push(text), error: () => undefined, language: "vi" });
    expect(status).toBe(2);
    expect(told).toHaveLength(files.length + 1);
    const reports = JSON.parse(told.join("\n")) as readonly { readonly file: string }[];
    expect(reports.map(({ file }) => file)).toEqual(files);
    expect(told.join("\n")).toBe(JSON.stringify(reports, null, 2));
  });
});
