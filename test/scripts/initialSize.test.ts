import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

const PROJECT = resolve(__dirname, "../..");

/** Builds a page of one script and tells what the build says of it. */
const BUILD = `
import webpack from "webpack";
import HtmlPlugin from "html-webpack-plugin";
import { InitialSize } from "./scripts/InitialSize.mjs";
const [folder, budgets] = process.argv.slice(1);
const config = { mode: "production", context: folder, entry: { page: "./page.js" }, output: { path: folder + "/out" }, infrastructureLogging: { level: "none" },
  plugins: [new HtmlPlugin({ filename: "page.html" }), new InitialSize(JSON.parse(budgets))] };
webpack(config, (error, stats) => console.log(JSON.stringify(error ? [error.message] : stats.compilation.errors.map(({ message }) => message))));`;

describe("the budget of a page", () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), "kstt-size-"));
    writeFileSync(join(folder, "later.js"), `export default ${JSON.stringify(Array.from({ length: 2000 }, (_, index) => index ** 3))};`);
    writeFileSync(join(folder, "page.js"), 'document.title = "Trang"; addEventListener("click", () => import(/* webpackChunkName: "later" */ "./later.js"));');
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const build = (budgets: object): readonly string[] =>
    JSON.parse(execFileSync(process.execPath, ["--input-type=module", "-e", BUILD, folder, JSON.stringify(budgets)], { cwd: PROJECT, encoding: "utf8" })) as string[];

  it("lets a page within it pass, not counting what loads later", () => {
    expect(build({ page: { bytes: 4_000 } })).toEqual([]);
  });

  it("fails the build of a page over it, and says by how much", () => {
    expect(build({ page: { bytes: 100 } })).toEqual([expect.stringMatching(/^page\.html loads \d\.\d kB gzipped before the first click; its budget is 0\.1 kB\./)]);
  });

  it("counts what a page asks for at once", () => {
    expect(build({ page: { bytes: 4_000, parts: ["later"] } })).toHaveLength(1);
  });
});
