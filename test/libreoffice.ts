import { execFile } from "node:child_process";
import { mkdtemp, mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { findOffice } from "../scripts/findTools.cjs";
import { oneAtATime } from "./oneAtATime";

const run = promisify(execFile);

/** By default LibreOffice shows results as saved; 0 makes it calculate everything on opening. */
const CALCULATE_ALWAYS =
  '<?xml version="1.0" encoding="UTF-8"?><oor:items xmlns:oor="http://openoffice.org/2001/registry">' +
  ["OOXMLRecalcMode", "ODFRecalcMode"]
    .map((mode) => `<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="${mode}" oor:op="fuse"><value>0</value></prop></item>`)
    .join("") +
  "</oor:items>";

/** Conversions of all tests, in whatever worker or run, go one after another under this number: several at once are more than LibreOffice bears. */
const TURN = 47_581;
/** It has been seen to die now and then on a busy machine, whatever the file. */
const TRIES = 2;

/** Lets LibreOffice convert once, with settings of its own. Undefined where it died or wrote nothing. */
async function convertedOnce(program: string, bytes: Uint8Array, kind: string, name: string): Promise<Uint8Array | undefined> {
  const folder = await mkdtemp(join(tmpdir(), "libreoffice-"));
  try {
    const profile = join(folder, "profile");
    await mkdir(join(profile, "user"), { recursive: true });
    await writeFile(join(profile, "user", "registrymodifications.xcu"), CALCULATE_ALWAYS);
    const file = join(folder, name);
    await writeFile(file, bytes);
    const out = join(folder, "out");
    const args = [`-env:UserInstallation=file://${profile}`, "--headless", "--convert-to", kind, "--outdir", out, file];
    const isDone = await run(program, args, { timeout: 90_000 }).then(() => true, () => false);
    const [written] = isDone ? await readdir(out).catch(() => []) : [];
    return written === undefined ? undefined : new Uint8Array(await readFile(join(out, written)));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/**
 * Has LibreOffice open a file, calculate it and save it as another kind, such as "xlsx", "pdf" or "csv".
 * `name` tells by its ending what kind it is. Rejects, saying how to install LibreOffice, where there is none.
 */
export async function convertWithLibreOffice(bytes: Uint8Array, kind: string, name = "in.xlsx"): Promise<Uint8Array> {
  const program = findOffice();
  if (program === undefined) {
    throw new Error("LibreOffice is not installed; on Debian: apt-get install -y --no-install-recommends libreoffice-calc libreoffice-writer");
  }
  return oneAtATime(TURN, async () => {
    for (let times = 0; times < TRIES; times++) {
      const converted = await convertedOnce(program, bytes, kind, name);
      if (converted) return converted;
    }
    throw new Error(`LibreOffice could not convert the file to ${kind}, tried ${TRIES} times`);
  });
}

/** The cells of a workbook's sheet, the first by default, as LibreOffice calculates and shows them. */
export async function calculatedCells(bytes: Uint8Array, sheet = 1): Promise<readonly (readonly string[])[]> {
  // Tabs, no quotes, UTF-8, numbers as shown, one sheet (LibreOffice, "Filter Options for CSV").
  const filter = `csv:Text - txt - csv (StarCalc):9,0,76,1,,0,false,true,true,false,false,${sheet}`;
  const text = new TextDecoder().decode(await convertWithLibreOffice(bytes, filter));
  return text.replace(/\n$/, "").split("\n").map((line) => line.split("\t"));
}
