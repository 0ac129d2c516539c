/** The number after `--name` on the command line. */
export function numberOption(name: string, otherwise: number): number {
  const at = process.argv.indexOf(`--${name}`);
  return at < 0 ? otherwise : Number(process.argv[at + 1]);
}

/** The first word on the command line that is neither an option nor an option's number. */
export function fileArgument(): string | undefined {
  return process.argv.slice(2).find((word, index, words) => !word.startsWith("--") && !/^\d+$/.test(word) && !(words[index - 1] ?? "").startsWith("--out"));
}
