const NAMED: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

/**
 * The characters that a piece of XML between two tags stands for: references resolved, CDATA opened, comments left out. They stand on
 * their own: whoever keeps a name read in a file does not keep the file.
 */
export function readText(xml: string): string {
  let text = xml.includes("<") ? withoutSections(xml) : xml;
  if (text.includes("\r")) text = text.replace(/\r\n?/g, "\n");
  return text.includes("&") ? text.replace(/&(#x[0-9a-f]+|#\d+|\w+);/gi, resolve) : onItsOwn(text);
}

/** Engines make a text that was cut out of another point into that: one put together is made anew when it is cut. */
const onItsOwn = (text: string): string => `${text} `.slice(0, -1);

/** What is no text of its own, and what it stands for. */
const SECTIONS: readonly { readonly start: string; readonly end: string; readonly read: (inside: string) => string }[] = [
  { start: "<!--", end: "-->", read: () => "" },
  { start: "<![CDATA[", end: "]]>", read: escapeText },
  { start: "<?", end: "?>", read: () => "" },
];

/** One that is never closed stays as written; its end is looked for once. */
function withoutSections(xml: string): string {
  const unclosed = new Set<string>();
  let text = "";
  let copied = 0;
  for (let at = xml.indexOf("<"); at >= 0; at = xml.indexOf("<", Math.max(at + 1, copied))) {
    const section = SECTIONS.find(({ start }) => xml.startsWith(start, at));
    if (!section || unclosed.has(section.end)) continue;
    const from = at + section.start.length;
    const to = xml.indexOf(section.end, from);
    if (to < 0) {
      unclosed.add(section.end);
      continue;
    }
    text += xml.slice(copied, at) + section.read(xml.slice(from, to));
    copied = to + section.end.length;
  }
  return text + xml.slice(copied);
}

function resolve(whole: string, name: string): string {
  if (!name.startsWith("#")) return NAMED[name] ?? whole;
  const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
  return code <= 0x10ffff ? String.fromCodePoint(code) : "\ufffd";
}

/** Characters between tags. */
export function escapeText(text: string): string {
  return text.replace(/[&<>]/g, (sign) => (sign === "&" ? "&amp;" : sign === "<" ? "&lt;" : "&gt;"));
}
