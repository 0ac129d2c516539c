import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const root = join(__dirname, "..");
const xml = readFileSync(join(root, "manifest.xml"), "utf8");
const every = (pattern: RegExp): readonly string[] => [...xml.matchAll(pattern)].map((match) => match[1]!);

/** `npm run validate` on a manifest, checked against the project's own files. */
function validate(content: string): { readonly status: number | null; readonly said: string } {
  const folder = mkdtempSync(join(tmpdir(), "kstt-manifest-"));
  try {
    writeFileSync(join(folder, "manifest.xml"), content);
    const { status, stdout } = spawnSync(process.execPath, [join(root, "scripts/validateManifest.mjs"), join(folder, "manifest.xml")], { cwd: root, encoding: "utf8" });
    return { status, said: stdout };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

describe("the manifest", () => {
  it("passes every check there is without Excel", () => {
    expect(validate(xml)).toMatchObject({ status: 0, said: expect.stringContaining("nothing wrong") });
  });

  it("passes them for another address, too", () => {
    expect(validate(xml.replaceAll("https://localhost:3001/", "https://x.gov.vn/kstt/"))).toMatchObject({ status: 0 });
  });

  it.each<[string, (manifest: string) => string, RegExp]>([
    ["is no XML", (each) => each.slice(0, 500), /Microsoft's reader/],
    ["may only read", (each) => each.replace("ReadWriteDocument", "ReadDocument"), /permissions is "ReadDocument"/],
    ["has no version of four numbers", (each) => each.replace(/<Version>[^<]+/, "<Version>1.0"), /four numbers/],
    ["asks for another requirement set", (each) => each.replace('MinVersion="1.9"/>', 'MinVersion="1.1"/>'), /ExcelApi 1\.9/],
    ["has a text that is too long", (each) => each.replace("Báo cáo TTHC\"", `${"x".repeat(126)}"`), /Group\.Label is longer than 125/],
    ["has a text in Vietnamese only", (each) => each.replace('<bt:Override Locale="en-US" Value="Check"/>', ""), /Check\.Label has no English/],
    ["names a language by half its tag", (each) => each.replaceAll('Locale="en-US"', 'Locale="en"'), /full tag/],
    ["uses a resource that is not there", (each) => each.replace('resid="Check.Tip"', 'resid="Check.Hint"'), /no resource Check\.Hint/],
    ["has an icon of another size", (each) => each.replace("assets/icon-80.png", "assets/icon-64.png"), /64 × 64, not 80 × 80/],
    ["has an icon that is not there", (each) => each.replace("assets/icon-16.png", "assets/icon-17.png"), /icon-17\.png is not there/],
    ["points elsewhere", (each) => each.replace("https://localhost:3001/commands.html", "https://example.org/commands.html"), /not under https:\/\/localhost/],
    ["points to a page that is not made", (each) => each.replace("/commands.html", "/command.html"), /page command\.html is not there/],
    ["is not served over https", (each) => each.replaceAll("https://localhost", "http://localhost"), /is not https/],
  ])("is turned down when it %s", (_, spoil, words) => {
    const spoilt = spoil(xml);
    expect(spoilt).not.toBe(xml);
    expect(validate(spoilt)).toMatchObject({ status: 1, said: expect.stringMatching(words) });
  });

  it("has the version of the package", () => {
    const { version } = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as { version: string };
    expect(every(/<Version>([^<]+)</g)).toEqual([`${version}.0`]);
  });

  it("has the five buttons, in Vietnamese and English, four of them opening one pane with their action", () => {
    const labels = [...xml.matchAll(/<bt:String id="\w+\.Label" DefaultValue="([^"]+)">\s*<bt:Override Locale="en-US" Value="([^"]+)"/g)].map(([, vi, en]) => `${vi} / ${en}`);
    expect(labels).toEqual([
      "Báo cáo TTHC / TTHC reports",
      "Tạo biểu / New form",
      "Tính cột tổng / Fill totals",
      "Kiểm tra / Check",
      "Viết báo cáo / Write report",
      "Bỏ đánh dấu / Clear marks",
    ]);
    expect(every(/<Control xsi:type="Button" id="([^"]+)"/g)).toHaveLength(5);
    expect(every(/\?action=([a-z]+)"/g)).toEqual(["scaffold", "compute", "check", "narrative"]);
    expect(new Set(every(/<TaskpaneId>([^<]+)</g)).size).toBe(1);
  });

  it("names the one ribbon function there is", () => {
    const commands = readFileSync(join(root, "src/commands/commands.ts"), "utf8");
    for (const name of every(/<FunctionName>([^<]+)</g)) expect(commands).toContain(`associate("${name}"`);
  });
});
