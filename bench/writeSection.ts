import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** Puts lines between the markers `<!-- name -->` and `<!-- /name -->` of a page; all else stays as it is. */
export function writeSection(name: string, lines: readonly string[], page = "docs/performance.md"): void {
  const file = join(process.cwd(), page);
  const [start, end] = [`<!-- ${name} -->`, `<!-- /${name} -->`];
  const text = readFileSync(file, "utf8");
  const from = text.indexOf(start);
  const to = text.indexOf(end);
  if (from < 0 || to < from) throw new Error(`${page} has no section ${start} … ${end}`);
  writeFileSync(file, `${text.slice(0, from + start.length)}\n\n${lines.join("\n")}\n\n${text.slice(to)}`);
}
