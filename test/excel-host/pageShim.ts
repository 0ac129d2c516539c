import type { Beginning, Delivery, PageInit, PageMessage, Reply, Said } from "./wire";

/** As much of a window as the shim needs, in a browser or out of it. */
interface ShimWindow {
  external?: object;
  readonly top?: unknown;
  readonly sessionStorage?: Pick<Storage, "getItem" | "setItem" | "removeItem">;
  readonly addEventListener?: (type: string, listener: () => void, capture: boolean) => void;
  __excelDeliver?: (delivery: Delivery) => void;
}

type Done = (answer?: unknown) => void;
type Handler = (dispId: number, payload: unknown) => void;

/**
 * Runs in the add-in's page before office.js does, as a plain script: it is the `window.external` of Office for
 * Windows. `post(message)` reaches the host and gives back a promise; `window.__excelDeliver` is how events come back.
 */
export function installExcelShim(window: ShimWindow, init: PageInit, post: (message: Said | Beginning) => Promise<unknown>): void {
  // What a page says while it goes does not reach a test over the browser's debugger, though it does reach Excel: it is
  // kept for the next page of the tab to hand over.
  const PARTING = "excel-host.parting";
  const parting: Said[] = [];
  let leaving = false;
  const kept = (): ShimWindow["sessionStorage"] => {
    try {
      return window.sessionStorage;
    } catch {
      return undefined;
    }
  };
  const send = (message: PageMessage): Promise<unknown> => {
    if (!leaving) return post(message);
    const said: Said = { ...message, parting: Math.random() };
    parting.push(said);
    kept()?.setItem(PARTING, JSON.stringify(parting));
    return post(said);
  };
  if (window === window.top && window.addEventListener) {
    window.addEventListener("pagehide", () => void (leaving = true), true);
    window.addEventListener("pageshow", () => void (leaving = false), true);
    const said = kept()?.getItem(PARTING);
    kept()?.removeItem(PARTING);
    void post({ t: "begin", parting: said ? (JSON.parse(said) as Said[]) : [] });
  }

  const settings: Record<string, string> = { ...init.settings };
  const handlers: { readonly id: number; readonly target: string; readonly handler: Handler }[] = [];
  const safeArray = (items: unknown) => ({ toArray: () => items });

  const settingsStore = {
    Read(keys: string[], values: string[]) {
      for (const [key, value] of Object.entries(settings)) {
        keys.push(key);
        values.push(value);
      }
    },
    Write(keys: readonly string[], values: readonly string[]) {
      settingsStore.WriteAsync(keys, values, () => undefined);
    },
    WriteAsync(keys: readonly string[], values: readonly string[], done: Done) {
      for (const key of Object.keys(settings)) Reflect.deleteProperty(settings, key);
      keys.forEach((key, i) => (settings[key] = values[i] ?? ""));
      void send({ t: "settings", settings: { ...settings } }).then(() => done(0));
    },
    RefreshAsync(done: Done) {
      done();
    },
  };

  const context = {
    GetAppType: () => 1, // Excel
    GetSolutionRef: () => "00000000-0000-0000-0000-000000000001",
    GetAppVersionMajor: () => 16,
    GetAppVersionMinor: () => 1,
    GetAppUILocale: () => init.displayLanguage,
    GetAppDataLocale: () => init.displayLanguage,
    GetDocUrl: () => init.documentUrl,
    GetAppCapabilities: () => 0, // Read and write
    GetActivationMode: () => 2, // documentOpened
    GetControlIntegrationLevel: () => 1, // Task pane
    GetSolutionToken: () => "",
    GetCorrelationId: () => "simulated",
    GetInstanceId: () => "simulated",
    GetTouchEnabled: () => false,
    GetCommerceAllowed: () => false,
    GetSupportedMatrix: () => init.matrix,
    GetHostFullVersion: () => init.version,
    GetInitialDisplayMode: () => 2,
    GetOfficeThemeInfo: () =>
      JSON.stringify({ ...init.theme, controlBackgroundColor: init.theme.bodyBackgroundColor, controlForegroundColor: init.theme.bodyForegroundColor }),
    GetSettings: () => settingsStore,
  };

  const external = {
    GetContext: () => context,
    GetHostInfo: () => `Excel$Win32$16.01$${init.displayLanguage.toLowerCase()}$simulated$$$${init.sharedRuntime ? 1 : 0}`,
    GetLoggingAllowed: () => false,
    Execute(id: number, params: unknown, callback: Done) {
      send({ t: "execute", id, params }).then(
        (answer) => {
          const { status, payload } = answer as Reply;
          callback(status === 0 ? safeArray([0, payload]) : status);
        },
        () => callback(5001),
      );
    },
    RegisterEvent(id: number, target: string, handler: Handler, callback: Done) {
      handlers.push({ id, target, handler });
      void send({ t: "register", id, target }).then(() => callback(0));
    },
    UnregisterEvent(id: number, target: string, callback: Done) {
      for (let i = handlers.length - 1; i >= 0; i--) if (handlers[i]!.id === id && handlers[i]!.target === target) handlers.splice(i, 1);
      void send({ t: "unregister", id, target }).then(() => callback(0));
    },
    MessageParent(body: unknown) {
      void send({ t: "messageParent", body });
    },
    MessageParent2(body: unknown) {
      void send({ t: "messageParent", body });
    },
    MessageChild(body: string) {
      void send({ t: "messageChild", body });
    },
    MessageChild2(body: string) {
      void send({ t: "messageChild", body: (JSON.parse(body) as { messageContent: string }).messageContent });
    },
  };

  window.external = Object.assign(window.external ?? {}, external);
  window.__excelDeliver = ({ dispId, payload }) => {
    for (const h of handlers.slice()) if (h.id === dispId) h.handler(dispId, Array.isArray(payload) ? safeArray(payload) : payload);
  };
}
