import { spawn } from "node:child_process";
import { once } from "node:events";
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { convertWithLibreOffice } from "./libreoffice";
import { oneAtATime } from "./oneAtATime";

const text = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);
const bytes = new TextEncoder().encode("x");

describe("conversions by LibreOffice", () => {
  const path = process.env["PATH"];
  let folder: string;
  const log = (): readonly string[] => readFileSync(join(folder, "log"), "utf8").trim().split("\n");

  /** A program in the place of LibreOffice that notes when it begins and ends; `$out` is where its result goes. */
  function program(does: string): void {
    folder = mkdtempSync(join(tmpdir(), "soffice-"));
    const script = `#!/bin/sh\nout="$6"\nmkdir -p "$out"\ncd '${folder}'\necho begin >> log\n${does}\necho end >> log\n`;
    writeFileSync(join(folder, "soffice"), script);
    chmodSync(join(folder, "soffice"), 0o755);
    process.env["PATH"] = `${folder}${delimiter}${path}`;
  }

  afterEach(() => {
    process.env["PATH"] = path;
    rmSync(folder, { recursive: true, force: true });
  });

  it("are tried once more where the program dies", async () => {
    program('if [ ! -e died ]; then touch died; kill -ABRT $$; fi; echo done > "$out/in.csv"');
    expect(text(await convertWithLibreOffice(bytes, "csv"))).toBe("done\n");
    expect(log()).toEqual(["begin", "begin", "end"]);
  });

  it("are given up where it dies again", async () => {
    program("exit 81");
    await expect(convertWithLibreOffice(bytes, "csv")).rejects.toThrow("could not convert the file to csv, tried 2 times");
    expect(log()).toEqual(["begin", "begin"]);
  });

  it("run one after another, however many are asked for at once", async () => {
    program('sleep 0.1; echo done > "$out/in.csv"');
    await Promise.all(Array.from({ length: 4 }, () => convertWithLibreOffice(bytes, "csv")));
    expect(log()).toEqual(Array.from({ length: 4 }, () => ["begin", "end"]).flat());
  });
});

describe("a turn among programs", () => {
  const PORT = 47_582;

  it("is let go of by a program that is killed", async () => {
    const holder = spawn(process.execPath, ["-e", `require("net").createServer().listen(${PORT}, "127.0.0.1", () => console.log("has it"))`]);
    await once(holder.stdout, "data");
    const order: string[] = [];
    const turn = oneAtATime(PORT, async () => void order.push("ours"));
    await new Promise((resolve) => setTimeout(resolve, 100));
    order.push("killed");
    holder.kill("SIGKILL");
    await turn;
    expect(order).toEqual(["killed", "ours"]);
  });

  it("is let go of by work that fails", async () => {
    await expect(oneAtATime(PORT, () => Promise.reject(new Error("no")))).rejects.toThrow("no");
    expect(await oneAtATime(PORT, () => Promise.resolve("next"))).toBe("next");
  });
});
