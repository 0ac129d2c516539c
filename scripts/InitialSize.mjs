import { join } from "node:path";
import { gzipSync } from "node:zlib";

/** Kilobytes of 1,000 bytes, as the budgets are told. */
const kilobytes = (bytes) => `${(bytes / 1000).toFixed(1)} kB`;

/**
 * A webpack plugin that weighs what a page loads before anyone can click: the page, its scripts and its styles, each
 * gzipped. Office.js is not counted: it is Microsoft's, and Excel keeps it. Says the weight of every page, and fails the
 * build when a page is over its budget.
 */
export class InitialSize {
  /** `budgets`: by the page's name, its `bytes`, gzipped, and the chunks it asks for at once (`parts`), if any. */
  constructor(budgets) {
    this.budgets = budgets;
  }

  apply(compiler) {
    const logger = compiler.getInfrastructureLogger("size");
    compiler.hooks.afterEmit.tap("InitialSize", (compilation) => {
      const read = (name) => compiler.outputFileSystem.readFileSync(join(compilation.outputOptions.path, name));
      for (const [page, { bytes, parts = [] }] of Object.entries(this.budgets)) {
        const ahead = parts.flatMap((part) => compilation.namedChunkGroups.get(part)?.getFiles() ?? fail(`No part is called "${part}".`));
        const weight = weigh([...new Set([...filesOf(`${page}.html`, read), ...ahead])], read);
        const told = `${page}.html loads ${kilobytes(weight)} gzipped before the first click; its budget is ${kilobytes(bytes)}`;
        if (weight > bytes) compilation.errors.push(new Error(`${told}. Load later what is not needed at once, as src/taskpane/later.ts does.`));
        else logger.info(told);
      }
    });
  }
}

function fail(words) {
  throw new Error(words);
}

/** A page and the files of its own that its markup asks for. `read` gives a file's content by its name. */
export function filesOf(page, read) {
  const asked = [...read(page).toString().matchAll(/<(?:script|link)\b[^>]*?\b(?:src|href)="?([^"\s>]+)/g)].map(([, address]) => address);
  return [page, ...asked.filter((address) => /\.(?:js|css)$/.test(address) && !/^https?:|^office-js\//.test(address))];
}

const weigh = (files, read) => files.reduce((sum, name) => sum + gzipSync(read(name)).length, 0);
