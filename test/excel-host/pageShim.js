// Runs in the add-in's page before office.js does, as a plain script: it is the `window.external` of Office for
// Windows. `send(message)` reaches the host and returns a promise; window.__excelDeliver is how events come back.
// eslint-disable-next-line @typescript-eslint/no-unused-vars -- called by what this script is put before
function installExcelShim(window, init, post) {
  // What a page says while it goes does not reach a test over the browser's debugger, though it does reach Excel: it is
  // kept for the next page of the tab to hand over.
  const PARTING = 'excel-host.parting';
  const parting = [];
  let leaving = false;
  const kept = () => { try { return window.sessionStorage; } catch { return undefined; } };
  const send = (message) => {
    if (leaving) {
      parting.push({ ...message, parting: Math.random() });
      kept()?.setItem(PARTING, JSON.stringify(parting));
    }
    return post(leaving ? parting.at(-1) : message);
  };
  if (window === window.top && window.addEventListener) {
    window.addEventListener('pagehide', () => { leaving = true; }, true);
    window.addEventListener('pageshow', () => { leaving = false; }, true);
    const said = kept()?.getItem(PARTING);
    kept()?.removeItem(PARTING);
    void post({ t: 'begin', parting: said ? JSON.parse(said) : [] });
  }
  const settings = { ...init.settings };
  const handlers = [];
  const safeArray = (items) => ({ toArray: () => items });

  const settingsStore = {
    Read(keys, values) { for (const k of Object.keys(settings)) { keys.push(k); values.push(settings[k]); } },
    Write(keys, values) { this.WriteAsync(keys, values, () => {}); },
    WriteAsync(keys, values, done) {
      for (const k of Object.keys(settings)) Reflect.deleteProperty(settings, k);
      keys.forEach((k, i) => { settings[k] = values[i]; });
      send({ t: 'settings', settings: { ...settings } }).then(() => done(0));
    },
    RefreshAsync(done) { done(); },
  };

  const context = {
    GetAppType: () => 1, // Excel
    GetSolutionRef: () => '00000000-0000-0000-0000-000000000001',
    GetAppVersionMajor: () => 16,
    GetAppVersionMinor: () => 1,
    GetAppUILocale: () => init.displayLanguage,
    GetAppDataLocale: () => init.displayLanguage,
    GetDocUrl: () => init.documentUrl,
    GetAppCapabilities: () => 0, // Read and write
    GetActivationMode: () => 2, // documentOpened
    GetControlIntegrationLevel: () => 1, // Task pane
    GetSolutionToken: () => '',
    GetCorrelationId: () => 'simulated',
    GetInstanceId: () => 'simulated',
    GetTouchEnabled: () => false,
    GetCommerceAllowed: () => false,
    GetSupportedMatrix: () => init.matrix,
    GetHostFullVersion: () => init.version,
    GetInitialDisplayMode: () => 2,
    GetOfficeThemeInfo: () => JSON.stringify({ ...init.theme, controlBackgroundColor: init.theme.bodyBackgroundColor, controlForegroundColor: init.theme.bodyForegroundColor }),
    GetSettings: () => settingsStore,
  };

  const external = {
    GetContext: () => context,
    GetHostInfo: () => `Excel$Win32$16.01$${init.displayLanguage.toLowerCase()}$simulated$$$${init.sharedRuntime ? 1 : 0}`,
    GetLoggingAllowed: () => false,
    Execute(id, params, callback) {
      send({ t: 'execute', id, params }).then((r) => callback(r.status === 0 ? safeArray([0, r.payload]) : r.status), () => callback(5001));
    },
    RegisterEvent(id, target, handler, callback) {
      handlers.push({ id, target, handler });
      send({ t: 'register', id, target }).then(() => callback(0));
    },
    UnregisterEvent(id, target, callback) {
      for (let i = handlers.length - 1; i >= 0; i--) if (handlers[i].id === id && handlers[i].target === target) handlers.splice(i, 1);
      send({ t: 'unregister', id, target }).then(() => callback(0));
    },
    MessageParent(body) { send({ t: 'messageParent', body }); },
    MessageParent2(body) { send({ t: 'messageParent', body }); },
    MessageChild(body) { send({ t: 'messageChild', body }); },
    MessageChild2(body) { send({ t: 'messageChild', body: JSON.parse(body).messageContent }); },
  };

  window.external = window.external || {};
  Object.assign(window.external, external);
  window.__excelDeliver = ({ dispId, payload }) => {
    for (const h of handlers.slice()) if (h.id === dispId) h.handler(dispId, Array.isArray(payload) ? safeArray(payload) : payload);
  };
}
