import { readFileSync } from "node:fs";

/** The objects of a `.jsonl`, one on each line. */
export function readJsonLines<Line>(path: string): Line[] {
  return readFileSync(path, "utf8")
    .split("\n")
    .filter((line) => line.trim() !== "")
    .map((line) => JSON.parse(line) as Line);
}
