import { sayTrouble, troubleOf } from "../core/Trouble";
import type { ExitStatus, Terminal } from "./Command";
import { JsonReports } from "./JsonReports";

/** What came of one file: its report, made only where it is told, and whether errors were found. */
interface Told {
  readonly json: () => unknown;
  readonly text: () => string;
  readonly hasErrors: boolean;
}

/** Tells of files one by one, as JSON or for people. One that cannot be read, or in which something unexpected comes up, does not keep the others from being told of. */
export async function fileByFile(files: readonly string[], asJson: boolean, terminal: Terminal, tell: (file: string) => Promise<Told>): Promise<ExitStatus> {
  const reports = new JsonReports(terminal, files.length > 1);
  let status: ExitStatus = 0;
  for (const file of files) {
    try {
      const { json, text, hasErrors } = await tell(file);
      if (hasErrors && status === 0) status = 1;
      if (asJson) reports.add(json());
      else terminal.out(text());
    } catch (error) {
      status = 2;
      const unreadable = sayTrouble(troubleOf(error, file), terminal.language);
      terminal.error(unreadable);
      if (asJson && files.length > 1) reports.add({ file, unreadable });
    }
  }
  reports.end();
  return status;
}
