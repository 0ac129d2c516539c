const NAMED: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

/**
 * The characters that a piece of XML between two tags stands for: references resolved, CDATA opened, comments left out. They stand on
 * their own: whoever keeps a name read in a file does not keep the file.
 */
export function readText(xml: string): string {
  let text = xml;
  if (text.includes("<")) {
    text = text
      .replace(/<!--[^]*?-->/g, "")
      .replace(/<!\[CDATA\[([^]*?)\]\]>/g, (_, inside: string) => escapeText(inside))
      .replace(/<\?[^]*?\?>/g, "");
  }
  if (text.includes("\r")) text = text.replace(/\r\n?/g, "\n");
  return text.includes("&") ? text.replace(/&(#x[0-9a-f]+|#\d+|\w+);/gi, resolve) : onItsOwn(text);
}

/** Engines make a text that was cut out of another point into that: one put together is made anew when it is cut. */
const onItsOwn = (text: string): string => `${text} `.slice(0, -1);

function resolve(whole: string, name: string): string {
  if (!name.startsWith("#")) return NAMED[name] ?? whole;
  const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
  return code <= 0x10ffff ? String.fromCodePoint(code) : "\ufffd";
}

/** Characters between tags. */
export function escapeText(text: string): string {
  return text.replace(/[&<>]/g, (sign) => (sign === "&" ? "&amp;" : sign === "<" ? "&lt;" : "&gt;"));
}
