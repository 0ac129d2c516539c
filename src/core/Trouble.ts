import type { Phrase } from "./words/Phrase";

/** Something that could not be done, told to a person: what happened, where, and what to do about it. */
export interface Trouble {
  readonly what: Phrase;
  /** A file, sheet or cell, as the user knows it. */
  readonly where?: string;
  readonly remedy: Phrase;
}

/** An error whose trouble is known; edges throw it, the pane and the command line show it. */
export class TroubleError extends Error {
  override readonly name = "TroubleError";

  constructor(readonly trouble: Trouble) {
    super([trouble.where, trouble.what.en].filter(Boolean).join(": "));
  }
}

/** What is to be told of anything thrown; of what nobody expected, at least which file it was. @param where The file being worked on. */
export function troubleOf(error: unknown, where?: string): Trouble {
  if (error instanceof TroubleError) return error.trouble;
  const told = error instanceof Error ? error.message : String(error);
  return {
    what: { vi: `Có lỗi ngoài dự kiến: ${told}.`, en: `Unexpected: ${told}.` },
    ...(where === undefined ? {} : { where }),
    remedy: { vi: "Hãy gửi tệp này cho bộ phận hỗ trợ.", en: "Please send the file to support." },
  };
}

/** The trouble as one line: "II.06a: the sheet is locked. Unlock it …". */
export function sayTrouble({ what, where, remedy }: Trouble, language: keyof Phrase): string {
  return `${where ? `${where}: ` : ""}${what[language]} ${remedy[language]}`;
}
