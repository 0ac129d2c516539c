import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { unzipSync } from "fflate";
import { main } from "../../src/cli/main";
import { parseA1 } from "../../src/core/sheet/Address";
import { plainText } from "../../src/core/sheet/Cell";
import { cellAt } from "../../src/core/sheet/Sheet";
import { SILENT } from "../../src/core/sheet/WorkbookPort";
import { openWorkbookFile } from "../../src/xlsx/openWorkbookFile";
import type { Book } from "../fixtures/book/Book";
import { writeBook } from "../fixtures/book/writeBook";

interface Finding {
  readonly severity: "error" | "warning" | "info";
  readonly cells: readonly string[];
  readonly message: string;
  readonly reasons: readonly { readonly message: string }[];
  readonly suggestions: readonly { readonly cell: string; readonly to: string | number | null; readonly sure: "certain" | "likely" | "possible" }[];
}

interface Report {
  readonly tables?: readonly { readonly sheet: string; readonly findings: readonly Finding[] }[];
}

interface Ran {
  readonly status: number;
  readonly out: string;
  readonly error: string;
}

async function kstt(...words: readonly string[]): Promise<Ran> {
  let out = "";
  let error = "";
  const status = await main(words, { out: (text) => void (out += `${text}\n`), error: (text) => void (error += `${text}\n`), language: "vi" });
  return { status, out, error };
}

const bytesOf = (book: Book | Uint8Array): Uint8Array => (book instanceof Uint8Array ? book : writeBook(book));

/** Gives a folder with the workbook as in.xlsx to some work, and takes it away after. */
async function withFile<Result>(book: Book | Uint8Array, work: (file: string, out: string) => Promise<Result>): Promise<Result> {
  const folder = mkdtempSync(join(tmpdir(), "cases-"));
  try {
    writeFileSync(join(folder, "in.xlsx"), bytesOf(book));
    return await work(join(folder, "in.xlsx"), join(folder, "out.xlsx"));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** What a check says of a workbook. */
export interface Told {
  readonly status: number;
  readonly tables: number;
  /** Cells in errors, once each, of any sheet. */
  readonly errors: readonly string[];
  /** Cells in errors or warnings. */
  readonly found: readonly string[];
  /** Cells in errors, or that anything would change. */
  readonly blamed: readonly string[];
  /** Cells that a certain or likely suggestion would change. */
  readonly sure: readonly string[];
  /** "D13 → 24" for each change offered. */
  readonly offers: readonly string[];
  /** All sentences. */
  readonly words: string;
}

/** What cells hold and would hold, as scripts are told: no sentence. */
const STORED = /"(?:from|to)": .*/g;

const once = (cells: readonly string[]): readonly string[] => [...new Set(cells)].sort();

export async function checked(book: Book | Uint8Array): Promise<Told> {
  const { status, out, error } = await withFile(book, (file) => kstt("check", file, "--json"));
  const { tables = [] } = (out === "" ? {} : JSON.parse(out)) as Report;
  const findings = tables.flatMap((table) => table.findings);
  const grave = findings.filter(({ severity }) => severity === "error");
  const offers = findings.flatMap(({ suggestions }) => suggestions);
  return {
    status,
    tables: tables.length,
    errors: once(grave.flatMap(({ cells }) => cells)),
    found: once(findings.filter(({ severity }) => severity !== "info").flatMap(({ cells }) => cells)),
    blamed: once([...grave.flatMap(({ cells }) => cells), ...offers.map(({ cell }) => cell)]),
    sure: once(offers.filter(({ sure }) => sure !== "possible").map(({ cell }) => cell)),
    offers: once(offers.map(({ cell, to }) => `${cell} → ${to}`)),
    words: [...findings.flatMap(({ message, reasons }) => [message, ...reasons.map((each) => each.message)]), error, out.replace(STORED, "")].join("\n"),
  };
}

/** What `fix` made of a workbook. */
export interface Mended {
  readonly status: number;
  readonly words: string;
  /** Exit status of a check on what was written. */
  readonly after: number;
  /** Parts of the package that are not byte for byte as before. */
  readonly changedParts: readonly string[];
  /** What a cell of the first sheet shows: a formula's saved result. */
  readonly shows: (address: string) => string;
}

/** The parts of two packages that differ; "+" before those that are new. */
function changed(before: Uint8Array, after: Uint8Array): readonly string[] {
  const [one, other] = [unzipSync(before), unzipSync(after)];
  const same = (first: Uint8Array, second: Uint8Array): boolean => first.length === second.length && first.every((byte, at) => byte === second[at]);
  return Object.keys(other)
    .flatMap((name) => (!one[name] ? [`+${name}`] : same(one[name], other[name]!) ? [] : [name]))
    .sort();
}

export function mended(book: Book | Uint8Array): Promise<Mended> {
  return withFile(book, async (file, out) => {
    const { status, out: said, error } = await kstt("fix", file, "-o", out);
    // Where nothing is written, the workbook stays as it was.
    const bytes = existsSync(out) ? readFileSync(out) : readFileSync(file);
    const [sheet] = await (await openWorkbookFile(bytes, "out.xlsx")).read(SILENT);
    writeFileSync(out, bytes);
    const after = (await kstt("check", out, "--json")).status;
    return {
      status,
      words: said + error,
      after,
      changedParts: changed(bytesOf(book), bytes),
      shows: (address) => plainText(cellAt(sheet!, parseA1(address)!).value),
    };
  });
}

/** What the narrative says of a workbook. */
export async function narrated(book: Book): Promise<string> {
  const { out, error } = await withFile(book, (file) => kstt("narrative", file));
  return out + error;
}

/** The formulas that `compute` wrote into cells of the first sheet, with what they come to. */
export function computed(book: Book): Promise<(address: string) => { readonly formula: string | undefined; readonly shows: string }> {
  return withFile(book, async (file, out) => {
    await kstt("compute", file, "-o", out);
    const [sheet] = await (await openWorkbookFile(readFileSync(existsSync(out) ? out : file), "out.xlsx")).read(SILENT);
    return (address) => {
      const cell = cellAt(sheet!, parseA1(address)!);
      return { formula: cell.formula, shows: plainText(cell.value) };
    };
  });
}
