import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

const root = join(__dirname, "..");
const path = join(root, "manifest.xml");
const xml = readFileSync(path, "utf8");
const DEVELOPMENT_URL = "https://localhost:3001/";

const every = (pattern: RegExp): readonly string[] => [...xml.matchAll(pattern)].map((match) => match[1]!);
const textsOf = (section: string): readonly { id: string; vi: string; en: string | undefined }[] => {
  const inside = new RegExp(`<bt:${section}>([^]*?)</bt:${section}>`).exec(xml)![1]!;
  return [...inside.matchAll(/<bt:String id="([^"]+)" DefaultValue="([^"]+)">([^]*?)<\/bt:String>/g)].map(([, id, vi, rest]) => ({
    id: id!,
    vi: vi!,
    en: /<bt:Override Locale="en-US" Value="([^"]+)"/.exec(rest!)?.[1],
  }));
};
const urls = every(/DefaultValue="(https:[^"]+)"/g);

/** Width and height, as a PNG's header says. */
function sizeOfPng(name: string): readonly [number, number] {
  const bytes = readFileSync(join(root, name));
  expect(bytes.subarray(1, 4).toString("latin1")).toBe("PNG");
  return [bytes.readUInt32BE(16), bytes.readUInt32BE(20)];
}

describe("the manifest", () => {
  it("is read by Microsoft's own reader, for Excel alone, able to write", () => {
    // In a process of its own: parts of the reader are ES modules only.
    const read = `import reader from "office-addin-manifest"; console.log(JSON.stringify(await reader.OfficeAddinManifest.readManifestFile(process.argv[1])));`;
    const manifest: Record<string, unknown> = JSON.parse(execFileSync(process.execPath, ["--input-type=module", "-e", read, path], { cwd: root, encoding: "utf8" }));
    expect(manifest).toMatchObject({ defaultLocale: "vi-VN", hosts: ["Workbook"], permissions: "ReadWriteDocument", officeAppType: "TaskPaneApp" });
    expect(manifest.id).toMatch(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
    expect(manifest.version).toMatch(/^\d+\.\d+\.\d+\.\d+$/);
  });

  it("asks for ExcelApi 1.9 wherever it asks", () => {
    expect(every(/<(?:bt:)?Set Name="ExcelApi" MinVersion="([^"]+)"/g)).toEqual(["1.9", "1.9"]);
  });

  it("has the five buttons, in Vietnamese and English", () => {
    const labels = textsOf("ShortStrings").filter(({ id }) => id !== "Group.Label");
    expect(labels.map(({ vi }) => vi)).toEqual(["Tạo biểu", "Tính cột tổng", "Kiểm tra", "Viết báo cáo", "Bỏ đánh dấu"]);
    expect(every(/<Control xsi:type="Button" id="([^"]+)"/g)).toHaveLength(5);
    expect(every(/\?action=([a-z]+)"/g)).toEqual(["scaffold", "compute", "check", "narrative"]);
    expect(new Set(every(/<TaskpaneId>([^<]+)</g)).size).toBe(1);
  });

  it("keeps every text within its length, and translated", () => {
    for (const { vi, en } of textsOf("ShortStrings")) for (const text of [vi, en!]) expect(text.length).toBeLessThanOrEqual(125);
    for (const { vi, en } of textsOf("LongStrings")) for (const text of [vi, en!]) expect(text.length).toBeLessThanOrEqual(250);
    const described = /<Description DefaultValue="([^"]+)">\s*<Override Locale="en-US" Value="([^"]+)"/.exec(xml)!;
    for (const text of described.slice(1)) expect(text.length).toBeLessThanOrEqual(250);
    expect([...textsOf("ShortStrings"), ...textsOf("LongStrings")].every(({ en }) => en !== undefined)).toBe(true);
  });

  it("names languages by full tags", () => {
    expect(new Set(every(/Locale="([^"]+)"/g))).toEqual(new Set(["en-US"]));
  });

  it("refers only to resources it has, uses all of them, and keeps their ids within 32 characters", () => {
    const ids = every(/<bt:(?:Image|Url|String) id="([^"]+)"/g);
    expect(new Set(ids).size).toBe(ids.length);
    expect(new Set(every(/resid="([^"]+)"/g))).toEqual(new Set(ids));
    expect(ids.every((id) => id.length <= 32)).toBe(true);
  });

  it("points to icons that exist in the size they are for", () => {
    for (const [, size, icon] of xml.matchAll(/<bt:Image id="Icon\.(\d+)" DefaultValue="https:\/\/localhost:3001\/([^"]+)"/g)) {
      expect(sizeOfPng(icon!)).toEqual([Number(size), Number(size)]);
    }
    expect(sizeOfPng(/<IconUrl DefaultValue="[^"]+\/(assets\/[^"]+)"/.exec(xml)![1]!)).toEqual([32, 32]);
    expect(sizeOfPng(/<HighResolutionIconUrl DefaultValue="[^"]+\/(assets\/[^"]+)"/.exec(xml)![1]!)).toEqual([64, 64]);
  });

  it("points to pages and icons of one address, which a release build replaces, and to nothing else but the help page", () => {
    expect(urls.filter((url) => !url.startsWith(DEVELOPMENT_URL))).toEqual([/<SupportUrl DefaultValue="([^"]+)"/.exec(xml)![1]!]);
    expect(xml.replaceAll(DEVELOPMENT_URL, "https://x.gov.vn/kstt/")).not.toContain("localhost");
  });

  it("points only to pages the build makes", () => {
    const pages = new Set(urls.map((url) => new URL(url).pathname.slice(1)).filter((page) => page.endsWith(".html")));
    expect(pages).toEqual(new Set(["taskpane.html", "commands.html"]));
    const build = readFileSync(join(root, "webpack.config.js"), "utf8");
    for (const page of pages) {
      const name = page.replace(".html", "");
      expect(build).toMatch(new RegExp(`page\\("${name}"`));
      expect(existsSync(join(root, "src", name, page))).toBe(true);
    }
  });

  it("names the one ribbon function there is", () => {
    const commands = readFileSync(join(root, "src/commands/commands.ts"), "utf8");
    for (const name of every(/<FunctionName>([^<]+)</g)) expect(commands).toContain(`associate("${name}"`);
  });
});
