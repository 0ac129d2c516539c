import { sayTrouble, TroubleError } from "../core/Trouble";
import { misuse, readCommandLine, type Command, type ExitStatus, type Terminal } from "./Command";
import { check } from "./commands/check";
import { compute } from "./commands/compute";
import { describe } from "./commands/describe";
import { fix } from "./commands/fix";
import { forms } from "./commands/forms";
import { localize } from "./commands/localize";
import { mark } from "./commands/mark";
import { narrative } from "./commands/narrative";
import { create } from "./commands/new";

const COMMANDS: readonly Command[] = [forms, create, compute, check, mark, fix, describe, narrative, localize];

function usage(): string {
  return ["kstt", ...COMMANDS.map((command) => `  ${command.usage}`), "  --english: English messages"].join("\n");
}

/** Runs one command line. Whatever goes wrong is told in one sentence. */
export async function main(words: readonly string[], terminal: Terminal): Promise<ExitStatus> {
  const [name, ...rest] = words;
  try {
    if (name === undefined || name === "--help" || name === "-h") {
      terminal.out(usage());
      return name === undefined ? 2 : 0;
    }
    const command = COMMANDS.find((each) => each.name === name);
    if (!command) throw misuse({ vi: `Không có lệnh “${name}”.`, en: `There is no command “${name}”.` });
    const line = readCommandLine(rest);
    if (line.options.help) {
      terminal.out(command.usage);
      return 0;
    }
    return await command.run(line, line.options.english ? { ...terminal, language: "en" } : terminal);
  } catch (error) {
    const { language } = terminal;
    if (error instanceof TroubleError) terminal.error(sayTrouble(error.trouble, rest.includes("--english") ? "en" : language));
    else {
      const told = error instanceof Error ? error.message : String(error);
      terminal.error(language === "vi" ? `Có lỗi ngoài dự kiến: ${told}. Hãy gửi tệp này cho bộ phận hỗ trợ.` : `Unexpected: ${told}. Please send the file to support.`);
    }
    return 2;
  }
}
