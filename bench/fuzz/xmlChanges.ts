import type { Chance } from "../localisation/chance";
import { longest } from "./oddTexts";

/** What stands in attributes of files that other programs wrote, or that somebody wrote to do harm. */
const ODD_VALUES: readonly string[] = [
  "", " ", "-1", "0", "1", "2", "00", "1.5", "1e9", "4294967296", "99999999999999999999", "A0", "A1", "a1", "$A$1", "XFD1048576", "XFE1", "A1048577", "A99999999999", "A1:A1:A1", "A1:XFD1048576",
  "B2:A1", "A1 B2  C3:D4", "true", "false", "&#0;", "&#x110000;", "&#xD800;", "&lt;", "&bogus;", "&amp;amp;", "__proto__", "constructor", "../../../etc/passwd", "http://example.org/x", "file:///etc/passwd",
  "javascript:alert(1)", "ắ", "١٢", "rId1", "rId999", "sheet1.xml", "/xl/workbook.xml", "s", "str", "inlineStr", "e", "b", "d", "array", "shared", "dataTable", "visible", "external",
]; // prettier-ignore

const NAMES: readonly string[] = ["a", "c", "row", "f", "v", "t", "is", "si", "r", "x:c", "mergeCell", "sheet", "table", "td", "div", "script", "style", "svg", "math", "template", "__proto__", "ố"];

const TAGS = /<[A-Za-z/][^<>]*>/g;
const ATTRIBUTES = /\s[\w:]+="[^"]*"/g;
const TEXTS = />([^<>]+)</g;

/** One of the places where a pattern is met in a text, drawn; undefined where there is none. */
function place(text: string, pattern: RegExp, draw: Chance): { readonly at: number; readonly end: number; readonly text: string } | undefined {
  const all = [...text.matchAll(pattern)];
  if (all.length === 0) return undefined;
  const { index, 0: found } = draw.pick(all);
  return { at: index, end: index + found.length, text: found };
}

type Make = (xml: string, draw: Chance) => string;

/** Something put in the place of one match, drawn. */
const instead =
  (pattern: RegExp, make: (found: string, draw: Chance) => string): Make =>
  (xml, draw) => {
    const found = place(xml, pattern, draw);
    return found ? xml.slice(0, found.at) + make(found.text, draw) + xml.slice(found.end) : xml;
  };

/** The ways in which the text of a part, or of a page, is spoilt, each by its name. */
export const XML_CHANGES: readonly (readonly [name: string, make: Make])[] = [
  ["an attribute gone", instead(ATTRIBUTES, () => "")],
  ["an attribute twice", instead(ATTRIBUTES, (found) => found + found)],
  ["an odd attribute", instead(ATTRIBUTES, (found, draw) => `${found.slice(0, found.indexOf("=") + 1)}"${draw.pick(ODD_VALUES)}"`)],
  ["a long attribute", instead(ATTRIBUTES, (found, draw) => `${found.slice(0, found.indexOf("=") + 1)}"${longest(draw.pick(["1", "A1 ", "A1:B2 ", "&amp;", " "]))}"`)],
  ["an attribute in single quotes", instead(ATTRIBUTES, (found) => found.replaceAll('"', "'"))],
  ["an attribute of another name", instead(ATTRIBUTES, (found, draw) => ` ${draw.pick(["r", "t", "s", "ref", "x:y", "xmlns", "xml:space", "__proto__"])}${found.slice(found.indexOf("="))}`)],
  ["an unknown attribute", instead(TAGS, (found, draw) => found.replace(/\/?>$/, ` ${draw.pick(["xr:uid", "colspan", "rowspan", "mso-x", "style", "r"])}="${draw.pick(ODD_VALUES)}"$&`))],
  ["a tag gone", instead(TAGS, () => "")],
  ["a tag twice", instead(TAGS, (found) => found + found)],
  ["a tag of another name", instead(TAGS, (found, draw) => found.replace(/[\w:]+/, draw.pick(NAMES)))],
  ["a tag in capitals", instead(TAGS, (found) => found.toUpperCase())],
  ["white space within a tag", instead(TAGS, (found, draw) => found.replace(/\/?>$/, `${draw.pick([" ", "\n", "\t\t"])}$&`))],
  ["an element repeated", instead(/<(\w+)[^<>]*>[^<>]*<\/\w+>/g, (found, draw) => found.repeat(draw.pick([2, 3, 2000])))],
  ["a deep nest", instead(TAGS, (found, draw) => {
    const [name, deep] = [draw.pick(NAMES), draw.pick([10, 300, 5000])];
    return `${found}${`<${name}>`.repeat(deep)}${`</${name}>`.repeat(draw.pick([deep, deep, 0, deep - 1]))}`;
  })],
  ["another text", instead(TEXTS, (_, draw) => `>${draw.pick(ODD_VALUES)}<`)],
  ["a text in CDATA", instead(TEXTS, (found) => `><![CDATA[${found.slice(1, -1)}]]><`)],
  ["a text of many references", instead(TEXTS, (_, draw) => `>${draw.pick(["&amp;", "&#49;", "&#x31;", "&bogus;"]).repeat(draw.pick([1, 20, 5000]))}<`)],
  ["a comment", instead(TAGS, (found, draw) => `<!--${draw.pick(["", " ghi chú ", "><c r='A1'/>", "-"])}-->${found}`)],
  ["an instruction", instead(TAGS, (found) => `<?mso-application progid="Excel.Sheet"?>${found}`)],
  ["an entity declared", (xml) => xml.replace(/<[A-Za-z]/, '<!DOCTYPE x [<!ENTITY a "b"><!ENTITY c "&a;&a;&a;&a;"><!ENTITY d SYSTEM "file:///etc/passwd">]>$&').replace(/>([^<>]+)</, ">&c;&d;<")],
  ["cut off", (xml, draw) => xml.slice(0, draw.whole(0, xml.length))],
  ["a piece cut out", (xml, draw) => {
    const at = draw.whole(0, xml.length);
    return xml.slice(0, at) + xml.slice(at + draw.pick([1, 2, 10, 200]));
  }],
  ["a piece moved", (xml, draw) => {
    const [from, long, to] = [draw.whole(0, xml.length), draw.pick([1, 20, 300]), draw.whole(0, xml.length)];
    const rest = xml.slice(0, from) + xml.slice(from + long);
    return rest.slice(0, to) + xml.slice(from, from + long) + rest.slice(to);
  }],
  ["emptied", (_, draw) => draw.pick(["", " ", "<", "<a", "<a/>", "<?xml version='1.0'?>"])],
  ["prefixed", (xml) => xml.replace(/<(\/?)([A-Za-z])/g, "<$1x:$2").replace(" xmlns=", " xmlns:x=")],
  ["of another namespace", (xml, draw) => xml.replace(/xmlns="[^"]*"/, `xmlns="${draw.pick(["", "urn:x", "http://purl.oclc.org/ooxml/spreadsheetml/main"])}"`)],
  ["another encoding named", (xml, draw) => xml.replace(/UTF-8/i, draw.pick(["utf-8", "UTF-16", "windows-1258", "x-unknown", ""]))],
  ["a byte order mark", (xml) => `\ufeff${xml}`],
]; // prettier-ignore
