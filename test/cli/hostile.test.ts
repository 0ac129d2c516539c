import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { LIBRARY } from "../../src/library";
import { main } from "../../src/cli/main";
import { DEEP, VAST, type HostileFile } from "../fixtures/hostileFiles";
import { namedSheet, workbookOf } from "../fixtures/workbookOf";

jest.mock("../../src/library", () => {
  const { LIBRARY: library } = jest.requireActual<{ readonly LIBRARY: object }>("../../src/library");
  return { LIBRARY: { ...library } };
});

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "kstt-hostile-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function fileOf(name: string, bytes: Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, bytes);
  return path;
}

async function kstt(...words: readonly string[]): Promise<{ readonly status: number; readonly out: string; readonly error: string }> {
  let [out, error] = ["", ""];
  const status = await main(words, { out: (text) => (out += `${text}\n`), error: (text) => (error += `${text}\n`), language: "vi" });
  return { status, out, error };
}

/** All of them at once in one process, which is killed where one hangs: so long takes what cost the square before, many times over. */
const KILLED_AFTER_MS = 600_000;

function checkAll(files: readonly HostileFile[]): readonly { readonly file: string; readonly unreadable?: string }[] {
  const paths = files.map(({ name, ending, bytes }, index) => fileOf(`${index} ${name}.${ending}`, bytes()));
  const child = spawnSync(process.execPath, ["--import", "tsx", "src/cli/kstt.ts", "check", ...paths, "--json"], { encoding: "utf8", timeout: KILLED_AFTER_MS, killSignal: "SIGKILL", maxBuffer: 2 ** 28 });
  expect(child.signal).toBeNull();
  expect(child.stderr).not.toMatch(/^\s+at /m);
  return JSON.parse(child.stdout) as ReturnType<typeof checkAll>;
}

describe("a file that asks for more than it holds", () => {
  it.each([["areas beyond what stands in them", VAST], ["what leads to itself or goes too deep", DEEP]] as const)("spoils no batch: %s", (_kind, files) => {
    const reports = checkAll(files);
    expect(reports).toHaveLength(files.length);
    for (const { file, unreadable = file } of reports) {
      expect(unreadable).toContain(file.slice(folder.length + 1));
      expect(unreadable).not.toMatch(/ngoài dự kiến|call stack|Maximum|Invalid/);
    }
  }, KILLED_AFTER_MS + 60_000);
});

describe("what nobody expected", () => {
  const recognise = LIBRARY.recognise;
  const checksOf = LIBRARY.checksOf;
  const changed = LIBRARY as { -readonly [Key in keyof typeof LIBRARY]: (typeof LIBRARY)[Key] };
  afterEach(() => Object.assign(changed, { recognise, checksOf }));

  it("in one of three files leaves the others their reports and names the file", async () => {
    const good = fileOf("good.xlsx", await workbookOf(namedSheet("phu-my")));
    const bad = fileOf("bad.xlsx", await workbookOf(namedSheet("phu-son", "xấu")));
    changed.recognise = (tables) => {
      if (tables.some(({ sheet }) => sheet === "xấu")) throw new RangeError("Invalid string length");
      return recognise(tables);
    };
    const { status, out, error } = await kstt("check", good, bad, good, "--json");
    const reports = JSON.parse(out) as readonly { readonly file: string; readonly tables?: readonly unknown[]; readonly unreadable?: string }[];
    expect(reports.map(({ file, tables, unreadable }) => [file, tables?.length, unreadable !== undefined])).toEqual([[good, 1, false], [bad, undefined, true], [good, 1, false]]);
    expect(reports[1]!.unreadable).toMatch(/bad\.xlsx.*Trang “xấu”.*sự cố ngoài dự kiến \(Invalid string length\)/);
    expect(error.trim().split("\n")).toHaveLength(1);
    expect(status).toBe(2);
  });

  it("on one sheet leaves the tables of the others checked", async () => {
    const file = fileOf("two.xlsx", await workbookOf(namedSheet("phu-my", "A"), namedSheet("phu-son", "B")));
    changed.recognise = (tables) => {
      if (tables.some(({ sheet }) => sheet === "A")) throw new TypeError("x is not a function");
      return recognise(tables);
    };
    const { out } = await kstt("check", file, "--json");
    const { tables, unrecognised } = JSON.parse(out) as { readonly tables: readonly { readonly sheet: string }[]; readonly unrecognised: readonly { readonly sheet: string; readonly why: string }[] };
    expect(tables.map(({ sheet }) => sheet)).toEqual(["B"]);
    expect(unrecognised).toEqual([{ sheet: "A", why: "Chưa kiểm tra được do sự cố ngoài dự kiến (x is not a function). Hãy gửi tệp này cho bộ phận hỗ trợ." }]);
  });

  it("in one check of a table is told of that table, and the other checks go on", async () => {
    const file = fileOf("check.xlsx", await workbookOf(namedSheet("phu-my", "A"), namedSheet("phu-son", "B")));
    changed.checksOf = (table) =>
      checksOf(table).map((check) => (check.id === "unseen" ? { ...check, judge: (judged, context) => {
        if (judged.sheet === "A") throw new TypeError("no such thing");
        return check.judge(judged, context);
      } } : check));
    const { out } = await kstt("check", file, "--json");
    const { tables } = JSON.parse(out) as { readonly tables: readonly { readonly checks: { readonly pass: number; readonly broken: number }; readonly findings: readonly { readonly severity: string; readonly message: string }[] }[] };
    expect(tables.map(({ checks }) => [checks.broken, checks.pass > 0])).toEqual([[1, true], [0, true]]);
    expect(tables[0]!.findings.filter(({ message }) => message.includes("no such thing"))).toMatchObject([{ severity: "warning" }]);
    expect((await kstt("check", file)).out).toMatch(/1 hỏng[^]*CẢNH BÁO.*chưa được kiểm tra hết.*no such thing/);
  });

  it.each(["mark", "fix", "compute", "narrative"])("is told by %s with the file's name", async (command) => {
    const file = fileOf(`${command}.xlsx`, await workbookOf(namedSheet("phu-my")));
    changed.recognise = () => {
      throw new RangeError("Maximum call stack size exceeded");
    };
    const { status, error } = await kstt(command, file, "-o", join(folder, `out-${command}.xlsx`));
    expect([status, error.trim().split("\n").length]).toEqual([2, 1]);
    expect(error).toContain(`${command}.xlsx`);
  });
});
