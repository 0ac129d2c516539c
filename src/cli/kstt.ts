import { setFlagsFromString } from "node:v8";
import { harmless } from "./harmless";
import { main } from "./main";

// Thousands of files leave nothing behind: the heap need not grow to four times what it holds before it is cleared up.
setFlagsFromString("--heap-growing-percent=50");

process.stdout.on("error", ({ code, message }: NodeJS.ErrnoException) => {
  // Whoever reads may have read enough, and has nobody to tell.
  if (code !== "EPIPE") process.stderr.write(`Không ghi được kết quả ra đầu ra chuẩn (${message}). Hãy kiểm tra chỗ trống trên đĩa.\n`);
  process.exit(2);
});

process.exitCode = await main(process.argv.slice(2), {
  out: (text) => process.stdout.write(`${harmless(text)}\n`),
  error: (text) => process.stderr.write(`${harmless(text)}\n`),
  language: "vi",
});
