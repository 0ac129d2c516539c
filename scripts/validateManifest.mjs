// `npm run validate [-- manifest.xml] [--files=folder] [--online]`: what can be seen of a manifest without Excel. Microsoft's
// own validation needs its online service: `--online` asks it, too.
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import manifests from "office-addin-manifest";

const PROJECT = fileURLToPath(new URL("..", import.meta.url));
const EXPECTED = { defaultLocale: "vi-VN", permissions: "ReadWriteDocument", officeAppType: "TaskPaneApp" };
/** The most characters Office takes. */
const LONGEST = { ShortStrings: 125, LongStrings: 250, description: 250, resource: 32 };

const every = (xml, pattern) => [...xml.matchAll(pattern)].map(([, found]) => found);

/** What is wrong with a manifest, a sentence each. `files` is the folder that is served at the manifest's address. */
export async function faultsOf(path, files = PROJECT) {
  const xml = readFileSync(path, "utf8");
  return [...(await unreadable(path)), ...requirements(xml), ...texts(xml), ...resources(xml), ...addresses(xml), ...icons(xml, files), ...pages(xml, files)];
}

async function unreadable(path) {
  try {
    const read = await manifests.OfficeAddinManifest.readManifestFile(path);
    const faults = Object.entries(EXPECTED).filter(([key, value]) => read[key] !== value).map(([key, value]) => `${key} is "${read[key]}", not "${value}".`);
    if (read.hosts?.join() !== "Workbook") faults.push(`It is for ${read.hosts?.join(", ")}, not for Workbook alone.`);
    if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(read.id ?? "")) faults.push(`The id "${read.id}" is no GUID.`);
    if (!/^\d+(\.\d+){3}$/.test(read.version ?? "")) faults.push(`The version "${read.version}" is not four numbers.`);
    return faults;
  } catch (error) {
    return [`Microsoft's reader cannot read it: ${error instanceof Error ? error.message.split("\n")[0] : error}`];
  }
}

function requirements(xml) {
  const sets = every(xml, /<(?:bt:)?Set Name="ExcelApi" MinVersion="([^"]+)"/g);
  return sets.join() === "1.9,1.9" ? [] : [`It must ask for ExcelApi 1.9 for the pane and for the buttons, not for ${sets.join(" and ") || "nothing"}.`];
}

function texts(xml) {
  const faults = ["ShortStrings", "LongStrings"].flatMap((section) => {
    const inside = new RegExp(`<bt:${section}>([^]*?)</bt:${section}>`).exec(xml)?.[1] ?? "";
    return [...inside.matchAll(/<bt:String id="([^"]+)" DefaultValue="([^"]+)">([^]*?)<\/bt:String>/g)].flatMap(([, id, vi, rest]) => {
      const en = /<bt:Override Locale="en-US" Value="([^"]+)"/.exec(rest)?.[1];
      if (!en) return [`${id} has no English text.`];
      return [vi, en].filter((text) => text.length > LONGEST[section]).map((text) => `${id} is longer than ${LONGEST[section]} characters: ${text.length}.`);
    });
  });
  const described = /<Description DefaultValue="([^"]+)">\s*<Override Locale="en-US" Value="([^"]+)"/.exec(xml)?.slice(1) ?? [];
  if (described.length < 2) faults.push("The description is not there in both languages.");
  faults.push(...described.filter((text) => text.length > LONGEST.description).map((text) => `The description is longer than ${LONGEST.description} characters: ${text.length}.`));
  const locales = new Set(every(xml, /Locale="([^"]+)"/g));
  if ([...locales].join() !== "en-US") faults.push(`Overrides must be for en-US, by its full tag, not for ${[...locales].join(", ")}.`);
  return faults;
}

function resources(xml) {
  const ids = every(xml, /<bt:(?:Image|Url|String) id="([^"]+)"/g);
  const used = new Set(every(xml, /resid="([^"]+)"/g));
  return [
    ...ids.filter((id, index) => ids.indexOf(id) !== index).map((id) => `The resource ${id} is there twice.`),
    ...ids.filter((id) => id.length > LONGEST.resource).map((id) => `The resource id ${id} is longer than ${LONGEST.resource} characters.`),
    ...ids.filter((id) => !used.has(id)).map((id) => `Nothing uses the resource ${id}.`),
    ...[...used].filter((id) => !ids.includes(id)).map((id) => `There is no resource ${id}.`),
  ];
}

