// `npm start`: builds the pages as they ship and serves them until stopped.
import { createServer } from "node:http";
import { resolve } from "node:path";
import webpack from "webpack";
import configure from "../webpack.config.js";
import { serveFiles } from "./serveFiles.mjs";

const port = Number(process.env.PORT ?? 3000);

function stop(words) {
  console.error(words);
  process.exit(1);
}

const config = configure({ officeJs: "bundled", output: process.env.OUTPUT ?? "dist" }, { mode: "production" });
let answer = (_request, response) => response.writeHead(503, { "retry-after": "2" }).end("Building");
const server = createServer((request, response) => answer(request, response));
server.on("error", (error) =>
  stop(
    error.code === "EADDRINUSE"
      ? `Port ${port} is taken: stop the program that uses it, or choose another with PORT=… npm start.`
      : `The pages cannot be served on port ${port} (${error.code}): choose another with PORT=… npm start.`,
  ),
);

// The port is asked for first: whoever cannot have it need not wait for the build.
server.listen(port, "localhost", () => {
  console.log("Building the pages…");
  webpack(config, (error, stats) => {
    if (error) stop(error.message);
    if (stats.hasErrors()) stop(stats.toString("errors-only"));
    answer = serveFiles(resolve(config.output.path));
    console.log(`http://localhost:${server.address().port}/demo.html`);
  });
});
