/**
 * How much memory and time the command line takes to check thousands of small files, long reports, and files of too much of one
 * thing: in children of their own, here and, where `--before <folder>` names another checkout, there.
 * `npm run bench:memory [-- --before folder] [-- --files 10000]`
 */
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { newWorkbook } from "../src/xlsx/newWorkbook";
import { bomb, BOMB_NAMES } from "./bombs";
import { largeReport } from "./largeReport";
import { writeSection } from "./writeSection";

const { values: options } = parseArgs({ options: { before: { type: "string" }, files: { type: "string", default: "10000" } } });

const folder = mkdtempSync(join(tmpdir(), "memory-"));
/** Whoever takes longer, in milliseconds, is not waited for. */
const PATIENCE = 900_000;
/**
 * Notes, when the child ends, the most memory it held in kB and the processor's time it took in microseconds. On Linux the first is
 * asked of the system's own account: that of the process begins with what its parent held.
 */
const METER = join(folder, "meter.cjs");
const measured = (): string => join(folder, "measured.json");

interface Measured {
  readonly status: number | null;
  readonly megabytes?: number;
  readonly seconds?: number;
}

async function report(name: string, rows: number, unit?: string): Promise<string> {
  const workbook = newWorkbook();
  const plan = largeReport(rows, 2);
  // Names of its own, so that nothing remembered of one file is found in the next.
  const cells = unit === undefined ? plan.cells : plan.cells.map((cell) => (cell.content.kind === "text" && cell.content.text.startsWith("Đơn vị") ? { ...cell, content: { kind: "text" as const, text: `${cell.content.text} ${unit}` } } : cell));
  await workbook.addSheet({ ...plan, cells });
  return file(name, workbook.save());
}

function file(name: string, bytes: Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, bytes);
  return path;
}

/** Checks files with the command line of a checkout. */
function check(root: string, files: readonly string[]): Measured {
  rmSync(measured(), { force: true });
  const { status, signal, error } = spawnSync(process.execPath, ["--require", METER, "--import", "tsx", "src/cli/kstt.ts", "check", ...files, "--json"], {
    cwd: root,
    stdio: "ignore",
    timeout: PATIENCE,
    killSignal: "SIGKILL",
    env: { ...process.env, MEASURED: measured() },
  });
  try {
    const { kilobytes, microseconds } = JSON.parse(readFileSync(measured(), "utf8")) as { readonly kilobytes: number; readonly microseconds: number };
    return { status, megabytes: kilobytes / 1024, seconds: microseconds / 1e6 };
  } catch {
    process.stderr.write(`no end: ${signal ?? ""} ${error?.message ?? ""}\n`);
    return { status };
  }
}

const OUTCOMES: Readonly<Record<number, string>> = { 0: "checked", 1: "checked", 2: "refused" };

function say({ status, megabytes, seconds }: Measured | undefined = { status: null }): readonly string[] {
  if (megabytes === undefined || seconds === undefined) return ["no end", "", ""];
  return [OUTCOMES[status ?? -1] ?? "no end", Math.round(megabytes).toLocaleString("en-US"), seconds.toFixed(1)];
}

try {
  writeFileSync(
    METER,
    `const { existsSync, readFileSync, writeFileSync } = require("node:fs");
    process.on("exit", () => {
      const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage();
      const account = existsSync("/proc/self/status") ? /VmHWM:\\s*(\\d+)/.exec(readFileSync("/proc/self/status", "utf8")) : undefined;
      writeFileSync(process.env.MEASURED, JSON.stringify({ kilobytes: Number(account?.[1] ?? maxRSS), microseconds: userCPUTime + systemCPUTime }));
    });`,
  );
  const small: string[] = [];
  for (let index = 0; index < Number(options.files); index++) small.push(await report(`${index}.xlsx`, 10 + (index % 30), `${index}`));
  const inputs: (readonly [string, () => Promise<readonly string[]>])[] = [
    ["1 small file", () => Promise.resolve(small.slice(0, 1))],
    ...[1000, 10_000].filter((count) => count <= small.length).map((count) => [`${count.toLocaleString("en-US")} small files`, () => Promise.resolve(small.slice(0, count))] as const),
    ...[10_000, 50_000, 200_000].map((rows) => [`${rows.toLocaleString("en-US")} rows`, async () => [await report("long.xlsx", rows)]] as const),
    ...BOMB_NAMES.map((name) => [name, async () => [file("bomb.xlsx", await bomb(name))]] as const),
  ];
  const lines = [
    options.before === undefined ? "| Checked | Outcome | MB | s |" : "| Checked | Before | MB | s | Now | MB | s |",
    options.before === undefined ? "|---|---|--:|--:|" : "|---|---|--:|--:|---|--:|--:|",
  ];
  for (const [name, make] of inputs) {
    const files = await make();
    const told = [...(options.before === undefined ? [] : say(check(options.before, files))), ...say(check(process.cwd(), files))];
    lines.push(`| ${name} | ${told.join(" | ")} |`);
    process.stderr.write(`${lines.at(-1)!}\n`);
  }
  writeSection("memory", lines);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
