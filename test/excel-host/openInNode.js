// The same client library with no browser: a vm context with as much of a window as office.js asks for at start-up.
// Good for add-in code that has no user interface; it starts in a fraction of a second.
import { readFileSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import vm from 'node:vm';
import paths from './paths.cjs';

class Storage {
  constructor() { this.map = new Map(); }
  getItem(k) { return this.map.get(k) ?? null; }
  setItem(k, v) { this.map.set(k, String(v)); }
  removeItem(k) { this.map.delete(k); }
  get length() { return this.map.size; }
  key(i) { return [...this.map.keys()][i] ?? null; }
}

/** @returns {Promise<{window: object, run(source: string, name?: string): any, close(): void}>} */
export async function openInNode(host, { debug = true, url = 'https://localhost:3000/taskpane.html' } = {}) {
  const dist = paths.OFFICE_JS;
  const main = debug ? 'office.debug.js' : 'office.js';
  const timers = new Set();
  const timer = (set, clear) => [(f, ms, ...a) => { const t = set(f, ms, ...a); timers.add(t); t.unref?.(); return t; }, (t) => { timers.delete(t); clear(t); }];
  const [setTimeoutIn, clearTimeoutIn] = timer(setTimeout, clearTimeout);
  const [setIntervalIn, clearIntervalIn] = timer(setInterval, clearInterval);
  const noop = () => {};
  const load = (script) => {
    const file = join(dist, script.src.replace(/^https:\/\/office\.local\//, ''));
    setImmediate(() => {
      if (!existsSync(file)) { script.onerror?.(); return; }
      vm.runInContext(readFileSync(file, 'utf8'), context, { filename: file });
      script.onload?.();
    });
  };
  const head = { appendChild: load };
  const script = { src: `https://office.local/${main}`, getAttribute: () => null };
  const document = {
    getElementsByTagName: (tag) => (tag === 'script' ? [script] : [head]), createElement: () => ({ setAttribute: noop }), hasFocus: () => true,
    addEventListener: noop, removeEventListener: noop, readyState: 'complete', cookie: '', URL: url,
  };
  const { search, hash, protocol, host: hostName, hostname, origin, pathname } = new URL(url);
  const window = {
    document, console, performance, URL, URLSearchParams, TextEncoder, TextDecoder, fetch: undefined, structuredClone, queueMicrotask,
    setTimeout: setTimeoutIn, clearTimeout: clearTimeoutIn, setInterval: setIntervalIn, clearInterval: clearIntervalIn,
    location: { href: url, search, hash, protocol, host: hostName, hostname, origin, pathname }, name: '', history: {}, navigator: { userAgent: 'Node', language: host.displayLanguage },
    sessionStorage: new Storage(), localStorage: new Storage(), addEventListener: noop, removeEventListener: noop, postMessage: noop, external: {}, opener: null, status: '',
  };
  Object.assign(window, { window, self: window, top: window, parent: window });
  const context = vm.createContext(window);
  const run = (source, filename = 'addin.js') => vm.runInContext(source, context, { filename });
  run(`${paths.PAGE_SHIM};installExcelShim`, 'page-shim.js')(window, host.init(), (m) => host.message(structuredClone(m)));
  host.send = (m) => setImmediate(() => run(`(text) => __excelDeliver(JSON.parse(text))`)(JSON.stringify(m)));
  run(readFileSync(join(dist, main), 'utf8'), main);
  const info = await run('Office.onReady()');
  const install = () => {
    const before = { Excel: globalThis.Excel, Office: globalThis.Office };
    Object.assign(globalThis, { Excel: window.Excel, Office: window.Office });
    return () => Object.assign(globalThis, before);
  };
  return { window, info, run, install, close: () => { host.send = noop; for (const t of timers) { clearTimeout(t); clearInterval(t); } } };
}
