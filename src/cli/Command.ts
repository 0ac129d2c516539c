import type { Language } from "../core/words/Phrase";
import type { CommandLine } from "./options";

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
