/**
 * Where Microsoft's client library lies and the script that stands in for `window.external`. CommonJS, so that Jest, tsx
 * and Node all find the files the same way.
 */
const { readFileSync } = require("node:fs");
const { dirname, join } = require("node:path");

exports.OFFICE_JS = join(dirname(require.resolve("@microsoft/office-js/package.json")), "dist");
exports.PAGE_SHIM = readFileSync(join(__dirname, "pageShim.js"), "utf8");
