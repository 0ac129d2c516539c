/** The namespace of the one custom XML part that is ours, in which a workbook carries what the reporter told us. */
export const KEPT_NAMESPACE = "urn:kiem-soat-tthc:kept:1";

const ESCAPES: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;" };
const NAMED: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

/** A text as the whole of such a part. */
export function keptXml(text: string): string {
  return `<kept xmlns="${KEPT_NAMESPACE}">${text.replace(/[&<>]/g, (sign) => ESCAPES[sign]!)}</kept>`;
}

/** The text such a part holds, however Excel or another program has written its XML anew; undefined for any other part. */
export function keptText(xml: string): string | undefined {
  const match = /^(?:\uFEFF?\s*<\?[^>]*\?>)?\uFEFF?\s*<((?:[\w.-]+:)?)kept(\s[^>]*)?>([^]*)<\/\1kept\s*>\s*$/.exec(xml);
  if (!match || !match[2]?.includes(KEPT_NAMESPACE)) return undefined;
  return match[3]!
    .replace(/<!--[^]*?-->/g, "")
    .replace(/<!\[CDATA\[([^]*?)\]\]>/g, (_, inside: string) => inside.replace(/[&<>]/g, (sign) => ESCAPES[sign]!))
    .replace(/&(#x[0-9a-f]{1,6}|#\d{1,7}|\w+);/gi, (whole, name: string) => {
      if (!name.startsWith("#")) return NAMED[name] ?? whole;
      const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
      return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
    });
}
