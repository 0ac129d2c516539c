import { strFromU8, unzipSync } from "fflate";
import { toDocx } from "../../src/word/docx";
import { lineText } from "../../src/word/html";
import { convertWithLibreOffice } from "../libreoffice";
import { AWKWARD, REPORT } from "./report";

const SENTENCES = REPORT.flatMap(({ heading, lines }) => [heading, ...lines.map((line) => lineText(line))]);

const partsOf = async (...args: Parameters<typeof toDocx>): Promise<Readonly<Record<string, string>>> =>
  Object.fromEntries(Object.entries(unzipSync(await toDocx(...args))).map(([name, bytes]) => [name, strFromU8(bytes)]));

const paragraphs = (xml: string): readonly string[] => xml.match(/<w:p>.*?<\/w:p>/gs) ?? [];

const textOf = (xml: string): string =>
  [...xml.matchAll(/<w:t[^>]*>(.*?)<\/w:t>/gs)].map(([, text]) => text!).join("").replace("\u00a0", " ");

describe("the Word document", () => {
  let parts: Readonly<Record<string, string>> = {};
  beforeAll(async () => {
    parts = await partsOf(REPORT);
  });
  const part = (name: string) => parts[name]!;
  const find = (text: string) => paragraphs(part("word/document.xml")).find((each) => textOf(each).startsWith(text))!;

  it("holds every heading and line, in order", () => {
    expect(paragraphs(part("word/document.xml")).map(textOf)).toEqual(SENTENCES);
  });

  it("is an upright A4 page with the margins of the decree", () => {
    expect(part("word/document.xml")).toContain('<w:pgSz w:w="11906" w:h="16838" w:orient="portrait"/>');
    expect(part("word/document.xml")).toMatch(/<w:pgMar w:top="1134" w:right="850" w:bottom="1134" w:left="1701"/);
  });

  it("is Times New Roman 14 in every script, in Vietnamese", () => {
    const defaults = /<w:rPrDefault>(.*?)<\/w:rPrDefault>/s.exec(part("word/styles.xml"))![1]!;
    for (const script of ["ascii", "hAnsi", "cs", "eastAsia"]) expect(defaults).toContain(`w:${script}="Times New Roman"`);
    expect(defaults).toContain('<w:sz w:val="28"/>');
    expect(defaults).toContain('<w:lang w:val="vi-VN"');
  });

  it("numbers its pages in the middle of the top margin, from the second on", () => {
    const relations = part("word/_rels/document.xml.rels");
    const header = (type: string) => {
      const id = new RegExp(`<w:headerReference w:type="${type}" r:id="(\\w+)"/>`).exec(part("word/document.xml"))![1];
      const relation = relations.match(/<Relationship [^>]*>/g)!.find((each) => each.includes(`Id="${id}"`))!;
      return part(`word/${/Target="([^"]+)"/.exec(relation)![1]}`);
    };
    expect(part("word/document.xml")).toContain("<w:titlePg/>");
    expect(header("default")).toMatch(/<w:jc w:val="center"\/>.*>PAGE</s);
    expect(header("first")).not.toContain("PAGE");
    // Word calls a header without any paragraph corrupt.
    expect(header("first")).toMatch(/<w:p\b/);
  });

  it("justifies, indents and spaces its lines, and keeps the bold heading with what follows", () => {
    expect(find("- Tổng số")).toContain('<w:spacing w:after="120"/><w:ind w:left="0" w:firstLine="720"/><w:jc w:val="both"/>');
    expect(find("+ Lĩnh vực")).toContain('<w:ind w:left="1304" w:hanging="227"/>');
    expect(find("Tình hình")).toMatch(/<w:keepNext\/>.*<w:b\/>/s);
    expect(find("- Tổng số")).not.toContain("<w:b/>");
  });

  it("keeps words from becoming markup", async () => {
    const document = (await partsOf(AWKWARD))["word/document.xml"]!;
    expect(document).toContain("A &amp; B &lt;b&gt;");
  });
});

describe("LibreOffice", () => {
  it("reads the same sentences out of the document", async () => {
    const bytes = await convertWithLibreOffice(await toDocx(REPORT), "txt:Text (encoded):UTF8", "report.docx");
    const text = new TextDecoder().decode(bytes).replaceAll("\u00a0", " ");
    expect(text.split(/\r?\n/).filter((line) => line.trim() !== "")).toEqual(SENTENCES);
  });
});
