import { escapeText, readText } from "../../core/words/xmlText";

export { escapeText, readText };

/** What each part begins with. */
export const XML_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** Characters between double quotes. */
export function escapeAttribute(text: string): string {
  return escapeText(text).replace(/"/g, "&quot;").replace(/[\t\n\r]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}

/** Excel writes characters that XML forbids as `_xHHHH_` (ST_Xstring). */
export function decodeExcelString(text: string): string {
  if (!text.includes("_x")) return text;
  return text.replace(/_x([0-9a-f]{4})_/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
}

/** The reverse of `decodeExcelString`; a text that happens to look like an escape is escaped itself. */
export function encodeExcelString(text: string): string {
  const hexadecimal = (sign: string): string => `_x${sign.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}_`;
  return text
    .replace(/_(?=x[0-9a-f]{4}_)/gi, "_x005F_")
    .replace(/[\u0000-\u0008\u000b-\u001f\ufffe\uffff\ud800-\udfff]/gu, hexadecimal);
}

/** An attribute of a tag as written, resolved; undefined when the tag has none of that name. */
export function attribute(tag: string, name: string): string | undefined {
  const match = attributePattern(name).exec(tag);
  return match ? readText(match[3]!) : undefined;
}

/** The tag with the attribute set; where it had one, only the value changes. */
export function withAttribute(tag: string, name: string, value: string): string {
  const written = escapeAttribute(value).replace(/'/g, "&apos;");
  const match = attributePattern(name).exec(tag);
  if (!match) return `${unclosed(tag)} ${name}="${written}"${tag.endsWith("/>") ? "/>" : ">"}`;
  const [whole, before, quote] = match;
  return `${tag.slice(0, match.index)}${before}${quote}${written}${quote}${tag.slice(match.index + whole.length)}`;
}

/** A tag up to where it is closed, blanks left out. */
const unclosed = (tag: string): string => tag.slice(0, tag.endsWith("/>") ? -2 : -1).trimEnd();

/** The tag of an element that holds something: `<name>`; one that is open already stays as written. */
export const asOpen = (tag: string): string => (tag.endsWith("/>") ? `${unclosed(tag)}>` : tag);

/** The tag of an element that holds nothing: `<name/>`. */
export const asEmpty = (tag: string): string => `${unclosed(tag)}/>`;

/** The tag without the attribute. */
export function withoutAttribute(tag: string, name: string): string {
  return tag.replace(attributePattern(name), "");
}

/** The attribute of that local name whatever its prefix, such as `r:id`; not one without a prefix. */
export function prefixedAttribute(tag: string, localName: string): string | undefined {
  const match = new RegExp(`\\s[\\w.-]+:${localName}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`).exec(tag);
  return match ? readText(match[1] ?? match[2] ?? "") : undefined;
}

/** Whether an xsd:boolean is on. */
export const isOn = (value: string | undefined): boolean => value === "1" || value === "true";

const patterns = new Map<string, RegExp>();

function attributePattern(name: string): RegExp {
  let pattern = patterns.get(name);
  if (!pattern) patterns.set(name, (pattern = new RegExp(`(\\s${name}\\s*=\\s*)(["'])([^]*?)\\2`)));
  return pattern;
}
