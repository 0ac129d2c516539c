import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { strToU8, zipSync } from "fflate";
import { main } from "../../src/cli/main";
import { narrated } from "../narrative/narrated";
import type { Sheet } from "../../src/core/sheet/Sheet";
import { locate } from "../fixtures/locate";
import { FORMS } from "../../src/forms/forms";
import { toDocx } from "../../src/word/docx";
import { readDocx } from "../../src/word/readDocx";
import { plainText } from "../../src/word/html";
import { liveTotals } from "../fixtures/liveTotals";
import { namedSheet, workbookOf } from "../fixtures/workbookOf";

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "kstt-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const at = (name: string): string => join(folder, name);

interface Said {
  readonly status: number;
  readonly out: string;
  readonly error: string;
}

async function kstt(...words: readonly string[]): Promise<Said> {
  let out = "";
  let error = "";
  const status = await main(words, {
    out: (text) => (out += `${text}\n`),
    error: (text) => (error += `${text}\n`),
    language: "vi",
  });
  return { status, out, error };
}

async function workbook(name: string, sheet: Sheet): Promise<string> {
  writeFileSync(at(name), await workbookOf(sheet));
  return at(name);
}

function file(name: string, content: string | Uint8Array): string {
  writeFileSync(at(name), content);
  return at(name);
}

interface JsonReport {
  readonly tables: readonly {
    readonly findings: readonly {
      readonly severity: string;
      readonly cells: readonly string[];
      readonly checks: readonly string[];
      readonly message: string;
    }[];
  }[];
  readonly texts?: readonly {
    readonly source: string;
    readonly read: number;
    readonly compared: number;
  }[];
}
const report = ({ out }: Said): JsonReport => JSON.parse(out) as JsonReport;

const phuSon = namedSheet("phu-son");
const paragraphs = narrated(locate(phuSon, FORMS).tables[0]!, "commune");
const text = plainText(paragraphs);

describe("kstt check --narrative", () => {
  it("says nothing new of a table that the text agrees with, and how much was compared", async () => {
    const without = report(await kstt("check", await workbook("a.xlsx", phuSon), "--json"));
    const found = report(await kstt("check", at("a.xlsx"), "--narrative", file("a.txt", text), "--json"));
    expect(found.tables[0]!.findings).toEqual(without.tables[0]!.findings);
    expect(without.texts).toBeUndefined();
    expect(found.texts).toEqual([{ source: "tệp a.txt", read: 11, compared: 11 }]);
  });

  it("names the cell that the text has another figure for, without calling it an error", async () => {
    const said = await kstt("check", await workbook("a.xlsx", phuSon), "--narrative", file("b.txt", text.replace("82 hồ sơ tại", "28 hồ sơ tại")), "--json");
    expect(said.status).toBe(0);
    const [told] = report(said).tables[0]!.findings.filter(({ checks }) => checks.includes("stated-in-text"));
    expect(told).toMatchObject({
      severity: "warning",
      cells: ["G73"],
      message: "Lời văn (tệp b.txt) ghi 28 hồ sơ đã giải quyết, còn bảng ghi 82 ở ô G73; một trong hai cần sửa.",
    });
  });

  it("tells people, too, what became of the text", async () => {
    const { out } = await kstt("check", await workbook("a.xlsx", phuSon), "--narrative", file("a.txt", text));
    expect(out).toContain("Lời văn (tệp a.txt): đọc được 11 số hồ sơ, đã đối chiếu 11 số với bảng.");
    const none = await kstt("check", at("a.xlsx"), "--narrative", file("none.txt", "Không có phản ánh, kiến nghị."));
    expect(none.out).toContain("Lời văn (tệp none.txt): không đọc được số hồ sơ nào để đối chiếu.");
    const other = await kstt("check", at("a.xlsx"), "--narrative", file("other.txt", text.replaceAll("2024", "2023")));
    expect(other.out).toContain("đọc được 11 số hồ sơ, không số nào cùng kỳ và cùng phạm vi với bảng.");
  });

  it("reads the same from the .docx that we write, from UTF-16, and with a byte order mark", async () => {
    const files = [
      file("c.docx", await toDocx(paragraphs)),
      file("d.txt", Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, "utf16le")])),
      file("e.txt", `\ufeff${text.normalize("NFD").replaceAll("\n", "\r\n")}`),
    ];
    for (const each of files) {
      const found = report(await kstt("check", await workbook("a.xlsx", phuSon), "--narrative", each, "--json"));
      expect(found.texts!.map(({ read, compared }) => [read, compared])).toEqual([[11, 11]]);
    }
  });

  it.each([
    ["an archive that is no Word document", zipSync({ "a.txt": strToU8("a") })],
    ["half an archive", zipSync({ "word/document.xml": strToU8("<w:p/>") }).slice(0, 40)],
  ])("says what to do with %s", async (_, bytes) => {
    const said = await kstt("check", await workbook("a.xlsx", phuSon), "--narrative", file("bad.txt", bytes));
    expect(said.status).toBe(2);
    expect(said.error).toContain("Không đọc được lời văn trong tệp này.");
    expect(said.error).toContain("bad.txt");
  });

  it("says which file is not there", async () => {
    const said = await kstt("check", await workbook("a.xlsx", phuSon), "--narrative", at("nowhere.txt"));
    expect([said.status, said.error.includes("nowhere.txt")]).toEqual([2, true]);
  });
});

