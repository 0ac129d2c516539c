import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { extname, join, normalize, sep } from "node:path";

const TYPES = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".xml": "application/xml; charset=utf-8",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".ico": "image/x-icon",
  ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  ".xls": "application/vnd.ms-excel",
};

/** Answers one request with a file below `folder`; anything else is not found. */
export function serveFiles(folder) {
  return async (request, response) => {
    const refuse = (status, words) => response.writeHead(status, { "content-type": "text/plain; charset=utf-8" }).end(words);
    if (request.method !== "GET" && request.method !== "HEAD") return refuse(405, "Method not allowed");
    const path = filePath(folder, request.url);
    const found = path && (await stat(path).catch(() => undefined));
    if (!found?.isFile()) return refuse(404, "Not found");
    response.writeHead(200, {
      "content-type": TYPES[extname(path).toLowerCase()] ?? "application/octet-stream",
      "content-length": found.size,
      "cache-control": "no-cache",
      "x-content-type-options": "nosniff",
    });
    if (request.method === "HEAD") return response.end();
    createReadStream(path).on("error", () => response.destroy()).pipe(response);
  };
}

/** Undefined for addresses that lead out of the folder. */
function filePath(folder, url) {
  try {
    const path = join(folder, normalize(decodeURIComponent(new URL(url, "http://localhost").pathname)));
    return path.startsWith(folder + sep) && !path.includes("\0") ? path : undefined;
  } catch {
    return undefined;
  }
}
