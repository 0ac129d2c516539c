import { parseArgs } from "node:util";
import { TroubleError } from "../core/Trouble";
import type { Language } from "../core/words/Phrase";
import { FORM_IDS } from "../forms/loadForm";

/** 0: nothing wrong. 1: errors were found. 2: the input could not be read. */
export type ExitStatus = 0 | 1 | 2;

/** Where a command writes what it has to say. */
export interface Terminal {
  out(text: string): void;
  /** For people, beside the output that programs read. */
  error(text: string): void;
  readonly language: Language;
}

/** One command of the program. Throws `TroubleError` for what it cannot do. */
export interface Command {
  readonly name: string;
  /** How it is called, on one line. */
  readonly usage: string;
  run(line: CommandLine, terminal: Terminal): Promise<ExitStatus>;
}

const text = { type: "string" } as const;
const flag = { type: "boolean" } as const;

const OPTIONS = {
  output: { ...text, short: "o" },
  help: { ...flag, short: "h" },
  ...{ unit: text, receiver: text, from: text, to: text, period: text, fields: text, set: text },
  ...{ save: text, form: text, narrative: text, with: text, percentages: text, style: text, format: text, jsonl: text },
  own: { ...text, multiple: true },
  previous: { ...text, multiple: true },
  units: { ...text, multiple: true },
  same: { ...text, multiple: true },
  ...{ with: text, span: text, fill: flag },
  ...{ json: flag, catalogue: flag, english: flag, hidden: flag, "convert-equal": flag, "convert-text": flag },
} as const;

type Parsed = ReturnType<typeof parseArgs<{ options: typeof OPTIONS; allowPositionals: true }>>;

/** What stands on the command line after the name of the command. */
export interface CommandLine {
  readonly files: readonly string[];
  readonly options: Parsed["values"];
}

/** The wrong use of a command, told with its right use. */
export function misuse(what: { readonly vi: string; readonly en: string }): TroubleError {
  return new TroubleError({
    what,
    remedy: { vi: "Chạy lại với --help để xem cách dùng.", en: "Run it again with --help to see how it is used." },
  });
}

/** Options that take all files up to the next option: "--units a.xlsx b.xlsx" is "--units a.xlsx --units b.xlsx". */
const OF_SEVERAL: readonly string[] = ["--units"];

function oneByOne(words: readonly string[]): readonly string[] {
  let taking: string | undefined;
  return words.flatMap((word, index) => {
    const isOption = word.startsWith("-") && word !== "-";
    if (isOption) taking = OF_SEVERAL.find((each) => each === word);
    return taking === undefined || isOption || words[index - 1] === taking ? [word] : [taking, word];
  });
}

/** Reads the command line. Throws `TroubleError` for an option it does not know. */
export function readCommandLine(words: readonly string[]): CommandLine {
  try {
    const { values, positionals } = parseArgs({ args: [...oneByOne(words)], options: OPTIONS, allowPositionals: true, strict: true });
    return { files: positionals, options: values };
  } catch (error) {
    const told = error instanceof Error ? error.message.split(".")[0]! : "";
    throw misuse({ vi: `Tham số không đúng (${told}).`, en: `Wrong option (${told}).` });
  }
}

/** The only file a command takes. */
export function onlyFile({ files }: CommandLine): string {
  const [file, ...others] = files;
  if (file === undefined || others.length > 0) {
    throw misuse({ vi: "Lệnh này cần đúng một tệp.", en: "This command takes exactly one file." });
  }
  return file;
}

/** Where to write, which these commands must be told: they never write over what they read unasked. */
export function outputOf({ options }: CommandLine): string {
  if (options.output === undefined) throw misuse({ vi: "Thiếu tệp kết quả (-o).", en: "The output file is missing (-o)." });
  return options.output;
}

/** The id, if a form has it, or one of these of the agency's own. Throws `TroubleError` that lists those known. */
export function knownForm(id: string, own: readonly { readonly id: string }[] = []): string {
  const ids = [...FORM_IDS, ...own.map((form) => form.id)];
  if (ids.includes(id)) return id;
  const known = ids.join(", ");
  throw misuse({ vi: `Không có biểu “${id}”; các biểu hiện có: ${known}.`, en: `There is no form “${id}”; those known: ${known}.` });
}