const supportOf = (xml) => /<SupportUrl DefaultValue="([^"]+)"/.exec(xml)?.[1];
const baseOf = (xml) => /<SourceLocation DefaultValue="([^"]+)taskpane\.html"/.exec(xml)?.[1];
const addressesOf = (xml) => every(xml, /DefaultValue="(\w+:\/\/[^"]+)"/g);

function addresses(xml) {
  const base = baseOf(xml);
  if (!base) return ["The pane's page is not taskpane.html."];
  const faults = addressesOf(xml).filter((address) => !address.startsWith("https://")).map((address) => `${address} is not https.`);
  const elsewhere = addressesOf(xml).filter((address) => !address.startsWith(base) && address !== supportOf(xml));
  return [...faults, ...elsewhere.map((address) => `${address} is not under ${base}.`)];
}

function icons(xml, files) {
  const wanted = [
    ...[...xml.matchAll(/<bt:Image id="Icon\.(\d+)" DefaultValue="[^"]*\/(assets\/[^"]+)"/g)].map(([, size, icon]) => [icon, Number(size)]),
    [/<IconUrl DefaultValue="[^"]+\/(assets\/[^"]+)"/.exec(xml)?.[1] ?? "IconUrl", 32],
    [/<HighResolutionIconUrl DefaultValue="[^"]+\/(assets\/[^"]+)"/.exec(xml)?.[1] ?? "HighResolutionIconUrl", 64],
  ];
  return wanted.flatMap(([icon, size]) => {
    const path = join(files, icon);
    if (!existsSync(path)) return [`The icon ${icon} is not there.`];
    const bytes = readFileSync(path);
    if (bytes.subarray(1, 4).toString("latin1") !== "PNG") return [`The icon ${icon} is no PNG.`];
    // Width and height, as a PNG's header says.
    const [width, height] = [bytes.readUInt32BE(16), bytes.readUInt32BE(20)];
    return width === size && height === size ? [] : [`The icon ${icon} is ${width} × ${height}, not ${size} × ${size}.`];
  });
}

/** In the project itself pages lie beside their scripts. */
function pages(xml, files) {
  const base = baseOf(xml) ?? "";
  const named = new Set(addressesOf(xml).filter((address) => address.startsWith(base)).map((address) => new URL(address.slice(base.length), "https://x/").pathname.slice(1)));
  return [...named]
    .filter((page) => page.endsWith(".html") && ![join(files, page), join(files, "src", page.replace(".html", ""), page)].some((path) => existsSync(path)))
    .map((page) => `The page ${page} is not there.`);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  const options = process.argv.slice(2).filter((argument) => argument.startsWith("--"));
  const [given] = process.argv.slice(2).filter((argument) => !argument.startsWith("--"));
  const path = given ? resolve(given) : join(PROJECT, "manifest.xml");
  const files = options.find((option) => option.startsWith("--files="))?.slice("--files=".length);
  if (!existsSync(path)) {
    console.error(`There is no manifest at ${path}.`);
    process.exit(2);
  }
  const faults = await faultsOf(path, files && resolve(files));
  console.log(faults.length > 0 ? faults.join("\n") : `${path}: nothing wrong as far as that is seen without Excel.`);
  if (options.includes("--online")) {
    const { status } = spawnSync(process.execPath, [join(PROJECT, "node_modules/office-addin-manifest/cli.js"), "validate", path], { stdio: "inherit" });
    if (status !== 0) faults.push("online");
  }
  process.exit(faults.length > 0 ? 1 : 0);
}
