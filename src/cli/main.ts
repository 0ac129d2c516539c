import { sayTrouble, troubleOf } from "../core/Trouble";
import { misuse, readCommandLine, type Command, type ExitStatus, type Terminal } from "./Command";
import { check } from "./commands/check";
import { compare } from "./commands/compare";
import { compute } from "./commands/compute";
import { describe } from "./commands/describe";
import { fix } from "./commands/fix";
import { forms } from "./commands/forms";
import { localize } from "./commands/localize";
import { mark } from "./commands/mark";
import { narrative } from "./commands/narrative";
import { proofread } from "./commands/proofread";
import { convert } from "./commands/convert";
import { create } from "./commands/new";

const COMMANDS: readonly Command[] = [forms, create, compute, convert, compare, check, mark, fix, describe, narrative, proofread, localize];

function usage(): string {
  return ["kstt", ...COMMANDS.map((command) => `  ${command.usage}`), "  --english: English messages"].join("\n");
}

/** Runs one command line. Whatever goes wrong is told in one sentence that names the file. */
export async function main(words: readonly string[], terminal: Terminal): Promise<ExitStatus> {
  const [name, ...rest] = words;
  let file: string | undefined;
  try {
    if (name === undefined || name === "--help" || name === "-h") {
      terminal.out(usage());
      return name === undefined ? 2 : 0;
    }
    const command = COMMANDS.find((each) => each.name === name);
    if (!command) throw misuse({ vi: `Không có lệnh “${name}”.`, en: `There is no command “${name}”.` });
    const line = readCommandLine(rest);
    file = line.files[0] ?? line.options.jsonl;
    if (line.options.help) {
      terminal.out(command.usage);
      return 0;
    }
    return await command.run(line, line.options.english ? { ...terminal, language: "en" } : terminal);
  } catch (error) {
    terminal.error(sayTrouble(troubleOf(error, file), rest.includes("--english") ? "en" : terminal.language));
    return 2;
  }
}
