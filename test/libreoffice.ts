import { execFile } from "node:child_process";
import { mkdtemp, mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { findOffice } from "../scripts/findTools.cjs";

const run = promisify(execFile);

/** By default LibreOffice shows results as saved; 0 makes it calculate everything on opening. */
const CALCULATE_ALWAYS =
  '<?xml version="1.0" encoding="UTF-8"?><oor:items xmlns:oor="http://openoffice.org/2001/registry">' +
  ["OOXMLRecalcMode", "ODFRecalcMode"]
    .map((mode) => `<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="${mode}" oor:op="fuse"><value>0</value></prop></item>`)
    .join("") +
  "</oor:items>";

/**
 * Has LibreOffice open a file, calculate it and save it as another kind, such as "xlsx", "pdf" or "csv".
 * `name` tells by its ending what kind it is. Rejects, saying how to install LibreOffice, where there is none.
 */
export async function convertWithLibreOffice(bytes: Uint8Array, kind: string, name = "in.xlsx"): Promise<Uint8Array> {
  const program = findOffice();
  if (program === undefined) {
    throw new Error("LibreOffice is not installed; on Debian: apt-get install -y --no-install-recommends libreoffice-calc libreoffice-writer");
  }
  const folder = await mkdtemp(join(tmpdir(), "libreoffice-"));
  try {
    const profile = join(folder, "profile");
    await mkdir(join(profile, "user"), { recursive: true });
    await writeFile(join(profile, "user", "registrymodifications.xcu"), CALCULATE_ALWAYS);
    const file = join(folder, name);
    await writeFile(file, bytes);
    const out = join(folder, "out");
    const args = [`-env:UserInstallation=file://${profile}`, "--headless", "--convert-to", kind, "--outdir", out, file];
    await run(program, args, { timeout: 90_000 });
    const [written] = await readdir(out).catch(() => []);
    if (written === undefined) throw new Error("LibreOffice could not open the file");
    return new Uint8Array(await readFile(join(out, written)));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** The cells of a workbook's sheet, the first by default, as LibreOffice calculates and shows them. */
export async function calculatedCells(bytes: Uint8Array, sheet = 1): Promise<readonly (readonly string[])[]> {
  // Tabs, no quotes, UTF-8, numbers as shown, one sheet (LibreOffice, "Filter Options for CSV").
  const filter = `csv:Text - txt - csv (StarCalc):9,0,76,1,,0,false,true,true,false,false,${sheet}`;
  const text = new TextDecoder().decode(await convertWithLibreOffice(bytes, filter));
  return text.replace(/\n$/, "").split("\n").map((line) => line.split("\t"));
}
