/**
 * The tests open real programs: a browser for the pane, LibreOffice for the files. On Debian and Ubuntu, as root,
 * what is missing is installed; elsewhere one sentence says what to install.
 */
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { findBrowser, findOffice } from "./findTools.cjs";

const NEEDED = [
  { name: "Chrome, Chromium or Edge", find: findBrowser, packages: ["chromium"] },
  // Liberation fonts stand in for Times New Roman.
  { name: "LibreOffice", find: findOffice, packages: ["libreoffice-calc", "libreoffice-writer", "fonts-liberation"] },
];

const missing = NEEDED.filter(({ find }) => !find());
if (missing.length > 0) {
  const packages = missing.flatMap((each) => each.packages);
  const debian = existsSync("/usr/bin/apt-get");
  if (debian && process.getuid?.() === 0) {
    console.log(`The tests need ${missing.map(({ name }) => name).join(" and ")}: installing ${packages.join(", ")} with apt-get.`);
    const options = { stdio: ["ignore", "ignore", "inherit"], env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" } };
    spawnSync("apt-get", ["update", "-qq"], options);
    spawnSync("apt-get", ["install", "-y", "-qq", "--no-install-recommends", ...packages], options);
  }
  const still = missing.filter(({ find }) => !find()).map(({ name }) => name);
  if (still.length > 0) {
    const how = debian ? `run: sudo apt-get install -y --no-install-recommends ${packages.join(" ")}` : "install it from its own site and make sure it is on the PATH";
    console.error(`The tests need ${still.join(" and ")}: ${how}.`);
    process.exit(1);
  }
}
