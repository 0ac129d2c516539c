/**
 * What files cost that ask for far more than they hold, or go far deeper than anybody writes: processor time and peak memory of one check
 * each, in a process of its own that is killed after a while. `npm run bench:hostile -- [--before <checkout of another commit>] [--write]`
 */
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { HOSTILE } from "../test/fixtures/hostileFiles";
import { writeSection } from "./writeSection";

const KILLED_AFTER_MS = 60_000;

/** Makes the child tell, as its last words, its processor time in microseconds and its peak memory in kB. */
const TELL = `process.on("exit",()=>{const{userCPUTime:u,systemCPUTime:s,maxRSS:m}=process.resourceUsage();process.stderr.write("\\n"+JSON.stringify([u+s,m]))})`;

interface Cost {
  readonly time: string;
  readonly memory: string;
}

function costOf(checkout: string, path: string): Cost {
  const words = ["--import", "tsx", "--import", `data:text/javascript,${encodeURIComponent(TELL)}`, "src/cli/kstt.ts", "check", path, "--json"];
  const { stdout, stderr, signal } = spawnSync(process.execPath, words, { cwd: checkout, encoding: "utf8", timeout: KILLED_AFTER_MS, killSignal: "SIGKILL", maxBuffer: 2 ** 30 });
  if (signal !== null) return { time: `killed after ${KILLED_AFTER_MS / 1_000} s`, memory: "" };
  const last = stderr.trimEnd().split("\n").at(-1) ?? "";
  // A process that ran out of memory has no last words.
  if (!last.startsWith("[")) return { time: "died", memory: "" };
  const [microseconds, kilobytes] = JSON.parse(last) as [number, number];
  const isUnexpected = /ngoài dự kiến/.test(stdout + stderr);
  return { time: `${(microseconds / 1e6).toFixed(1)} s${isUnexpected ? ", overflowed" : ""}`, memory: `${Math.round(kilobytes / 1_024)} MB` };
}

const at = process.argv.indexOf("--before");
const before = at < 0 ? undefined : process.argv[at + 1];
const folder = mkdtempSync(join(tmpdir(), "kstt-hostile-"));
const lines = ["| File | Size | Before | | Now | |", "|---|--:|--:|--:|--:|--:|"];
for (const { name, ending, bytes } of HOSTILE) {
  const path = join(folder, `${name.replace(/\W+/g, "-")}.${ending}`);
  const content = bytes();
  writeFileSync(path, content);
  const [then, now] = [before === undefined ? { time: "", memory: "" } : costOf(before, path), costOf(process.cwd(), path)];
  lines.push(`| ${name} | ${Math.ceil(content.length / 1_024).toLocaleString("en-US")} kB | ${then.time} | ${then.memory} | ${now.time} | ${now.memory} |`);
  console.log(lines.at(-1));
}
rmSync(folder, { recursive: true, force: true });
if (process.argv.includes("--write")) writeSection("hostile", lines);
