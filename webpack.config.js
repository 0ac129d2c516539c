import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { fileURLToPath } from "node:url";
import CopyPlugin from "copy-webpack-plugin";
import HtmlPlugin from "html-webpack-plugin";
import { fillManifest, releaseUrl } from "./scripts/fillManifest.mjs";
import { InitialSize } from "./scripts/InitialSize.mjs";

const MICROSOFT = "https://appsforoffice.microsoft.com";
const inProject = (path) => fileURLToPath(new URL(path, import.meta.url));

/** Where Office.js comes from. Store rules ask for Microsoft's address; closed networks serve the copy. */
const OFFICE_JS = {
  microsoft: `${MICROSOFT}/lib/1/hosted/office.js`,
  bundled: "office-js/office.js",
};

/** The copy of Office.js: what Excel asks for, in our two languages, without its telemetry. */
const OFFICE_JS_FILES = ["office.js", "o15apptofilemappingtable.js", "excel-*-16.*.js", "{en-us,vi-vn}/office_strings.js"];

/** What every web view that has ExcelApi 1.9 understands: WebView2, Edge, Safari 15.4. See docs/decisions.md. */
const BROWSERS = "es2021";

/** Bytes, gzipped, that a page may load before the first click. Microsoft's React template loads 165,780 for its pane. */
const BUDGETS = {
  taskpane: { bytes: 150_000 },
  commands: { bytes: 15_000 },
  // It opens a workbook at once, with all that keeps a stranger's file from doing harm; nobody works in it over a slow line.
  demo: { bytes: 195_000, parts: ["open-workbook", "phu-my"] },
};

/**
 * The pages may load their own files and nothing else. Fluent inserts its rules by script into empty style elements:
 * hence the hash of the empty text.
 */
function contentSecurityPolicy(office, development) {
  const fromMicrosoft = office === "microsoft" ? ` ${MICROSOFT}` : "";
  const empty = "'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='";
  return [
    "default-src 'none'",
    `script-src 'self'${office ? fromMicrosoft : ""}`,
    `style-src 'self' ${development ? "'unsafe-inline'" : empty}`,
    // The text copied for Word carries its layout in style attributes, and browsers hold copied text to this policy, too.
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    `connect-src ${development || office ? `'self'${development ? " ws: wss:" : ""}` : "'none'"}`,
    "base-uri 'none'",
    "form-action 'none'",
  ].join("; ");
}

/**
 * `--env officeJs=bundled|microsoft` (Microsoft's by default in production), `--env url=https://…/` for the manifest,
 * `--env output=folder`.
 */
export default function configure(env = {}, { mode = "production" } = {}) {
  const development = mode === "development";
  const officeJs = env.officeJs ?? (development ? "bundled" : "microsoft");
  if (!(officeJs in OFFICE_JS)) throw new Error(`--env officeJs takes "microsoft" or "bundled", not "${officeJs}".`);
  const url = env.url && releaseUrl(env.url);

  const page = (name, folder, office, scripts = [name]) =>
    new HtmlPlugin({
      filename: `${name}.html`,
      template: `src/${folder}/${name}.html`,
      chunks: scripts,
      // In the order named; a page with several puts them in its template itself.
      chunksSortMode: "manual",
      inject: scripts.length === 1,
      officeJs: office ? OFFICE_JS[officeJs] : undefined,
      contentSecurityPolicy: contentSecurityPolicy(office && officeJs, development),
    });

  return {
    mode,
    context: inProject("."),
    target: ["web", BROWSERS],
    entry: {
      startUp: "./src/taskpane/startUp.ts",
      taskpane: "./src/taskpane/taskpane.tsx",
      commands: "./src/commands/commands.ts",
      demo: "./src/demo/demo.tsx",
    },
    output: {
      path: resolve(inProject("."), env.output ?? "dist"),
      filename: development ? "[name].js" : "[name].[contenthash:10].js",
      assetModuleFilename: "assets/[name].[contenthash:10][ext]",
      clean: true,
    },
    resolve: { extensions: [".ts", ".tsx", ".js"], alias: { "rtl-css-js/core$": inProject("src/page/leftToRight.ts") } },
    module: {
      rules: [
        {
          test: /\.tsx?$/,
          exclude: /node_modules/,
          use: {
            loader: "swc-loader",
            options: {
              jsc: { target: BROWSERS, parser: { syntax: "typescript", tsx: true }, transform: { react: { runtime: "automatic", development } } },
            },
          },
        },
        { test: /\.css$/, type: "asset/resource" },
        // Samples are part of the page: nothing is fetched.
        { test: /\.xlsx?$/, type: "asset/inline", generator: { dataUrl: { encoding: "base64", mimetype: "application/octet-stream" } } },
      ],
    },
    plugins: [
      page("taskpane", "taskpane", true, ["startUp", "taskpane"]),
      page("commands", "commands", true),
      page("demo", "demo", false),
      new CopyPlugin({
        patterns: [
          ...["assets", "manifest.xml"].filter((path) => existsSync(inProject(path))).map((from) => ({
            from,
            to: from === "assets" ? "assets" : "[name][ext]",
            transform: from === "manifest.xml" && url ? (content) => fillManifest(content.toString(), { url }) : undefined,
          })),
          ...(officeJs === "bundled"
            ? OFFICE_JS_FILES.map((glob) => ({
                context: "node_modules/@microsoft/office-js/dist",
                from: glob,
                to: "office-js/[path][name][ext]",
                globOptions: { ignore: ["**/*.debug.js"] },
                // Minified already.
                info: { minimized: true },
              }))
            : []),
        ],
      }),
      ...(development ? [] : [new InitialSize(BUDGETS)]),
    ],
    optimization: { splitChunks: { chunks: "all" } },
    devtool: development ? "source-map" : false,
    cache: { type: "filesystem", buildDependencies: { config: [fileURLToPath(import.meta.url)] } },
    performance: { hints: false },
    stats: "errors-warnings",
    infrastructureLogging: { level: "info" },
    devServer: {
      port: 3001,
      hot: false,
      static: false,
      headers: { "Access-Control-Allow-Origin": "*" },
      client: { overlay: false },
    },
  };
}
