/**
 * How long each reader of texts takes for the texts that are hardest to read, at the greatest length they may have and at a quarter of it:
 * processor time, the least of some runs. Of each reader only the text that takes longest is told. `npm run bench:texts [-- --write]`
 */
import { HARD_TEXTS, READERS, type Reader } from "./longTextReaders";
import { writeSection } from "./writeSection";

const RUNS = 3;

async function least(read: Reader["read"], text: string): Promise<number> {
  let time = Infinity;
  for (let run = 0; run < RUNS; run++) {
    const before = process.cpuUsage();
    await read(text);
    const { user, system } = process.cpuUsage(before);
    time = Math.min(time, (user + system) / 1_000);
    // What takes seconds tells enough at once.
    if (time > 2_000) break;
  }
  return time;
}

const milliseconds = (value: number): string => `${value < 10 ? value.toFixed(1) : Math.round(value).toLocaleString("en-US")} ms`;

async function row({ name, longest, read }: Reader): Promise<string> {
  let worst: { readonly text: string; readonly short: number; readonly long: number } | undefined;
  for (const text of HARD_TEXTS) {
    const short = await least(read, text.of(longest / 4));
    const long = await least(read, text.of(longest));
    if (!worst || long > worst.long) worst = { text: text.name, short, long };
  }
  return `| ${name} | ${worst!.text} | ${longest.toLocaleString("en-US")} | ${milliseconds(worst!.short)} | ${milliseconds(worst!.long)} |`;
}

const lines = ["| Reader | Its hardest text | Characters | A quarter of them | All |", "|---|---|--:|--:|--:|"];
for (const reader of READERS) lines.push(await row(reader));
console.log(lines.join("\n"));
if (process.argv.includes("--write")) writeSection("texts", lines);
