import { spawnSync } from "node:child_process";
import { chmodSync, lstatSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { unzipSync, zipSync } from "fflate";
import { main } from "../../src/cli/main";
import type { Sheet } from "../../src/core/sheet/Sheet";
import { FORM_IDS } from "../../src/forms/loadForm";
import { newWorkbook } from "../../src/xlsx/newWorkbook";
import { sheetFromText, withCells } from "../fixtures/sheetFromText";
import { htmlExport, namedSheet, workbookOf } from "../fixtures/workbookOf";

interface Said {
  readonly status: number;
  readonly out: string;
  readonly error: string;
}

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "kstt-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const at = (name: string): string => join(folder, name);

async function kstt(...words: readonly string[]): Promise<Said> {
  let out = "";
  let error = "";
  const status = await main(words, { out: (text) => (out += `${text}\n`), error: (text) => (error += `${text}\n`), language: "vi" });
  return { status, out, error };
}

async function file(name: string, ...sheets: readonly Sheet[]): Promise<string> {
  writeFileSync(at(name), await workbookOf(...sheets));
  return at(name);
}

interface JsonFinding {
  readonly severity: string;
  readonly cells: readonly string[];
  readonly checks: readonly string[];
  readonly message: string;
  readonly suggestions: readonly { readonly cell: string; readonly from: unknown; readonly to: unknown; readonly sure: string; readonly why: string }[];
}

interface JsonReport {
  readonly file: string;
  readonly tables: readonly {
    readonly sheet: string;
    readonly form: string;
    readonly range: string;
    readonly checks: { readonly pass: number; readonly fail: number; readonly skip: number };
    readonly findings: readonly JsonFinding[];
  }[];
  readonly unrecognised: readonly { readonly sheet: string; readonly why: string }[];
}

const report = ({ out }: Said): JsonReport => JSON.parse(out) as JsonReport;
const of = ({ tables }: JsonReport, severity: string): readonly JsonFinding[] =>
  tables.flatMap(({ findings }) => findings).filter((finding) => finding.severity === severity);

describe("kstt check", () => {
  it("finds the two wrong cells of Phú Mỹ's table as printed, and no other", async () => {
    const said = await kstt("check", await file("phu-my.xlsx", namedSheet("phu-my")), "--json");
    expect(said.status).toBe(1);
    const found = report(said);
    expect(found.tables[0]).toMatchObject({ sheet: "II.06a", form: "ii-06a", range: "A5:M16", checks: { pass: 232, fail: 4, skip: 1 } });
    expect(of(found, "error").map(({ cells, checks, suggestions }) => ({ cells, checks, to: suggestions.map(({ to }) => to) }))).toEqual([
      { cells: ["D12"], checks: ["received-by-channel", "total-of-fields"], to: [14] },
      { cells: ["D13"], checks: ["received-by-channel", "total-of-fields"], to: [6] },
    ]);
    expect(of(found, "error")[0]!.message).toContain("1.640");
    expect(of(found, "warning")).toEqual([]);
  });

  it("finds no error in Phú Sơn's 52 rows: the doubled field is told, and the start of the period questioned", async () => {
    const said = await kstt("check", await file("phu-son.xlsx", namedSheet("phu-son")), "--json");
    expect(said.status).toBe(0);
    const found = report(said);
    expect(of(found, "error")).toEqual([]);
    expect(of(found, "info").map(({ cells }) => cells)).toEqual([["B36", "B37"]]);
    expect(of(found, "warning").map(({ cells, suggestions }) => [cells, suggestions[0]!.to])).toEqual([
      [["C2"], "(Từ ngày 15/12/2023 đến ngày 14/03/2024 )"],
    ]);
  });

  it.each([
    ["phu-my", 2],
    ["phu-son", 0],
  ])("reads %s as the provincial system exports it: HTML named .xls", async (name, errors) => {
    writeFileSync(at(`${name}.xls`), htmlExport(namedSheet(name)));
    const said = await kstt("check", at(`${name}.xls`), "--json");
    expect(of(report(said), "error")).toHaveLength(errors);
    expect(said.status).toBe(errors > 0 ? 1 : 0);
  });

  it("reads Phú Mỹ's table with its header printed again in the middle", async () => {
    const lines = readFileSync(join(__dirname, "../forms/ii-06a/phu-my.tsv"), "utf8").split("\n");
    const printed = [...lines.slice(0, 11), ...lines.slice(4, 8), ...lines.slice(11)].join("\n");
    const found = report(await kstt("check", await file("pages.xlsx", sheetFromText(printed)), "--json"));
    expect(found.tables).toHaveLength(1);
    expect(of(found, "error").map(({ cells }) => cells)).toEqual([["D16"], ["D17"]]);
  });

  it("gives an array for several files, and names each", async () => {
    const files = [await file("one.xlsx", namedSheet("live")), await file("two.xlsx", namedSheet("phu-my"))];
    const said = await kstt("check", ...files, "--json");
    expect((JSON.parse(said.out) as JsonReport[]).map((each) => each.file)).toEqual(files);
    expect(said.status).toBe(1);
  });

  it("says what it could not recognise", async () => {
    const other = sheetFromText("Ghi chú\tchung", "Nháp");
    const found = report(await kstt("check", await file("other.xlsx", namedSheet("live"), other), "--json"));
    expect(found.unrecognised).toEqual([{ sheet: "Nháp", why: "Không thấy biểu mẫu nào đã biết trên trang tính này." }]);
  });

  it("works out sums that a program saved without results", async () => {
    const bare = withCells(namedSheet("live"), { C7: "=D7+E7+F7", C11: "=SUM(C7:C10)" });
    const found = report(await kstt("check", await file("uncalculated.xlsx", bare), "--json"));
    expect(of(found, "error")).toEqual([]);
    expect(found.tables[0]!.checks.skip).toBe(1);
  });

  it("says of other formulas without results what to do", async () => {
    const found = report(await kstt("check", await file("lookup.xlsx", withCells(namedSheet("live"), { D7: "=VLOOKUP(B7,X1:Y9,2)" })), "--json"));
    expect(of(found, "warning")[0]!.message).toContain("Hãy mở tệp bằng Excel, lưu lại rồi kiểm tra");
  });

  it("reads 100,000 rows", async () => {
    const lines = readFileSync(join(__dirname, "../forms/ii-06a/live.tsv"), "utf8").split("\n").slice(0, 6);
    for (let row = 1; row <= 100_000; row++) lines.push(`${row}\tĐơn vị ${row}\t3\t1\t1\t1\t2\t1\t1\t0\t1\t1\t0`);
    const said = await kstt("check", await file("long.xlsx", sheetFromText(lines.join("\n"))), "--json");
    expect(said.status).toBe(0);
    expect(report(said).tables[0]!.range).toBe("A3:M100006");
  });
});

describe("what cannot be read is told in one sentence, with exit status 2", () => {
  const header = async () => file("header.xlsx", sheetFromText(readFileSync(join(__dirname, "../forms/ii-06a/phu-my.tsv"), "utf8").split("\n").slice(0, 8).join("\n")));
  const bytes = (name: string, content: Uint8Array | string) => {
    writeFileSync(at(name), content);
    return at(name);
  };
  // What Excel writes around an encrypted workbook: an OLE container with a stream of this name.
  const encrypted = () => {
    const container = Buffer.alloc(4096);
    Buffer.from("D0CF11E0A1B11AE1", "hex").copy(container);
    Buffer.from("EncryptedPackage", "utf16le").copy(container, 1024);
    return container;
  };

  it.each([
    ["a file protected by a password", async () => bytes("password.xlsx", encrypted()), "mật khẩu"],
    ["a file cut off", async () => bytes("cut.xlsx", (await workbookOf(namedSheet("live"))).slice(0, 900)), "cắt cụt"],
    ["a picture named .xlsx", async () => bytes("picture.xlsx", Buffer.from("89504E470D0A1A0A0000000D49484452", "hex")), "hình ảnh"],
    ["an empty workbook", async () => bytes("blank.xlsx", newWorkbook().save()), "không có ô nào có dữ liệu"],
    ["a header without rows", header, "chưa có dòng số liệu"],
    ["a file that is not there", async () => at("nowhere.xlsx"), "Không mở được tệp"],
    ["a folder", async () => folder, "thư mục"],
  ])("%s", async (_name, make, words) => {
    const path = await make();
    for (const command of [["check", path, "--json"], ["fix", path, "-o", at("never.xlsx")], ["mark", path, "-o", at("never.xlsx")]]) {
      const { status, out, error } = await kstt(...command);
      expect({ status, out }).toEqual({ status: 2, out: "" });
      expect(error).toContain(words);
      expect(error.trim().split("\n")).toHaveLength(1);
      expect(error).not.toMatch(/\bat .+:\d+|Error:/);
    }
    expect(readdirSync(folder).filter((name) => name.includes("never") || name.endsWith(".tmp"))).toEqual([]);
  });

  it("stands among the files beside it, which are still checked", async () => {
    const said = await kstt("check", bytes("bad.xlsx", "x"), await file("good.xlsx", namedSheet("live")), "--json");
    expect(said.status).toBe(2);
    const [bad, good] = JSON.parse(said.out) as readonly (JsonReport & { readonly unreadable?: string })[];
    expect(bad).toEqual({ file: at("bad.xlsx"), unreadable: said.error.trim() });
    expect([good!.file, good!.unreadable, good!.tables.length]).toEqual([at("good.xlsx"), undefined, 1]);
  });

  it.each([[["chek"]], [["check"]], [["check", "--nonsense", "x.xlsx"]], [["fix", "x.xlsx"]], [["check", "x.xlsx", "--form", "ii-99"]], [["new", "ii-99", "-o", "x.xlsx"]], [["new", "ii-06a", "-o", "x.xlsx", "--from", "1/1/2024"]]])(
    "a wrong command line: %j",
    async (words) => {
      const { status, error } = await kstt(...words);
      expect(status).toBe(2);
      expect(error).toContain("--help");
    },
  );
});

/** The workbook with a part rewritten. */
function rewritten(path: string, part: string, change: (xml: string) => string): string {
  const parts = unzipSync(new Uint8Array(readFileSync(path)));
  parts[part] = new TextEncoder().encode(change(new TextDecoder().decode(parts[part])));
  writeFileSync(path, zipSync(parts));
  return path;
}

const protectedFile = async (name: string, sheet: Sheet): Promise<string> =>
  rewritten(await file(name, sheet), "xl/worksheets/sheet1.xml", (xml) => xml.replace("</sheetData>", '</sheetData><sheetProtection sheet="1"/>'));

describe("where the result is written", () => {
  it("may be the file that was read, which keeps its permissions", async () => {
    const path = await file("same.xlsx", namedSheet("phu-my"));
    chmodSync(path, 0o640);
    expect((await kstt("fix", path, "-o", path)).status).toBe(0);
    expect((await kstt("check", path)).status).toBe(0);
    if (process.platform !== "win32") expect(statSync(path).mode & 0o777).toBe(0o640);
  });

  it("may be behind a link, which stays one", async () => {
    if (process.platform === "win32") return;
    const target = await file("linked.xlsx", namedSheet("live"));
    symlinkSync(target, at("link.xlsx"));
    await kstt("mark", await file("phu-my.xlsx", namedSheet("phu-my")), "-o", at("link.xlsx"));
    expect(lstatSync(at("link.xlsx")).isSymbolicLink()).toBe(true);
    expect((await kstt("check", target, "--json")).out).toContain("D12");
  });

  it.each([
    ["a folder", () => (mkdirSync(at("folder"), { recursive: true }), at("folder"))],
    ["a folder that does not exist", () => at("nowhere/out.xlsx")],
    ["a name longer than any system takes", () => at(`${"d".repeat(300)}.xlsx`)],
  ])("cannot be %s: that is said in a sentence, and nothing stays behind", async (_, path) => {
    const source = await file("phu-my.xlsx", namedSheet("phu-my"));
    const said = await kstt("mark", source, "-o", path());
    expect(said).toMatchObject({ status: 2, out: "" });
    expect(said.error).toContain("Không ghi được tệp kết quả");
    expect(readdirSync(folder).filter((name) => name.endsWith(".tmp"))).toEqual([]);
  });

  it("should end as what it is, or Excel will not open it", async () => {
    const macros = rewritten(await file("macros.xlsm", namedSheet("live")), "[Content_Types].xml", (xml) =>
      xml.replace("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml", "application/vnd.ms-excel.sheet.macroEnabled.main+xml"),
    );
    expect((await kstt("mark", macros, "-o", at("macros-out.xlsx"))).error).toContain("hãy đặt đuôi .xlsm");
    expect((await kstt("mark", macros, "-o", at("macros-out.XLSM"))).error).not.toContain("đuôi");
    writeFileSync(at("page.xls"), htmlExport(namedSheet("phu-my")));
    expect((await kstt("mark", at("page.xls"), "-o", at("page-out.xls"))).error).toContain("hãy đặt đuôi .xlsx");
  });
});

describe("a protected sheet", () => {
  it("is left as it is by fix, which says so", async () => {
    const said = await kstt("fix", await protectedFile("protected.xlsx", namedSheet("phu-my")), "-o", at("protected-fixed.xlsx"));
    expect(said.status).toBe(1);
    expect(said.out).toBe("");
    expect(said.error).toContain("trang tính đang được bảo vệ");
  });

  it("is left as it is by compute, which claims nothing else", async () => {
    const said = await kstt("compute", await protectedFile("protected.xlsx", withCells(namedSheet("sections"), { D8: "" })), "-o", at("protected-computed.xlsx"));
    expect(said.status).toBe(1);
    expect(said.out).not.toContain("Đã đặt công thức");
    expect(said.error).toContain("trang tính đang được bảo vệ");
  });
});

describe("a hidden sheet", () => {
  const hidden = async (name: string, sheet: Sheet): Promise<string> =>
    rewritten(await file(name, sheet), "xl/workbook.xml", (xml) => xml.replace("<sheet ", '<sheet state="hidden" '));

  it("is left as it is by fix and compute, which say so, until they are told to change it", async () => {
    const [path, out] = [await hidden("hidden.xlsx", namedSheet("phu-my")), at("hidden-out.xlsx")];
    for (const command of ["fix", "compute"]) {
      const said = await kstt(command, path, "-o", out);
      expect(said.error).toContain("Trang tính đang ẩn nên được giữ nguyên: “II.06a”. Chạy lại với --hidden");
      expect(unzipSync(new Uint8Array(readFileSync(out)))).toEqual(unzipSync(new Uint8Array(readFileSync(path))));
    }
    const said = await kstt("fix", path, "-o", out, "--hidden");
    expect(said.out).toContain("II.06a!D12: “0” → 14 [chắc chắn]");
    expect(said.error).not.toContain("--hidden");
  });
});

describe("kstt fix", () => {
  it("applies what is certain or likely, lists it, and leaves no error in Phú Mỹ's table", async () => {
    const said = await kstt("fix", await file("phu-my.xlsx", namedSheet("phu-my")), "-o", at("mended.xlsx"));
    expect(said.status).toBe(0);
    expect(said.out).toContain("II.06a!D12: “0” → 14 [chắc chắn]");
    expect(said.out).toContain("II.06a!D13: “0” → 6 [chắc chắn]");
    const after = report(await kstt("check", at("mended.xlsx"), "--json"));
    expect(after.tables[0]!.findings).toEqual([]);
  });

  it("leaves alone what is only possible", async () => {
    await kstt("fix", await file("phu-son.xlsx", namedSheet("phu-son")), "-o", at("kept.xlsx"));
    const before = unzipSync(new Uint8Array(readFileSync(at("phu-son.xlsx"))));
    expect(unzipSync(new Uint8Array(readFileSync(at("kept.xlsx"))))).toEqual(before);
  });

  it("writes no number over an input that is a formula", async () => {
    const sheet = withCells(namedSheet("live"), { D8: "=4+8 -> 12", D11: "533", C8: "155" });
    const said = await kstt("fix", await file("input.xlsx", sheet), "-o", at("input-kept.xlsx"));
    expect(said.out).not.toMatch(/D8|D11/);
  });

  it("mends nothing where that would leave no less to be mended, and says so", async () => {
    const { whyNot } = await import("../../src/cli/commands/fix");
    const audited = (errors: number) => ({ audit: { tables: [{ findings: Array.from({ length: errors }, () => ({ severity: "error" })) }] } }) as unknown as Parameters<typeof whyNot>[2];
    const round = { made: [{ sheet: "II.06a", at: { row: 0, column: 0 } }] } as unknown as Parameters<typeof whyNot>[0];
    expect(whyNot(round, new Map(), audited(3), audited(1))).toBeUndefined();
    expect(whyNot(round, new Map(), audited(3), audited(3))!.vi).toMatch(/^Không sửa ô nào: sửa xong vẫn còn 3 lỗi/);
    expect(whyNot(round, new Map([["II.06a!A1", {}]]), audited(3), audited(1))!.vi).toMatch(/ô II\.06a!A1 phải sửa đi sửa lại/);
  });

  it("tells a number from the same number in text", async () => {
    const sheet = withCells(namedSheet("live"), { D8: '"120"', D11: "=SUM(D7:D10) -> 413", C11: "=SUM(C7:C10) -> 711" });
    expect((await kstt("fix", await file("text.xlsx", sheet), "-o", at("text-mended.xlsx"))).out).toContain("II.06a!D8: “120” → 120");
  });

  it("brings the saved results of sums up to date", async () => {
    const sheet = withCells(namedSheet("live"), { D8: '"120"', D11: "=SUM(D7:D10) -> 413", C11: "=SUM(C7:C10) -> 711" });
    const said = await kstt("fix", await file("text.xlsx", sheet), "-o", at("text-mended.xlsx"));
    expect(said.status).toBe(0);
    const after = report(await kstt("check", at("text-mended.xlsx"), "--json"));
    expect(after.tables[0]!.findings).toEqual([]);
  });
});

describe("kstt mark, compute, new, narrative, forms", () => {
  it("marks a copy with the same findings, and marks on a marked copy stay the same", async () => {
    await kstt("mark", await file("phu-my.xlsx", namedSheet("phu-my")), "-o", at("marked.xlsx"));
    const sheet = new TextDecoder().decode(unzipSync(new Uint8Array(readFileSync(at("marked.xlsx"))))["xl/worksheets/sheet1.xml"]);
    expect(sheet).toMatch(/<conditionalFormatting sqref="D12:D13"><cfRule[^>]*><formula>N\("kstt:error"\)=0<\/formula>/);
    await kstt("mark", at("marked.xlsx"), "-o", at("marked-again.xlsx"));
    const again = new TextDecoder().decode(unzipSync(new Uint8Array(readFileSync(at("marked-again.xlsx"))))["xl/worksheets/sheet1.xml"]);
    expect(again.match(/kstt:error/g)).toHaveLength(1);
  });

  it("computes blanks as formulas, keeps what differs, and says so", async () => {
    const sheet = withCells(namedSheet("sections"), { D8: "", H9: "77" });
    const said = await kstt("compute", await file("blank-sum.xlsx", sheet), "-o", at("computed.xlsx"), "--percentages", "on-time-rate");
    expect(said.status).toBe(1);
    expect(said.out).toContain("H9");
    const xml = new TextDecoder().decode(unzipSync(new Uint8Array(readFileSync(at("computed.xlsx"))))["xl/worksheets/sheet1.xml"]);
    expect(xml).toMatch(/r="D8"[^>]*><f>E8\+F8\+G8<\/f><v>55<\/v>/);
    expect(xml).toMatch(/r="H9"[^>]*><v>77<\/v>/);
    expect(xml).toContain("ROUND(");
  });

  it("makes a blank form for the unit, period and fields given, in which nothing is wrong", async () => {
    writeFileSync(at("fields.txt"), "1. Hộ tịch\n2. Đất đai\n\n");
    const made = await kstt("new", "ii-06a", "-o", at("new.xlsx"), "--unit", "UBND xã Phú Mỹ", "--from", "2024-03-15", "--to", "2024-06-14", "--fields", at("fields.txt"));
    expect(made.status).toBe(0);
    const said = await kstt("check", at("new.xlsx"), "--json");
    expect(said.status).toBe(0);
    expect(report(said).tables[0]!.findings).toEqual([]);
    const text = new TextDecoder().decode(unzipSync(new Uint8Array(readFileSync(at("new.xlsx"))))["xl/worksheets/sheet1.xml"]);
    for (const words of ["UBND xã Phú Mỹ", "Quý II năm 2024", "(Từ ngày 15/3/2024 đến ngày 14/6/2024)", "Hộ tịch", "Đất đai"]) expect(text).toContain(words);
  });

  it("reads a list of fields in whatever encoding Notepad saved it, and refuses what is no text", async () => {
    writeFileSync(at("utf16.txt"), Buffer.from("\ufeffHộ tịch\r\nĐất đai\r\n", "utf16le"));
    await kstt("new", "ii-07b", "-o", at("units.xlsx"));
    // Fields of settlement are no units.
    expect(new TextDecoder().decode(unzipSync(new Uint8Array(readFileSync(at("units.xlsx"))))["xl/worksheets/sheet1.xml"])).not.toContain("Hộ tịch");
    await kstt("new", "ii-06a", "-o", at("utf16.xlsx"), "--fields", at("utf16.txt"));
    expect(new TextDecoder().decode(unzipSync(new Uint8Array(readFileSync(at("utf16.xlsx"))))["xl/worksheets/sheet1.xml"])).toContain("Đất đai");
    const said = await kstt("new", "ii-06a", "-o", at("no.xlsx"), "--fields", at("utf16.xlsx"));
    expect(said.status).toBe(2);
    expect(said.error).toContain("không phải tệp văn bản");
  });

  it("writes the paragraph of the mended table with exactly its figures, in every style and format", async () => {
    await kstt("fix", await file("phu-my.xlsx", namedSheet("phu-my")), "-o", at("mended.xlsx"));
    const said = await kstt("narrative", at("mended.xlsx"));
    expect(said.status).toBe(0);
    expect(said.out.match(/\d[\d.]*/g)!.map((figure) => figure.replace(/\.$/, ""))).toEqual(
      ["1.652", "1.652", "1.640", "12", "0", "1.652", "1.642", "10", "0", "0", "0", "0"],
    );
    for (const style of ["official", "on-time", "shares", "commune"]) expect((await kstt("narrative", at("mended.xlsx"), "--style", style)).out).toContain("1.652");
    expect((await kstt("narrative", at("mended.xlsx"), "--format", "html")).out).toContain("Times New Roman");
    expect(JSON.parse((await kstt("narrative", at("mended.xlsx"), "--format", "json")).out)).toHaveLength(1);
    await kstt("narrative", at("mended.xlsx"), "--format", "docx", "-o", at("report.docx"));
    expect(Object.keys(unzipSync(new Uint8Array(readFileSync(at("report.docx")))))).toContain("word/document.xml");
  });

  it("writes the paragraph of a wrong table too, and says beside it that it is wrong", async () => {
    const said = await kstt("narrative", await file("phu-my.xlsx", namedSheet("phu-my")));
    expect(said.status).toBe(1);
    expect(said.out).not.toContain("lỗi");
    expect(said.error).toContain("2 lỗi số liệu");
  });

  it("writes what is checked in the forms as a document", async () => {
    const out = at("danh-muc.docx");
    expect(await kstt("forms", "--catalogue", "-o", out)).toMatchObject({ status: 0, out: "", error: "" });
    expect(new TextDecoder().decode(unzipSync(new Uint8Array(readFileSync(out)))["word/document.xml"]!)).toContain("DANH MỤC QUY TẮC KIỂM TRA SỐ LIỆU");
    expect((await kstt("forms", "--catalogue")).status).toBe(2);
  });

  it("lists the forms with their columns and formulas", async () => {
    const [form] = JSON.parse((await kstt("forms", "--json")).out) as { id: string; family: string; grade: string; tables: { key: string; columns: { no: number; header: string[]; kind: string; unit?: string; formula?: string }[] }[] }[];
    expect(form).toMatchObject({ id: "ii-06a", family: "ii-06a", grade: "A", tables: [{ key: "main", rows: [] }] });
    const { columns } = form!.tables[0]!;
    expect(columns[3]).toMatchObject({ no: 4, header: ["Số lượng hồ sơ tiếp nhận", "Trong kỳ", "Trực tuyến"], kind: "figure", unit: "hồ sơ", decimals: 0 });
    expect(columns.filter(({ formula }) => formula).map(({ formula }) => formula)).toEqual(["(3)=(4)+(5)+(6)", "(7)=(8)+(9)+(10)", "(11)=(12)+(13)"]);
  });

  it("runs from the project's folder by its script, silently but for what was asked", () => {
    const { status, stdout } = spawnSync("npm", ["run", "--silent", "kstt", "--", "forms", "--json"], { cwd: join(__dirname, "../.."), shell: process.platform === "win32" });
    expect(status).toBe(0);
    expect((JSON.parse(stdout.toString()) as readonly { readonly id: string }[]).map(({ id }) => id)).toEqual(FORM_IDS);
  });

  it("speaks English when asked", async () => {
    expect((await kstt("check", await file("phu-my.xlsx", namedSheet("phu-my")), "--english")).out).toContain("says 0, it should be 14");
  });
});
