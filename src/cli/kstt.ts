import { harmless } from "./harmless";
import { main } from "./main";

process.exitCode = await main(process.argv.slice(2), {
  out: (text) => process.stdout.write(`${harmless(text)}\n`),
  error: (text) => process.stderr.write(`${harmless(text)}\n`),
  language: "vi",
});
