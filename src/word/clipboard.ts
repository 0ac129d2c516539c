/**
 * How a copy came about. clipboard: the browser's clipboard interface. command: the older copy command, which also works
 * where Excel on the web refuses the former. manual: neither worked, so show the text selected and ask for Ctrl+C.
 */
export type CopyWay = "clipboard" | "command" | "manual";

/**
 * Puts a text on the clipboard, formatted and plain. Must be called straight from a click: browsers refuse it
 * otherwise, and then the answer is "manual". Never throws.
 */
export async function copyRich(html: string, plain: string): Promise<CopyWay> {
  if (await copyByInterface(html, plain)) return "clipboard";
  return copyByCommand(html, plain) ? "command" : "manual";
}

async function copyByInterface(html: string, plain: string): Promise<boolean> {
  // Absent outside https, in older webviews, and where the frame may not use it.
  if (typeof ClipboardItem === "undefined" || !navigator.clipboard?.write) return false;
  const blob = (text: string, type: string) => new Blob([text], { type });
  try {
    await navigator.clipboard.write([
      new ClipboardItem({ "text/html": blob(html, "text/html"), "text/plain": blob(plain, "text/plain") }),
    ]);
    return true;
  } catch {
    return false;
  }
}

function copyByCommand(html: string, plain: string): boolean {
  let heard = false;
  const listener = (event: ClipboardEvent) => {
    if (!event.clipboardData) return;
    event.clipboardData.setData("text/html", html);
    event.clipboardData.setData("text/plain", plain);
    event.preventDefault();
    event.stopImmediatePropagation();
    heard = true;
  };
  const restore = selectSomething();
  document.addEventListener("copy", listener, { capture: true });
  try {
    return document.execCommand("copy") && heard;
  } catch {
    return false;
  } finally {
    document.removeEventListener("copy", listener, { capture: true });
    restore();
  }
}

/** Safari copies nothing unless something is selected: selects a space out of sight; the returned function puts all back. */
function selectSomething(): () => void {
  const restore = rememberSelection();
  const element = document.createElement("span");
  element.textContent = "\u00a0";
  element.setAttribute("aria-hidden", "true");
  element.style.cssText = "position:fixed;left:-9999px;top:0;user-select:text;-webkit-user-select:text";
  document.body.append(element);
  document.getSelection()?.selectAllChildren(element);
  return () => {
    element.remove();
    restore();
  };
}

function rememberSelection(): () => void {
  const focused = document.activeElement;
  const selection = document.getSelection();
  const ranges = Array.from({ length: selection?.rangeCount ?? 0 }, (_, index) => selection!.getRangeAt(index));
  // What is selected inside a field is no part of the page's own selection.
  const field = focused instanceof HTMLInputElement || focused instanceof HTMLTextAreaElement ? focused : undefined;
  const [start, end] = [field?.selectionStart, field?.selectionEnd];
  return () => {
    selection?.removeAllRanges();
    ranges.forEach((range) => selection?.addRange(range));
    if (focused instanceof HTMLElement) focused.focus({ preventScroll: true });
    if (typeof start === "number" && typeof end === "number") field?.setSelectionRange(start, end);
  };
}
