import { readFileSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript";

/** Tests and benchmarks are run from the root of the project. */
const PROJECT = process.cwd();

/** The folder of Microsoft's client library, as npm delivers it. */
export const OFFICE_JS = join(PROJECT, "node_modules/@microsoft/office-js/dist");

let shim: string | undefined;

/** A plain script that defines `installExcelShim(window, init, post)`: pageShim.ts without its types. */
export function pageShim(): string {
  if (shim === undefined) {
    const source = readFileSync(join(PROJECT, "test/excel-host/pageShim.ts"), "utf8");
    const { outputText } = ts.transpileModule(source, { compilerOptions: { target: ts.ScriptTarget.ES2021, module: ts.ModuleKind.CommonJS, removeComments: true } });
    shim = `const { installExcelShim } = (() => { const exports = {}; ${outputText}; return exports; })();`;
  }
  return shim;
}

/** Microsoft's declarations of all types, with the requirement set of each member. */
export const OFFICE_TYPES = join(PROJECT, "node_modules/@types/office-js/index.d.ts");
