import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { proofread } from "../../src/core/proofreading/proofread";
import { reportText } from "../../src/core/proofreading/ReportText";
import { tableClaims } from "../../src/core/proofreading/tableClaims";
import { LIBRARY } from "../../src/library";
import { REPORT_WORDS } from "../../src/vocabulary/reportWords";

/**
 * Proofreads every text of a folder and tells how many figures were read, claims compared and findings made, by kind. Where the folder has a
 * key, claims.json with `verdict`, `quote` and the `report` or `file` of each, findings are held against it: which of what it calls wrong is
 * met by one, and which findings meet nothing it calls wrong or suspicious.
 *
 *     npm run bench:proofread -- folder [more folders]
 */
interface Keyed {
  readonly report?: string;
  readonly file?: string;
  readonly id: string;
  readonly root?: string;
  readonly quote: string;
  readonly quote2?: string;
  readonly line?: number;
  readonly verdict: string;
}

const keyOf = (folder: string): readonly Keyed[] => (existsSync(join(folder, "claims.json")) ? (JSON.parse(readFileSync(join(folder, "claims.json"), "utf8")) as Keyed[]) : []);

/** Where a key's words stand in a text, as offsets; their line where the words themselves are not found. */
function placesOf({ quote, quote2, line }: Keyed, text: string): readonly (readonly [number, number])[] {
  const found = [quote, quote2].flatMap((words): (readonly [number, number])[] => {
    const at = words === undefined ? -1 : text.indexOf(words);
    return at < 0 ? [] : [[at, at + words!.length]];
  });
  const lines = text.split("\n");
  const start = lines.slice(0, (line ?? 1) - 1).join("\n").length;
  return line === undefined ? found : [...found, [start, start + (lines[line - 1]?.length ?? 0) + 1]];
}

async function run(folder: string): Promise<void> {
  const key = keyOf(folder);
  for (const name of readdirSync(folder).filter((each) => /\.(?:txt|md)$/.test(each)).sort()) {
    const given = readFileSync(join(folder, name), "utf8");
    const started = performance.now();
    const text = reportText(given);
    const { figures, claims, findings } = proofread(text, REPORT_WORDS, await tableClaims(text, LIBRARY));
    const took = Math.round(performance.now() - started);
    const own = key.filter(({ report, file }) => file === name || `${report ?? ""}.txt` === name);
    const wrong = own.filter(({ verdict }) => verdict !== "ok").map((each) => ({ each, places: placesOf(each, given) }));
    const meets = (finding: (typeof findings)[number], places: readonly (readonly [number, number])[]): boolean =>
      [finding.at, ...(finding.other?.at ? [finding.other.at] : []), ...finding.claims.map(({ at }) => at)].some((at) => places.some(([start, end]) => at.start < end && start < at.end));
    const roots = new Map<string, boolean>();
    for (const { each, places } of wrong.filter(({ each: { verdict } }) => verdict === "error")) {
      const root = each.root ?? each.id;
      roots.set(root, (roots.get(root) ?? false) || findings.some((finding) => finding.severity !== "info" && meets(finding, places)));
    }
    const strangers = key.length === 0 ? [] : findings.filter((finding) => finding.severity !== "info" && !wrong.some(({ places }) => meets(finding, places)));
    const count = (severity: string): number => findings.filter((finding) => finding.severity === severity).length;
    const compared = claims.filter(({ verdict }) => verdict !== "cannot-tell").length;
    const met = [...roots.values()].filter(Boolean).length;
    console.log(`${name}: ${took} ms, read ${figures.figures.length}/${figures.figures.length + figures.unread.length}, compared ${compared}, errors ${count("error")}, warnings ${count("warning")}, roots met ${met}/${roots.size}, false ${strangers.length}`);
    for (const [root, isMet] of roots) if (!isMet) console.log(`    not met: ${root}`);
    for (const { severity, stated, message } of strangers) console.log(`    false: ${severity} ${stated}: ${message.vi}`);
  }
}

for (const folder of process.argv.slice(2)) await run(folder);
