import { spawn, spawnSync } from "node:child_process";
import { chmodSync, chownSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, symlinkSync, utimesSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { draftBeside } from "../../src/cli/drafts";
import { main } from "../../src/cli/main";
import { OutputFile } from "../../src/cli/OutputFile";
import { namedSheet, workbookOf } from "../fixtures/workbookOf";

const ROOT = join(__dirname, "../..");
const isPosix = process.platform !== "win32";
const isRoot = process.getuid?.() === 0;
const onPosix = isPosix ? it : it.skip;

let folder: string;
let source: string;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "files-"));
  source = at("phu-my.xlsx");
  writeFileSync(source, await workbookOf(namedSheet("phu-my")));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const at = (name: string): string => join(folder, name);
const drafts = (): readonly string[] => readdirSync(folder).filter((name) => name.endsWith(".tmp"));

async function kstt(...words: readonly string[]): Promise<{ readonly status: number; readonly out: string; readonly error: string }> {
  let [out, error] = ["", ""];
  const status = await main(words, { out: (text) => (out += `${text}\n`), error: (text) => (error += `${text}\n`), language: "vi" });
  return { status, out, error };
}

/** Things in a file system that are no files. */
const OTHERS: readonly (readonly [string, () => string | Promise<string>])[] = [
  ["a folder", () => (mkdirSync(at("folder")), at("folder"))],
  ["a device", () => "/dev/null"],
  ["a device that never ends", () => "/dev/zero"],
  ["a pipe nobody writes into", () => (spawnSync("mkfifo", [at("pipe")]), at("pipe"))],
  ["a link to such a pipe", () => (spawnSync("mkfifo", [at("pipe")]), symlinkSync(at("pipe"), at("link")), at("link"))],
  ["a socket", socket],
];

/** A socket's file stays when its server is gone without a word; here it goes with the folder. */
async function socket(): Promise<string> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(at("socket"), resolve));
  server.unref();
  return at("socket");
}

describe("what is no file", () => {
  (isPosix ? it.each(OTHERS) : it.skip.each(OTHERS))("is not read: %s", async (_, make) => {
    const said = await kstt("check", await make());
    expect(said).toMatchObject({ status: 2, out: "" });
    expect(said.error).toMatch(/không phải tệp.*\n$/);
  });

  (isPosix ? it.each(OTHERS) : it.skip.each(OTHERS))("is not written: %s", async (_, make) => {
    const said = await kstt("mark", source, "-o", await make());
    expect(said).toMatchObject({ status: 2, out: "" });
    expect(said.error).toMatch(/Không ghi được tệp kết quả.*không phải tệp.*\n$/);
  });

  it.each([
    ["as what is read", () => ["check", ""]],
    ["as the result", () => ["mark", source, "-o", ""]],
    ["as the report", () => ["check", source, "--narrative", ""]],
    ["as the list of fields", () => ["new", "ii-06a", "-o", at("new.xlsx"), "--fields", ""]],
    ["as the tables", () => ["localize", "--jsonl", ""]],
  ])("an empty name is told %s", async (_, words) => {
    expect(await kstt(...words())).toEqual({ status: 2, out: "", error: expect.stringMatching(/^Tên tệp để trống\. .+\n$/) as string });
  });

  onPosix("a link in a circle is told", async () => {
    symlinkSync(at("one"), at("other"));
    symlinkSync(at("other"), at("one"));
    expect(await kstt("mark", source, "-o", at("one"))).toMatchObject({ status: 2, out: "" });
  });
});

