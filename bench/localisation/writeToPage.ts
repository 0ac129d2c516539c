import { existsSync, writeFileSync } from "node:fs";
import { writeSection } from "../writeSection";

const PAGE = "docs/localisation.md";
const SECTIONS = ["measured", "other shapes", "merged rows", "texts", "worst cases"] as const;

/** With `--write` on the command line, puts the lines into their section of the page on localisation, made if missing. */
export function writeToPage(section: (typeof SECTIONS)[number], lines: readonly string[]): void {
  if (!process.argv.includes("--write")) return;
  if (!existsSync(PAGE)) writeFileSync(PAGE, ["# Error localisation", ...SECTIONS.map((name) => `<!-- ${name} -->\n<!-- /${name} -->`), ""].join("\n\n"));
  writeSection(section, lines, PAGE);
}
