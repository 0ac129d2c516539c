import type { DefaultTreeAdapterMap } from "parse5";

export type HtmlNode = DefaultTreeAdapterMap["childNode"];
export type HtmlElement = DefaultTreeAdapterMap["element"];

export const isElement = (node: HtmlNode): node is HtmlElement => "tagName" in node;

export const isText = (node: HtmlNode): node is DefaultTreeAdapterMap["textNode"] => node.nodeName === "#text";

export const attributeOf = (element: HtmlElement, name: string): string | undefined =>
  element.attrs.find((attribute) => attribute.name === name)?.value;

/** Elements whose words nobody sees. */
const UNSEEN = new Set(["head", "script", "style", "template", "title", "xml", "noscript", "colgroup"]);

export const isUnseen = (element: HtmlElement): boolean => UNSEEN.has(element.tagName);

/** Elements that begin and end a line. */
const BLOCKS = new Set(["address", "article", "blockquote", "center", "div", "dd", "dl", "dt", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "li", "main", "ol", "p", "pre", "section", "table", "tr", "ul", "caption"]);

export const isBlock = (element: HtmlElement): boolean => BLOCKS.has(element.tagName);

export function contains(element: HtmlElement, tagName: string): boolean {
  return element.childNodes.some((node) => isElement(node) && (node.tagName === tagName || contains(node, tagName)));
}

/** What a person reads in the nodes: white space folded, a line for each `br` and block, cells of a nested row side by side. */
export function visibleText(nodes: readonly HtmlNode[]): string {
  let text = "";
  const breakLine = (): void => {
    if (text !== "" && !text.endsWith("\n")) text += "\n";
  };
  const walk = (node: HtmlNode): void => {
    if (isText(node)) {
      const folded = node.value.replace(/[ \t\n\r\f]+/g, " ");
      text += text === "" || /[\n ]$/.test(text) ? folded.replace(/^ /, "") : folded;
    } else if (isElement(node) && !isUnseen(node)) {
      if (node.tagName === "br") text = `${text.replace(/ $/, "")}\n`;
      else if (isBlock(node)) {
        breakLine();
        node.childNodes.forEach(walk);
        breakLine();
      } else {
        node.childNodes.forEach(walk);
        if (node.tagName === "td" || node.tagName === "th") text += " ";
      }
    }
  };
  nodes.forEach(walk);
  return text.replace(/ +\n/g, "\n").replace(/^[\s\u00a0]+|[\s\u00a0]+$/g, "");
}
