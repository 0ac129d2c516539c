import { execFileSync, spawnSync } from "node:child_process";
import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const root = join(__dirname, "../..");
const manifest = join(root, "manifest.xml");
const id = /<Id>([^<]+)</.exec(readFileSync(manifest, "utf8"))![1]!;

describe("sideloading", () => {
  let home: string;
  beforeEach(() => void (home = mkdtempSync(join(tmpdir(), "sideload-"))));
  afterEach(() => rmSync(home, { recursive: true }));

  const sideload = (...options: readonly string[]): string =>
    execFileSync(process.execPath, [join(root, "scripts/sideload.mjs"), ...options], {
      env: { HOME: home, PATH: `${home}:${process.env.PATH}` },
      encoding: "utf8",
    });

  it("lays the manifest where Excel for Mac looks, and takes it away again", () => {
    const folder = join(home, "Library/Containers/com.microsoft.Excel/Data/Documents/wef");
    sideload("--platform=darwin");
    expect(readFileSync(join(folder, `${id}.manifest.xml`), "utf8")).toBe(readFileSync(manifest, "utf8"));
    sideload("--platform=darwin", "--remove");
    expect(readdirSync(folder)).toEqual([]);
  });

  it("writes the manifest into the registry where Excel for Windows looks, and takes it away again", () => {
    const log = join(home, "log");
    writeFileSync(join(home, "reg"), `#!/bin/sh\nprintf "%s\\n" "$*" >> ${log}\n`);
    chmodSync(join(home, "reg"), 0o755);
    sideload("--platform=win32");
    sideload("--platform=win32", "--remove");
    const key = String.raw`HKCU\SOFTWARE\Microsoft\Office\16.0\WEF\Developer /v ${id}`;
    expect(readFileSync(log, "utf8").trim().split("\n")).toEqual([`add ${key} /t REG_SZ /d ${manifest} /f`, `delete ${key} /f`]);
  });

  it("elsewhere says how it is done in Excel on the web", () => {
    expect(sideload("--platform=linux")).toContain("Upload My Add-in");
  });

  it("says what is wrong with a manifest that is not there", () => {
    const { status, stderr } = spawnSync(process.execPath, [join(root, "scripts/sideload.mjs"), "không-có.xml", "--platform=darwin"], { env: { HOME: home }, encoding: "utf8" });
    expect(status).toBe(1);
    expect(stderr).toContain("không-có.xml");
    expect(stderr).not.toContain("    at ");
  });
});
