import { defaultTreeAdapter, parse, parseFragment, type DefaultTreeAdapterTypes } from "parse5";
import { toHtml, toHtmlPage, lineText } from "../../src/word/html";
import { AWKWARD, REPORT } from "./report";

type Element = DefaultTreeAdapterTypes.Element;

const elements = (node: DefaultTreeAdapterTypes.ParentNode): readonly Element[] =>
  node.childNodes.filter(defaultTreeAdapter.isElementNode).flatMap((each) => [each, ...elements(each)]);

const textOf = (node: DefaultTreeAdapterTypes.ChildNode): string =>
  defaultTreeAdapter.isTextNode(node) ? node.value : "childNodes" in node ? node.childNodes.map(textOf).join("") : "";

const attribute = (element: Element, name: string): string | undefined => element.attrs.find((each) => each.name === name)?.value;

const style = (element: Element): Readonly<Record<string, string>> =>
  Object.fromEntries(attribute(element, "style")!.split(";").map((each) => each.split(":") as [string, string]));

const paragraphs = (html: string) => elements(parseFragment(html)).filter(({ tagName }) => tagName === "p");

const find = (text: string) => paragraphs(toHtml(REPORT)).find((each) => textOf(each).startsWith(text))!;

describe("the HTML for Word", () => {
  it("holds every heading and line, in order, and nothing else", () => {
    const expected = REPORT.flatMap(({ heading, lines }) => [heading, ...lines.map((line) => lineText(line))]);
    expect(paragraphs(toHtml(REPORT)).map((each) => textOf(each).replace("\u00a0", " "))).toEqual(expected);
    expect(new Set(elements(parseFragment(toHtml(REPORT))).map(({ tagName }) => tagName))).toEqual(new Set(["p", "b", "span"]));
  });

  it("is Times New Roman 14, justified and Vietnamese in every paragraph and run", () => {
    for (const element of elements(parseFragment(toHtml(REPORT))).filter(({ tagName }) => tagName !== "b")) {
      expect(attribute(element, "lang")).toBe("vi-VN");
      expect(style(element)).toMatchObject({ "font-family": "'Times New Roman',serif", "font-size": "14pt" });
    }
    for (const paragraph of paragraphs(toHtml(REPORT))) expect(style(paragraph)["text-align"]).toBe("justify");
  });

  it("indents the first line of body text and hangs deeper bullets under themselves", () => {
    expect(style(find("-\u00a0Tổng số"))).toMatchObject({ margin: "0cm 0cm 6pt 0cm", "text-indent": "1.27cm" });
    expect(style(find("(Số liệu"))).toMatchObject({ margin: "0cm 0cm 6pt 0cm", "text-indent": "1.27cm" });
    expect(style(find("+\u00a0Lĩnh vực"))).toMatchObject({ margin: "0cm 0cm 6pt 2.3cm", "text-indent": "-0.4cm" });
  });

  it("prints the heading in bold, and only the heading", () => {
    const bold = elements(parseFragment(toHtml(REPORT))).filter(({ tagName }) => tagName === "b");
    expect(bold.map(textOf)).toEqual(REPORT.map(({ heading }) => heading));
  });

  it("keeps words from becoming markup", () => {
    const html = toHtml(AWKWARD);
    expect(paragraphs(html).map(textOf)).toEqual(['A & B <b>"C"</b>', "1 < 2 && '&lt;'"]);
  });

  it("is a whole page where a file is wanted", () => {
    const page = elements(parse(toHtmlPage(REPORT)));
    expect(page.find(({ tagName }) => tagName === "title")!.childNodes.map(textOf)).toEqual(["Tình hình, kết quả giải quyết thủ tục hành chính"]);
    expect(page.find(({ tagName }) => tagName === "meta")?.attrs).toEqual([{ name: "charset", value: "utf-8" }]);
    expect(toHtmlPage(REPORT)).toContain(toHtml(REPORT));
  });
});
