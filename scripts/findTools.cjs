// CommonJS, so that scripts, the tests and the benches can all load it.
const { existsSync } = require("node:fs");
const { delimiter, join } = require("node:path");
const { env, platform } = require("node:process");

/** Names of Chrome, Chromium and Edge, and where they lie when they are not on the PATH. */
const BROWSERS = {
  names: ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "microsoft-edge"],
  places: [
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
    ...windowsPrograms(["Google/Chrome/Application/chrome.exe", "Microsoft/Edge/Application/msedge.exe", "Chromium/Application/chrome.exe"]),
  ],
};

const OFFICES = {
  names: ["soffice", "libreoffice"],
  places: ["/Applications/LibreOffice.app/Contents/MacOS/soffice", ...windowsPrograms(["LibreOffice/program/soffice.exe"])],
};

function windowsPrograms(paths) {
  const roots = [env.PROGRAMFILES, env["PROGRAMFILES(X86)"], env.LOCALAPPDATA].filter(Boolean);
  return platform === "win32" ? roots.flatMap((root) => paths.map((path) => join(root, path))) : [];
}

function find({ names, places }) {
  const folders = (env.PATH ?? "").split(delimiter).filter(Boolean);
  const endings = platform === "win32" ? [".exe"] : [""];
  const candidates = folders.flatMap((folder) => names.flatMap((name) => endings.map((ending) => join(folder, name + ending))));
  return [...candidates, ...places].find((path) => existsSync(path));
}

/** The installed Chrome, Chromium or Edge; CHROME_PATH names another. Undefined where there is none. */
const findBrowser = () => env.CHROME_PATH ?? find(BROWSERS);

/** The installed LibreOffice; undefined where there is none. */
const findOffice = () => find(OFFICES);

module.exports = { findBrowser, findOffice };
