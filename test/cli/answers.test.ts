import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { main } from "../../src/cli/main";
import { withCells } from "../fixtures/sheetFromText";
import { namedSheet, workbookOf } from "../fixtures/workbookOf";

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "kstt-answers-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const at = (name: string): string => join(folder, name);

async function kstt(...words: readonly string[]): Promise<{ readonly status: number; readonly out: string }> {
  let out = "";
  const status = await main(words, { out: (text) => (out += `${text}\n`), error: () => undefined, language: "vi" });
  return { status, out };
}

/** A file with Phú Mỹ's table, its two errors mended, with others planted. */
async function planted(name: string, cells: Readonly<Record<string, string>>): Promise<string> {
  writeFileSync(at(name), await workbookOf(withCells(namedSheet("phu-my"), { D12: "14", D13: "6", ...cells })));
  return at(name);
}

interface JsonChange {
  readonly cell: string;
  readonly to: unknown;
  readonly sure: string;
  readonly probability?: number;
  readonly way: number;
}

interface JsonFinding {
  readonly severity: string;
  readonly cells: readonly string[];
  readonly follows: readonly string[];
  readonly suggestions: readonly JsonChange[];
}

async function findings(path: string): Promise<readonly JsonFinding[]> {
  const { tables } = JSON.parse((await kstt("check", path, "--json")).out) as { readonly tables: readonly { readonly findings: readonly JsonFinding[] }[] };
  return tables.flatMap((table) => table.findings);
}

const FOLLOWED = { C10: "994", C16: "1697" };
const LIKELY = { H9: "0", H16: "968", I9: "0", I16: "9" };

describe("answers as JSON", () => {
  it("name the cells that follow, and how probable each is to three digits", async () => {
    const [finding] = await findings(await planted("followed.xlsx", FOLLOWED));
    expect(finding).toMatchObject({ cells: ["C10"], follows: ["C16"] });
    expect(finding!.suggestions.map(({ cell, to, sure, way }) => [cell, to, sure, way])).toEqual([
      ["C10", 949, "certain", 1],
      ["C16", 1652, "certain", 1],
    ]);
    for (const { probability } of finding!.suggestions) {
      expect(probability).toBeGreaterThan(0.9);
      expect(Math.round(probability! * 1000) / 1000).toBe(probability);
    }
  });

  it("say which changes belong together, the best way first", async () => {
    const [finding] = await findings(await planted("likely.xlsx", LIKELY));
    expect(finding!.suggestions.slice(0, 4).map(({ cell, sure, way }) => [cell, sure, way])).toEqual([
      ["H9", "likely", 1],
      ["H16", "likely", 1],
      ["J9", "possible", 2],
      ["J16", "possible", 2],
    ]);
  });

  it("leave out a probability where nothing was weighed, and name no followers where there are none", async () => {
    const notation = (await findings(await planted("clean.xlsx", {})))[0]!;
    expect(notation.follows).toEqual([]);
    expect(notation.suggestions[0]).not.toHaveProperty("probability");
  });
});

describe("answers for people", () => {
  it("tell the cells that follow beside the guilty one", async () => {
    const { out } = await kstt("check", await planted("followed.xlsx", FOLLOWED));
    expect(out).toMatch(/LỖI C10 \(sai theo: C16\) {2}.*phải là 949/);
    expect(out).toMatch(/→ .*949.* \[chắc chắn\]/);
  });

  it("tell how probable what is not certain is", async () => {
    expect((await kstt("check", await planted("likely.xlsx", LIKELY))).out).toMatch(/\[nhiều khả năng \d\d%\]\n.*\[có thể \d+%\]/);
  });
});

describe("kstt fix", () => {
  it("exchanges two cells together and says why once", async () => {
    const { status, out } = await kstt("fix", await planted("exchanged.xlsx", { H10: "9", I10: "940" }), "-o", at("out.xlsx"));
    expect(status).toBe(0);
    expect(out).toMatch(/^II\.06a!H10: 9 → 940 \[chắc chắn\] .*đổi chỗ.*$/m);
    expect(out).toMatch(/^II\.06a!I10: 940 → 9 \[chắc chắn\]$/m);
    expect((await kstt("check", at("out.xlsx"))).status).toBe(0);
  });

  it("mends two cells and the sum that follows both", async () => {
    const { status, out } = await kstt("fix", await planted("both.xlsx", { C9: "657", C10: "994", C16: "1679" }), "-o", at("out.xlsx"));
    expect(status).toBe(0);
    expect(out).toMatch(/C16: 1679 → 1652/);
  });
});