describe("a result that is there already", () => {
  const OLD = "cũ";
  beforeEach(() => writeFileSync(at("out.xlsx"), OLD));

  it("is left alone where it is read-only, by the superuser as well", async () => {
    chmodSync(at("out.xlsx"), 0o444);
    const said = await kstt("mark", source, "-o", at("out.xlsx"));
    expect(said).toMatchObject({ status: 2, out: "" });
    expect(said.error).toContain("chỉ cho đọc");
    expect(readFileSync(at("out.xlsx"), "utf8")).toBe(OLD);
  });

  it("is left alone where somebody changed it meanwhile", async () => {
    const output = await OutputFile.at(at("out.xlsx"));
    writeFileSync(at("out.xlsx"), "mới");
    await expect(output.write(new Uint8Array(5))).rejects.toMatchObject({ trouble: { what: { vi: expect.stringContaining("thay đổi") as string } } });
    expect(readFileSync(at("out.xlsx"), "utf8")).toBe("mới");
    expect(drafts()).toEqual([]);
  });

  it("is left alone where somebody put it there or took it away meanwhile", async () => {
    const [fresh, gone] = [await OutputFile.at(at("fresh.xlsx")), await OutputFile.at(at("out.xlsx"))];
    writeFileSync(at("fresh.xlsx"), "mới");
    rmSync(at("out.xlsx"));
    await expect(fresh.write(new Uint8Array(5))).rejects.toThrow("meanwhile");
    await expect(gone.write(new Uint8Array(5))).rejects.toThrow("meanwhile");
    expect(readFileSync(at("fresh.xlsx"), "utf8")).toBe("mới");
    expect([existsSync(at("out.xlsx")), drafts()]).toEqual([false, []]);
  });

  (isRoot ? it : it.skip)("keeps its owner and its permissions", async () => {
    chownSync(at("out.xlsx"), 12345, 23456);
    chmodSync(at("out.xlsx"), 0o664);
    expect((await kstt("mark", source, "-o", at("out.xlsx"))).status).toBe(1);
    expect(statSync(at("out.xlsx"))).toMatchObject({ uid: 12345, gid: 23456, mode: 0o100664 });
  });

  onPosix("behind a link that leads nowhere yet, it is made where the link leads", async () => {
    symlinkSync("later.xlsx", at("link.xlsx"));
    expect((await kstt("mark", source, "-o", at("link.xlsx"))).status).toBe(1);
    expect((await kstt("check", at("later.xlsx"))).out).toContain("D12");
  });

  onPosix("stays whole where there is no room for the new one", () => {
    // No file may grow beyond 1 block: as on a full disk, writing stops in the middle.
    const full = spawnSync("sh", ["-c", `trap "" XFSZ; ulimit -f 1; exec "${process.execPath}" --import tsx src/cli/kstt.ts mark "${source}" -o "${at("out.xlsx")}"`], { cwd: ROOT, encoding: "utf8" });
    expect(full).toMatchObject({ status: 2, stdout: "" });
    expect(full.stderr).toMatch(/^.*Không ghi được tệp kết quả.*\n$/);
    expect(readFileSync(at("out.xlsx"), "utf8")).toBe(OLD);
    expect(drafts()).toEqual([]);
  });
});

describe("drafts", () => {
  const OLD = new Date(Date.now() - 2 * 3_600_000);

  /** A process of that number has ended. */
  async function deadProcess(): Promise<number> {
    const child = spawn(process.execPath, ["-e", ""]);
    await new Promise((resolve) => child.on("exit", resolve));
    return child.pid!;
  }

  it("left by a kill are cleared with the next result, and no other", async () => {
    const own = draftBeside(at("x"));
    const dead = own.replace(`-${process.pid}-`, `-${await deadProcess()}-`);
    const elsewhere = own.replace(/kstt-[0-9a-f]{8}/, "kstt-00000000");
    const old = elsewhere.replace(/[0-9a-f]{12}\.tmp/, "000000000000.tmp");
    for (const path of [own, dead, elsewhere, old, at(".kstt-notes.tmp")]) writeFileSync(path, "");
    for (const path of [old, at(".kstt-notes.tmp")]) utimesSync(path, OLD, OLD);
    mkdirSync(dead.replace(/[0-9a-f]{12}\.tmp/, "ffffffffffff.tmp"));
    await kstt("mark", source, "-o", at("out.xlsx"));
    expect([own, dead, elsewhere, old, at(".kstt-notes.tmp")].map(existsSync)).toEqual([true, false, true, false, true]);
    expect(existsSync(dead.replace(/[0-9a-f]{12}\.tmp/, "ffffffffffff.tmp"))).toBe(true);
  });

  it("checking clears none, for it writes nothing", async () => {
    const dead = draftBeside(at("x")).replace(`-${process.pid}-`, `-${await deadProcess()}-`);
    writeFileSync(dead, "");
    await kstt("check", source);
    expect(existsSync(dead)).toBe(true);
  });
});
