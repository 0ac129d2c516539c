/** Hands a file to the browser to be saved. */
export function download(name: string, bytes: Uint8Array, type: string): void {
  const address = URL.createObjectURL(new Blob([bytes as Uint8Array<ArrayBuffer>], { type }));
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  // The download has begun by then; revoking at once would stop it in some web views.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
