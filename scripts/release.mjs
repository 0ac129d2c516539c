// `npm run release -- --url https://kstt.example.gov.vn/ [--support https://…] [--output folder]`: builds what an agency puts
// on its server and gives its Excels, as dist-release/kstt-<version>.zip.
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { zipSync } from "fflate";
import webpack from "webpack";
import configure from "../webpack.config.js";
import { DEVELOPMENT_URL, fillManifest, releaseUrl } from "./fillManifest.mjs";
import { faultsOf } from "./validateManifest.mjs";

const PROJECT = fileURLToPath(new URL("..", import.meta.url));
const USAGE = "npm run release -- --url https://kstt.example.gov.vn/ [--support https://…/help] [--output folder]";

/** The same pages twice: with Microsoft's Office.js, and with a copy of it for networks that reach nothing outside. */
const VARIANTS = { web: "microsoft", "web-closed-network": "bundled" };
/** A date of no meaning: the same sources make the same zip. */
const MODIFIED = "2000-01-01T00:00:00";

try {
  const { values } = parseArgs({ options: { url: { type: "string" }, support: { type: "string" }, output: { type: "string" } } });
  if (!values.url) throw new Error(`Say where the pages will lie: ${USAGE}`);
  console.log(await release({ url: releaseUrl(values.url), support: values.support, output: resolve(values.output ?? join(PROJECT, "dist-release")) }));
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exit(1);
}

/** Makes the zip and gives back its path. Throws in words when a page outgrows its budget or a manifest is not right. */
async function release({ url, support, output }) {
  const { version } = JSON.parse(readFileSync(join(PROJECT, "package.json"), "utf8"));
  const source = readFileSync(join(PROJECT, "manifest.xml"), "utf8");
  const work = mkdtempSync(join(tmpdir(), "kstt-release-"));
  try {
    for (const [folder, officeJs] of Object.entries(VARIANTS)) {
      await build({ officeJs, output: join(work, folder) });
      rmSync(join(work, folder, "manifest.xml"));
    }
    const help = support ?? `${url}demo.html`;
    writeFileSync(join(work, "manifest.xml"), fillManifest(source, { url, version, support: help }));
    writeFileSync(join(work, "manifest.localhost.xml"), fillManifest(source, { version, support: `${DEVELOPMENT_URL}demo.html` }));
    writeFileSync(join(work, "deploy.md"), readFileSync(join(PROJECT, "docs/deploy.md")));
    for (const manifest of ["manifest.xml", "manifest.localhost.xml"]) {
      for (const folder of Object.keys(VARIANTS)) {
        const faults = await faultsOf(join(work, manifest), join(work, folder));
        if (faults.length > 0) throw new Error([`${manifest} is not right for ${folder}:`, ...faults].join("\n"));
      }
    }
    mkdirSync(output, { recursive: true });
    const zip = join(output, `kstt-${version}.zip`);
    writeFileSync(zip, zipSync(contentOf(work), { level: 9, mtime: MODIFIED }));
    return zip;
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

function build(env) {
  return new Promise((resolve, reject) => {
    webpack({ ...configure(env, { mode: "production" }), infrastructureLogging: { level: "warn" } }, (error, stats) => {
      if (error) reject(error);
      else if (stats.hasErrors()) reject(new Error(stats.toString("errors-only")));
      else resolve();
    });
  });
}

/** Every file below a folder by its path, with forward slashes, in order. */
function contentOf(folder) {
  const paths = readdirSync(folder, { recursive: true }).filter((path) => statSync(join(folder, path)).isFile());
  return Object.fromEntries(paths.sort().map((path) => [path.split(sep).join("/"), readFileSync(join(folder, path))]));
}
