/** What was kept on this computer under a key; undefined where nothing was, or storage is forbidden or holds anything else. */
export function remembered(key: string): unknown {
  try {
    return JSON.parse(localStorage.getItem(key) ?? "null") ?? undefined;
  } catch {
    return undefined;
  }
}

/** Keeps something; where storage is forbidden it lasts as long as the pane is open. */
export function remember(key: string, value: unknown): void {
  try {
    localStorage.setItem(key, JSON.stringify(value));
  } catch {
    // Nothing to do: the choice holds until the pane closes.
  }
}

/** Drops what was kept. */
export function forget(key: string): void {
  try {
    localStorage.removeItem(key);
  } catch {
    // Where storage is forbidden nothing was kept.
  }
}
