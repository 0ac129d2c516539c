import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { strToU8, zipSync } from "fflate";
import { main } from "../../src/cli/main";
import { sheetFromText } from "../fixtures/sheetFromText";
import { workbookOf } from "../fixtures/workbookOf";

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "kstt-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function kstt(...words: readonly string[]) {
  let out = "";
  let error = "";
  const status = await main(words, { out: (text) => (out += `${text}\n`), error: (text) => (error += `${text}\n`), language: "vi" });
  return { status, out, error };
}

function file(name: string, text: string | Uint8Array): string {
  writeFileSync(join(folder, name), text);
  return join(folder, name);
}

const WRONG = "Đã tiếp nhận 1.320/5.227 hồ sơ, đạt 25,01%.";

describe("kstt proofread", () => {
  it("tells what it read and what differs, as programs read it", async () => {
    const { status, out } = await kstt("proofread", file("wrong.txt", WRONG), "--json");
    expect(status).toBe(1);
    expect(JSON.parse(out)).toEqual({
      file: join(folder, "wrong.txt"),
      figures: { seen: 2, read: 2, unread: [] },
      claims: [{ kind: "ratio", at: [13, 41], quote: "1.320/5.227 hồ sơ, đạt 25,01", verdict: "differs" }],
      findings: [
        {
          severity: "error",
          at: [36, 41],
          quote: "25,01",
          stated: "25,01",
          expected: "25,25",
          other: { at: [13, 24], quote: "1.320/5.227" },
          message: "Tỷ lệ ghi 25,01%, không khớp với số liệu: 1.320/5.227 = 25,25%.",
          suggestion: "Nếu các số còn lại đúng, sửa “25,01” thành “25,25”.",
        },
      ],
    });
  });

  it("tells people the line, the words and what to do", async () => {
    const { out } = await kstt("proofread", file("wrong.md", `\n\n${WRONG}`));
    expect(out).toContain("đọc 2/2 số; 1 điều đối chiếu được, 0 khớp, 1 lệch");
    expect(out).toContain("LỖI dòng 3  “25,01”");
    expect(out).toContain("→ Nếu các số còn lại đúng, sửa “25,01” thành “25,25”.");
  });

  it("finds nothing in a report that is right", async () => {
    const { status, out } = await kstt("proofread", file("right.txt", "Đã tiếp nhận 1.320/5.227 hồ sơ, đạt 25,25%."), "--json");
    expect([status, JSON.parse(out)]).toMatchObject([0, { findings: [] }]);
  });

  it("reads web pages without what no reader sees", async () => {
    const page = `<html><head><style>p { width: 50% }</style></head><body><p>Đã tiếp nhận <b>1.320</b>/5.227&nbsp;hồ sơ,<br>đạt 25,01%.</p><script>var a = "3/4 hồ sơ, đạt 10%"</script></body></html>`;
    const { out } = await kstt("proofread", file("page.html", page), "--json");
    expect(JSON.parse(out)).toMatchObject({ figures: { seen: 2 }, findings: [{ stated: "25,01", expected: "25,25" }] });
  });

  it("goes on after a report that it cannot read", async () => {
    const { status, out, error } = await kstt("proofread", join(folder, "none.txt"), file("right.txt", "Đã tiếp nhận 96 hồ sơ."), "--json");
    expect(status).toBe(2);
    expect(error).toContain("none.txt");
    expect(JSON.parse(out)).toMatchObject([{ unreadable: expect.stringContaining("none.txt") as string }, { figures: { seen: 1 } }]);
  });

  it("reads Word documents, with their tables", async () => {
    const paragraph = (words: string): string => `<w:p><w:r><w:t>${words}</w:t></w:r></w:p>`;
    const row = (...cells: readonly string[]): string => `<w:tr>${cells.map((cell) => `<w:tc>${paragraph(cell)}</w:tc>`).join("")}</w:tr>`;
    const body = `${paragraph("Đã tiếp nhận 1.320/5.227 hồ sơ, đạt 25,01%.")}<w:tbl>${row("Lĩnh vực", "Tổng số", "Ghi chú")}${row("Đất đai", "12", "")}</w:tbl>`;
    const docx = zipSync({ "word/document.xml": strToU8(`<w:document><w:body>${body}</w:body></w:document>`) });
    const { out } = await kstt("proofread", file("report.docx", docx), "--json");
    expect(JSON.parse(out)).toMatchObject({ figures: { seen: 3, read: 3 }, findings: [{ stated: "25,01" }] });
  });

  it("holds a report against a workbook, and names the cell", async () => {
    const table = `Biểu số II.06a/VPCP/KSTT
STT\tLĩnh vực giải quyết\tSố lượng hồ sơ tiếp nhận\t\t\t\tSố lượng hồ sơ đã giải quyết\t\t\t\tSố lượng hồ sơ đang giải quyết\t\t
\t\tTổng số\tTrong kỳ\t\tTừ kỳ trước\tTổng số\tTrước hạn\tĐúng hạn\tQuá hạn\tTổng số\tTrong hạn\tQuá hạn
\t\t\tTrực tuyến\tTrực tiếp, dịch vụ bưu chính\t\t\t\t\t\t\t\t
(1)\t(2)\t(3)=(4)+(5)+(6)\t(4)\t(5)\t(6)\t(7)=(8)+(9)+(10)\t(8)\t(9)\t(10)\t(11)=(12)+(13)\t(12)\t(13)
1\tLĩnh vực Chứng thực\t85\t84\t0\t1\t82\t60\t22\t0\t3\t3\t0
\tTổng số\t85\t84\t0\t1\t82\t60\t22\t0\t3\t3\t0`;
    writeFileSync(join(folder, "tables.xlsx"), await workbookOf(sheetFromText(table, "PL3")));
    const text = file("with.txt", "Đã tiếp nhận 86 hồ sơ. Đã giải quyết 82 hồ sơ. Đang giải quyết 03 hồ sơ.");
    const { out } = await kstt("proofread", text, "--with", join(folder, "tables.xlsx"), "--json");
    const { findings } = JSON.parse(out) as { readonly findings: readonly { readonly other?: { readonly cell?: string } }[] };
    expect(findings).toContainEqual(expect.objectContaining({ severity: "error", stated: "86", expected: "85", other: { cell: "'PL3'!C7" } }));
  });
});
