import { main } from "./main";

process.stdout.on("error", ({ code, message }: NodeJS.ErrnoException) => {
  // Whoever reads may have read enough, and has nobody to tell.
  if (code !== "EPIPE") process.stderr.write(`Không ghi được kết quả ra đầu ra chuẩn (${message}). Hãy kiểm tra chỗ trống trên đĩa.\n`);
  process.exit(2);
});

process.exitCode = await main(process.argv.slice(2), {
  out: (text) => process.stdout.write(`${text}\n`),
  error: (text) => process.stderr.write(`${text}\n`),
  language: "vi",
});
