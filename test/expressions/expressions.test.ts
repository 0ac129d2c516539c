import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { expressionsOf } from "./expressionsOf";
import { slowOn } from "./slowOn";

const ROOT = join(__dirname, "../..");
const said = expressionsOf("src");

/** "src/a.ts:3 /x+$/ on x x x …" */
async function told(where: string, expression: RegExp): Promise<readonly string[]> {
  const attack = await slowOn(expression);
  return attack ? [`${where} ${String(expression)} on ${JSON.stringify(attack)}`] : [];
}

describe("how slow expressions are found", () => {
  it.each(["\\s+$", "\\d+x", "^\\s*x?\\s*$", "^(?:a+)+$", "<!--[^]*?-->", "<w:t(?:\\s[^>]*)?>([^<]*)</w:t>"])(
    "%s takes time by more than the length of a text, and is found",
    async (source) => expect(await slowOn(new RegExp(source))).toBeDefined(),
  );

  it.each(["\\s+", "^\\s+", "\\d{1,15}x", "<[^<>]*>", '"(?:[^"]|"")*"', "[a-z]+"])("%s does not, and is left alone", async (source) =>
    expect(await slowOn(new RegExp(source))).toBeUndefined(),
  );
});

describe("every expression written down", () => {
  it("is found", () => expect(said.flatMap(({ literals }) => literals).length).toBeGreaterThan(300));

  it.each(said.map((each) => [each.file, each.literals] as const))("takes time by the length of a text only: %s", async (file, literals) => {
    const slow: string[] = [];
    for (const { line, expression } of literals) slow.push(...(await told(`${file}:${line}`, expression)));
    expect(slow).toEqual([]);
  });
});

describe("every expression built of a text", () => {
  /** By where it is built, "src/a.ts:3", as long as the product is loaded and reads what it reads. */
  const built = new Map<string, Map<string, RegExp>>();
  const Plain = globalThis.RegExp;

  beforeAll(async () => {
    const seen = (expression: RegExp): RegExp => {
      const [, path = "", line] = /\/(src\/[^:)]+):(\d+)/.exec(new Error().stack ?? "") ?? [];
      const where = `${relative(ROOT, join(ROOT, path))}:${line}`;
      if (path !== "") built.set(where, (built.get(where) ?? new Map()).set(String(expression), expression));
      return expression;
    };
    globalThis.RegExp = new Proxy(Plain, { construct: (_, [source, flags]) => seen(new Plain(source, flags)), apply: (_, __, [source, flags]) => seen(new Plain(source, flags)) });
    const { Lexicon } = await import("../../src/core/stated/Lexicon");
    const { VOCABULARY } = await import("../../src/vocabulary/vocabulary");
    const { fieldName, unitName } = await import("../../src/core/words/unitName");
    const { prefixedAttribute } = await import("../../src/xlsx/xml/text");
    const { openWorkbookFile } = await import("../../src/xlsx/openWorkbookFile");
    const { REPORT_WORDS } = await import("../../src/vocabulary/reportWords");
    Lexicon.of(VOCABULARY);
    Lexicon.of(REPORT_WORDS.vocabulary);
    unitName("UBND PHƯỜNG PHÚ SƠN");
    fieldName("Hộ tịch");
    prefixedAttribute('<sheet r:id="rId1"/>', "id");
    const workbook = await openWorkbookFile(new Uint8Array(readFileSync(join(ROOT, "test/fixtures/kept-before.xlsx"))), "kept-before.xlsx");
    const { SILENT } = await import("../../src/core/sheet/WorkbookPort");
    for (const { name } of await workbook.read(SILENT)) await (workbook as unknown as { look(sheet: string): Promise<unknown> }).look(name);
  });
  afterAll(() => void (globalThis.RegExp = Plain));

  it("is met: each place that builds one has built some", () => {
    expect([...built.keys()].sort()).toEqual(said.flatMap(({ file, built: lines }) => [...new Set(lines)].map((line) => `${file}:${line}`)).sort());
  });

  it("takes time by the length of a text only", async () => {
    const slow: string[] = [];
    for (const [where, expressions] of built) for (const expression of expressions.values()) slow.push(...(await told(where, expression)));
    expect(slow).toEqual([]);
  });

  it("passes the lint that those written down pass", () => {
    const lines = [...built.values()].flatMap((expressions) => [...expressions.values()].map((expression) => `void ${String(expression)}.test("");`));
    expect(lines.length).toBeGreaterThan(40);
    // As the last, one that does not pass.
    const linted = spawnSync(process.execPath, [join(ROOT, "node_modules/eslint/bin/eslint.js"), "--stdin", "--stdin-filename", join(ROOT, "src/core/built.ts"), "--format", "json"], {
      cwd: ROOT,
      input: [...lines, 'void /a+$/.test("");'].join("\n"),
      encoding: "utf8",
    });
    const [file] = JSON.parse(linted.stdout) as readonly { readonly messages: readonly { readonly ruleId: string | null; readonly line: number }[] }[];
    const faults = file!.messages.filter(({ ruleId }) => ruleId?.startsWith("regexp/"));
    expect(faults.map(({ line }) => lines[line - 1] ?? "the last")).toEqual(["the last"]);
  });
});
