import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import vm from "node:vm";
import type { ExcelHost } from "./ExcelHost";
import { OFFICE_JS, pageShim } from "./paths";
import type { installExcelShim } from "./pageShim";
import type { Beginning, Said } from "./wire";

/** Microsoft's client library in a context of its own, with the host behind it. */
export interface NodePage {
  /** The context's window: `window.Excel`, `window.Office`. */
  readonly window: { readonly Excel: typeof Excel; readonly Office: typeof Office } & Record<string, unknown>;
  readonly info: { readonly host: string | null; readonly platform: string | null };
  /** Runs source text in the context. */
  run(source: string, name?: string): unknown;
  /** Puts `Excel` and `Office` where add-in code looks for them; gives back how to take them away. */
  install(): () => void;
  close(): void;
}

export interface NodeOptions {
  /** Whether the library's readable files are loaded, rather than those that ship. */
  readonly debug?: boolean;
  readonly url?: string;
}

class Storage {
  private readonly kept = new Map<string, string>();

  getItem(key: string): string | null {
    return this.kept.get(key) ?? null;
  }

  setItem(key: string, value: unknown): void {
    this.kept.set(key, String(value));
  }

  removeItem(key: string): void {
    this.kept.delete(key);
  }

  get length(): number {
    return this.kept.size;
  }

  key(i: number): string | null {
    return [...this.kept.keys()][i] ?? null;
  }
}

/** Timers that do not keep the process alive, and can be ended all at once. */
class Timers {
  private readonly running = new Set<NodeJS.Timeout>();

  private keep(timer: NodeJS.Timeout): NodeJS.Timeout {
    this.running.add(timer);
    return timer.unref();
  }

  readonly setTimeout = (work: () => void, ms?: number): NodeJS.Timeout => this.keep(setTimeout(work, ms));
  readonly setInterval = (work: () => void, ms?: number): NodeJS.Timeout => this.keep(setInterval(work, ms));
  readonly clear = (timer: NodeJS.Timeout | undefined): void => {
    if (!timer) return;
    this.running.delete(timer);
    clearTimeout(timer);
  };

  end(): void {
    for (const timer of [...this.running]) this.clear(timer);
  }
}

interface Script {
  readonly src: string;
  readonly onload?: () => void;
  readonly onerror?: () => void;
}

/**
 * Loads the library without a browser, in about a tenth of a second: a vm context with as much of a window as office.js
 * asks for at start-up. Good for add-in code that has no user interface.
 */
export async function openInNode(host: ExcelHost, { debug = true, url = "https://localhost:3000/taskpane.html" }: NodeOptions = {}): Promise<NodePage> {
  const main = debug ? "office.debug.js" : "office.js";
  const timers = new Timers();
  const nothing = (): void => undefined;
  const load = (script: Script): void => {
    const file = join(OFFICE_JS, script.src.replace(/^https:\/\/office\.local\//, ""));
    setImmediate(() => {
      if (!existsSync(file)) {
        script.onerror?.();
        return;
      }
      vm.runInContext(readFileSync(file, "utf8"), context, { filename: file });
      script.onload?.();
    });
  };
  const window = windowAt(url, host.displayLanguage, main, load, timers);
  const context = vm.createContext(window);
  const run = (source: string, filename = "addin.js"): unknown => vm.runInContext(source, context, { filename });
  const install = run(`${pageShim()};installExcelShim`, "page-shim.js") as typeof installExcelShim;
  install(window, host.init(), (message) => host.message(structuredClone<Said | Beginning>(message)));
  const deliver = run("(text) => __excelDeliver(JSON.parse(text))") as (text: string) => void;
  host.send = (delivery) => void setImmediate(() => deliver(JSON.stringify(delivery)));
  run(readFileSync(join(OFFICE_JS, main), "utf8"), main);
  const info = (await run("Office.onReady()")) as NodePage["info"];
  return {
    window: window as unknown as NodePage["window"],
    info,
    run,
    install: () => {
      const before = { Excel: globalThis.Excel, Office: globalThis.Office };
      Object.assign(globalThis, { Excel: window["Excel"], Office: window["Office"] });
      return () => void Object.assign(globalThis, before);
    },
    close: () => {
      host.send = nothing;
      timers.end();
    },
  };
}

function windowAt(url: string, language: string, main: string, load: (script: Script) => void, timers: Timers): Record<string, unknown> {
  const nothing = (): void => undefined;
  const script = { src: `https://office.local/${main}`, getAttribute: () => null };
  const document = {
    getElementsByTagName: (tag: string) => (tag === "script" ? [script] : [{ appendChild: load }]),
    createElement: () => ({ setAttribute: nothing }),
    hasFocus: () => true,
    addEventListener: nothing,
    removeEventListener: nothing,
    readyState: "complete",
    cookie: "",
    URL: url,
  };
  const { search, hash, protocol, host, hostname, origin, pathname } = new URL(url);
  const window: Record<string, unknown> = {
    ...{ document, console, performance, URL, URLSearchParams, TextEncoder, TextDecoder, fetch: undefined, structuredClone, queueMicrotask },
    ...{ setTimeout: timers.setTimeout, clearTimeout: timers.clear, setInterval: timers.setInterval, clearInterval: timers.clear },
    location: { href: url, search, hash, protocol, host, hostname, origin, pathname },
    navigator: { userAgent: "Node", language },
    ...{ sessionStorage: new Storage(), localStorage: new Storage(), addEventListener: nothing, removeEventListener: nothing, postMessage: nothing },
    ...{ name: "", history: {}, external: {}, opener: null, status: "" },
  };
  return Object.assign(window, { window, self: window, top: window, parent: window });
}
