import { parse } from "parse5";
import { strFromU8, unzipSync } from "fflate";
import { applyJustifications } from "../fixtures/atOnce";
import { justificationList } from "../../src/core/justifications/justificationList";
import { toListDocx } from "../../src/word/docx";
import { toListHtml, toListText } from "../../src/word/html";
import { namedSheet } from "../fixtures/workbookOf";
import { auditOf, justifiedAt } from "../justifications/justified";
import { convertWithLibreOffice } from "../libreoffice";

const REASON = "Rút <2> hồ sơ & trả 1,\nbiên bản ngày 3/3.";

async function listOf(language: "vi" | "en" = "vi") {
  const sheets = [namedSheet("phu-my", "Phú Mỹ"), namedSheet("phu-son", "Phú Sơn")];
  const [my, son] = sheets;
  const kept = [await justifiedAt(my!, "D12", REASON), await justifiedAt(son!, "C2", "Kỳ báo cáo riêng.")];
  return justificationList(applyJustifications(await auditOf(...sheets), sheets, kept).justified, language);
}

describe("the list of justifications", () => {
  it("names place, finding, reason and day of each, and the sheets it is about", async () => {
    const { title, about, headings, rows } = await listOf();
    expect(title).toBe("DANH SÁCH GIẢI TRÌNH SỐ LIỆU");
    expect(about[0]).toContain("trang tính “Phú Mỹ”");
    expect(rows.map((row) => row.length)).toEqual([headings.length, headings.length]);
    expect(rows.map(([number, place, , reason, day]) => [number, place, reason, day])).toEqual([
      ["1", "Phú Mỹ: Ô D12", REASON, "14/3/2026"],
      ["2", "Phú Sơn: Ô C2", "Kỳ báo cáo riêng.", "14/3/2026"],
    ]);
    expect((await listOf("en")).rows[0]![2]).toContain("D12");
  });

  it("is an HTML table for Word, with nothing left unescaped", async () => {
    const html = toListHtml(await listOf());
    expect(html).toContain("Rút &lt;2&gt; hồ sơ &amp; trả 1,<br>biên bản");
    expect(html.match(/<tr>/g)).toHaveLength(3);
    expect(html.match(/font-family:'Times New Roman'/g)!.length).toBeGreaterThan(10);
    const errors: string[] = [];
    parse(`<!DOCTYPE html><html><head><title>x</title></head><body>${html}</body></html>`, { onParseError: ({ code }) => errors.push(code) });
    expect(errors).toEqual([]);
  });

  it("is plain text of a line each, columns set apart by tabs", async () => {
    const lines = toListText(await listOf()).split("\n");
    expect(lines.at(-2)!.split("\t")[3]).toBe("Rút <2> hồ sơ & trả 1, biên bản ngày 3/3.");
    expect(lines.at(-1)!.split("\t")).toHaveLength(5);
  });

  it("is a Word document whose head is repeated on every page, and which LibreOffice opens", async () => {
    const bytes = await toListDocx(await listOf());
    const xml = strFromU8(unzipSync(bytes)["word/document.xml"]!);
    expect(xml).toContain("<w:tblHeader");
    expect(xml).toContain("Rút &lt;2&gt; hồ sơ &amp; trả 1,");
    const text = strFromU8(await convertWithLibreOffice(bytes, "txt:Text (encoded):UTF8", "in.docx"));
    expect(text).toContain("DANH SÁCH GIẢI TRÌNH SỐ LIỆU");
    expect(text).toContain("Kỳ báo cáo riêng.");
  });
});
