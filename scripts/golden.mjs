/** Writes the golden files again: read the difference before you commit it. */
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";

const jest = fileURLToPath(new URL("../node_modules/jest/bin/jest.js", import.meta.url));
const { status } = spawnSync(process.execPath, [jest, "test/forms"], { stdio: "inherit", env: { ...process.env, UPDATE_GOLDEN: "1" } });
process.exitCode = status ?? 1;
