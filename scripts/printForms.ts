// Prints every form with LibreOffice, as a new sheet with many rows and as the filled samples, to be looked at: npx tsx scripts/printForms.ts [folder]
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { planSheet } from "../src/core/scaffold/scaffold";
import { reportingPeriod } from "../src/core/words/Period";
import { FIELD_CATALOGUE } from "../src/forms/fields";
import { FORMS } from "../src/forms/forms";
import { newWorkbook } from "../src/xlsx/newWorkbook";
import { findOffice } from "./findTools.cjs";

const [, , folder = "printed"] = process.argv;
const program = findOffice();
if (program === undefined) throw new Error("LibreOffice is not installed");
const samples = fileURLToPath(new URL("../assets/samples/", import.meta.url));
const profile = mkdtempSync(join(tmpdir(), "print-"));

/** Converts files to PDF into a folder. */
function print(files: readonly string[], into: string): void {
  execFileSync(program!, [`-env:UserInstallation=file://${profile}`, "--headless", "--convert-to", "pdf", "--outdir", into, ...files], { stdio: "ignore" });
}

const made: string[] = [];
mkdirSync(join(folder, "new"), { recursive: true });
for (const form of FORMS) {
  const workbook = newWorkbook();
  await workbook.addSheet(planSheet(form, { fields: FIELD_CATALOGUE.map(({ label }) => label), period: reportingPeriod("quarter-3", 2025), unit: "UBND xã An Phú" }));
  const file = join(folder, "new", `${form.id}.xlsx`);
  writeFileSync(file, workbook.save());
  made.push(file);
}
const filled = [samples, join(samples, "forms")].flatMap((each) => readdirSync(each).filter((name) => name.endsWith(".xlsx")).map((name) => join(each, name)));
print(made, join(folder, "new"));
print(filled, join(folder, "filled"));
rmSync(profile, { recursive: true });

/** Paper of each page, width by height in millimetres. */
const papersOf = (file: string): readonly string[] =>
  [...readFileSync(file, "latin1").matchAll(/\/Type\s*\/Page\b[^>]*?\/MediaBox\s*\[\s*0 0 ([\d.]+) ([\d.]+)\s*\]/g)].map(([, width, height]) => [width, height].map((points) => Math.round((Number(points) / 72) * 25.4)).join("×"));

for (const kind of ["new", "filled"]) {
  for (const name of readdirSync(join(folder, kind)).filter((each) => each.endsWith(".pdf"))) {
    const papers = papersOf(join(folder, kind, name));
    console.log(`${kind}/${basename(name, ".pdf")}: ${papers.length} pages, ${[...new Set(papers)].join(" ")}`);
    if (papers.some((paper) => paper !== "297×210" && paper !== "210×297")) process.exitCode = 1;
  }
}
