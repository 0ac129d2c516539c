// `npm run dev:excel`: serves the pages to a sideloaded add-in, over https as Excel asks, and rebuilds on change.
import { getHttpsServerOptions } from "office-addin-dev-certs";
import webpack from "webpack";
import DevServer from "webpack-dev-server";
import configure from "../webpack.config.js";

const config = configure({ officeJs: "bundled" }, { mode: "development" });

let options;
try {
  // Asks for leave to trust a certificate on this computer, the first time.
  options = await getHttpsServerOptions();
} catch {
  console.error("No trusted certificate for https://localhost: run npx office-addin-dev-certs install, then try again.");
  process.exit(1);
}
const server = new DevServer({ ...config.devServer, server: { type: "https", options } }, webpack(config));
try {
  await server.start();
} catch (error) {
  console.error(`Port ${config.devServer.port} cannot be used (${error.code ?? error.message}): stop the program that uses it.`);
  process.exit(1);
}