describe("kstt fix and mark --narrative", () => {
  it("mends what only the text decides", async () => {
    const right = plainText(narrated(locate(liveTotals(), FORMS).tables[0]!, "official"));
    const input = await workbook("slip.xlsx", liveTotals({ E9: "55" }));
    const alone = await kstt("fix", input, "-o", at("alone.xlsx"));
    const helped = await kstt("fix", input, "-o", at("helped.xlsx"), "--narrative", file("right.txt", right));
    expect([alone.status, alone.out]).toEqual([1, ""]);
    expect([helped.status, helped.out]).toEqual([
      0,
      "II.06a!E9: 55 → 45 [chắc chắn] Ô E9, cột (5) Trực tiếp, dịch vụ bưu chính, “Đất đai”: 55 → 45 (gõ nhầm một chữ số); tổng E11 sai theo: 2 phép cộng đang lệch sẽ khớp\n",
    ]);
  });

  it("marks the cell that the text has another figure for", async () => {
    const input = await workbook("a.xlsx", phuSon);
    const [without, withText] = [
      await kstt("mark", input, "-o", at("m.xlsx")),
      await kstt("mark", input, "-o", at("n.xlsx"), "--narrative", file("b.txt", text.replace("82 hồ sơ tại", "28 hồ sơ tại"))),
    ];
    expect([without.error, withText.error].map((said) => /Đã đánh dấu (\d+) ô/.exec(said)![1])).toEqual(["3", "4"]);
  });
});

describe("readDocx", () => {
  const docx = (body: string): Uint8Array =>
    zipSync({
      "word/document.xml": strToU8(`<?xml version="1.0"?><w:document><w:body>${body}</w:body></w:document>`),
    });

  it("joins the runs of a paragraph, keeps breaks, and leaves tables and deleted words out", () => {
    const body =
      '<w:p><w:r><w:t xml:space="preserve">Đã tiếp nhận </w:t></w:r><w:r><w:t>1.652</w:t></w:r><w:del><w:r><w:delText>1.642</w:delText></w:r></w:del><w:r><w:tab/><w:t>hồ sơ &amp; &#7855;</w:t><w:br/></w:r></w:p>' +
      "<w:tbl><w:tr><w:tc><w:p><w:t>85</w:t></w:p><w:tbl><w:p><w:t>86</w:t></w:p></w:tbl></w:tc></w:tr></w:tbl><w:p><w:t>Hết.</w:t></w:p>";
    expect(readDocx(docx(body))).toBe("Đã tiếp nhận 1.652 hồ sơ & ắ\n\n\nHết.\n\n");
  });

  it("gives back what we wrote into one", async () => {
    const read = readDocx(await toDocx(paragraphs))!;
    expect(read).toContain("UBND phường Phú Sơn đã tiếp nhận 85 hồ sơ");
  });
});

it("is listed in the help", async () => {
  expect((await kstt("--help")).out).toContain("check in.xlsx [more files] [--form id] [--own own.json] [--narrative report.docx|report.txt]");
  expect(readFileSync(join(__dirname, "../../README.md"), "utf8")).toContain("--narrative");
});
