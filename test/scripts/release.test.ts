import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { strFromU8, unzipSync, type Unzipped } from "fflate";

const PROJECT = join(__dirname, "../..");
const { version } = JSON.parse(readFileSync(join(PROJECT, "package.json"), "utf8")) as { version: string };
const URL_GIVEN = "https://kstt.example.gov.vn/bao-cao";
const script = join(PROJECT, "scripts/release.mjs");

describe("the release", () => {
  let folder: string;
  let said: string;
  let files: Unzipped;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), "kstt-release-test-"));
    said = execFileSync(process.execPath, [script, "--url", URL_GIVEN, "--output", folder], { cwd: PROJECT, encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] });
    files = unzipSync(readFileSync(join(folder, `kstt-${version}.zip`)));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const text = (path: string): string => strFromU8(files[path]!);
  const policyOf = (page: string): string => /Content-Security-Policy"? content="([^"]+)"/.exec(text(page))![1]!;

  it("is one zip named by its version, and says where it is", () => {
    expect(said.trim()).toBe(join(folder, `kstt-${version}.zip`));
    expect(readdirSync(folder)).toEqual([`kstt-${version}.zip`]);
  });

  it("holds two folders of pages, two manifests and how to go on", () => {
    expect([...new Set(Object.keys(files).map((path) => path.split("/")[0]))].sort()).toEqual(["deploy.md", "manifest.localhost.xml", "manifest.xml", "web", "web-closed-network"]);
    for (const variant of ["web", "web-closed-network"]) {
      for (const page of ["taskpane.html", "commands.html", "demo.html"]) {
        const asked = [...text(`${variant}/${page}`).matchAll(/<(?:script|link)\b[^>]*?\b(?:src|href)="?([^"\s>]+)/g)].map(([, address]) => address!);
        const missing = asked.filter((address) => !address.startsWith("https://appsforoffice.microsoft.com/")).filter((address) => !files[`${variant}/${address}`]);
        expect(missing).toEqual([]);
      }
    }
  });

  it("loads Office.js from Microsoft in one and from its own copy in the other", () => {
    expect(text("web/taskpane.html")).toContain("https://appsforoffice.microsoft.com/lib/1/hosted/office.js");
    expect(Object.keys(files).filter((path) => path.startsWith("web/office-js/"))).toEqual([]);
    for (const page of ["taskpane", "commands", "demo"]) expect(text(`web-closed-network/${page}.html`)).not.toMatch(/https?:\/\//);
    expect(files["web-closed-network/office-js/office.js"]!.length).toBeGreaterThan(50_000);
  });

  it("allows each page what it needs and nothing else", () => {
    expect(policyOf("web/taskpane.html")).toMatch(/^default-src 'none'; script-src 'self' https:\/\/appsforoffice\.microsoft\.com;.*connect-src 'self';.*form-action 'none'$/);
    expect(policyOf("web-closed-network/taskpane.html")).toMatch(/^default-src 'none'; script-src 'self';.*connect-src 'self';/);
    expect(policyOf("web/demo.html")).toMatch(/script-src 'self';.*connect-src 'none';/);
    for (const page of Object.keys(files).filter((path) => path.endsWith(".html"))) expect(policyOf(page)).not.toMatch(/unsafe-eval|\*|http:|ws:|style-src [^;]*unsafe-inline/);
  });

  it("points its manifest to the address given, and the other to this computer", () => {
    const manifest = text("manifest.xml");
    expect(manifest).not.toContain('"https://localhost');
    expect(manifest).toContain(`<SourceLocation DefaultValue="${URL_GIVEN}/taskpane.html"/>`);
    expect(manifest).toContain(`<SupportUrl DefaultValue="${URL_GIVEN}/demo.html"/>`);
    expect(manifest).toContain(`<Version>${version}.0</Version>`);
    expect(text("manifest.localhost.xml")).toContain('<SourceLocation DefaultValue="https://localhost:3001/taskpane.html"/>');
  });

  it.each([
    ["no address", [], /Say where the pages will lie/],
    ["an address that is not https", ["--url", "http://kstt.example.gov.vn/"], /over https only/],
    ["no address at all", ["--url", "kstt"], /is not an address/],
    ["a page instead of a folder", ["--url", "https://kstt.example.gov.vn/taskpane.html"], /the folder of the pages/],
    ["an option it does not have", ["--urls", "https://kstt.example.gov.vn/"], /--urls/],
  ])("says what is missing for %s", (_, options, words) => {
    const { status, stderr } = spawnSync(process.execPath, [script, ...options], { cwd: PROJECT, encoding: "utf8" });
    expect(status).toBe(1);
    expect(stderr).toMatch(words);
    expect(stderr).not.toMatch(/\n\s+at /);
  });
});
