import { audit, type AuditOptions } from "../../src/core/audit";
import type { Finding } from "../../src/core/findings/Finding";
import { a1 } from "../../src/core/sheet/Address";
import type { Sheet } from "../../src/core/sheet/Sheet";
import { narrated } from "../narrative/narrated";
import { locate } from "../fixtures/locate";
import { FORMS } from "../../src/forms/forms";
import { plainText } from "../../src/word/html";
import { sayFinding, saySuggestion } from "../fixtures/audited";
import { liveTotals } from "../fixtures/liveTotals";
import { REPORT, sheetOf } from "../fixtures/report";
import { withCells } from "../fixtures/sheetFromText";
import { LIBRARY } from "../../src/library";

/** What our own generator writes of the table before anything went wrong. */
const written = (style: string): string => plainText(narrated(locate(liveTotals(), FORMS).tables[0]!, style));
const TEXT = written("official");
const given = (text: string): AuditOptions => ({ texts: [{ text, source: { vi: "lời văn đã dán", en: "the pasted text" } }] });

async function foundOn(sheet: Sheet, options?: AuditOptions): Promise<readonly Finding[]> {
  return (await audit([sheet], LIBRARY, options)).tables[0]!.findings;
}
const offered = ({ suggestions }: Finding): readonly string[] => suggestions.map((suggestion) => saySuggestion(suggestion).replace(/^\w+ /, ""));

describe("what a written text states of the totals", () => {
  it.each(["official", "on-time", "shares", "commune"])("fits the table it was written from: nothing is said (%s)", async (style) => {
    expect(await foundOn(liveTotals(), given(written(style)))).toEqual([]);
  });

  it.each<readonly [string, Readonly<Record<string, string>>, string, readonly string[]]>([
    ["28 for 38 carried over", { F9: "28" }, "F9: certain F9 28→38", ["D9 80→90", "F9 28→38", "E9 45→55"]],
    ["4 for 3 carried over", { F10: "4" }, "F10: certain F10 4→3", ["F10 4→3", "D10 33→32", "E10 11→10"]],
    ["55 for 45 in person", { E9: "55" }, "E9: certain E9 55→45", ["E9 55→45", "D9 80→70", "F9 38→28"]],
  ])("decides between cells that a digit would mend alike: %s is a choice without it, and certain with it", async (_, cells, decided, choice) => {
    const [open, ...others] = await foundOn(liveTotals(cells));
    expect(others).toEqual([]);
    expect(open!.suggestions.map(({ sure }) => sure)).not.toContain("certain");
    expect([...offered(open!)].sort()).toEqual([...choice].sort());

    const [told, ...more] = await foundOn(liveTotals(cells), given(TEXT));
    expect(more).toEqual([]);
    expect(sayFinding(told!)).toBe(decided);
    expect(new Set(told!.reasons.map(({ check }) => check))).toEqual(new Set(["received-by-channel", "stated-in-text"]));
    expect(told!.id).not.toContain("stated-in-text");
  });

  it("says in the finding what the text states", async () => {
    const [told] = await foundOn(liveTotals({ F9: "28" }), given(TEXT));
    expect(told!.reasons.at(-1)!.phrase).toEqual({
      vi: "Lời văn (lời văn đã dán) ghi 62 hồ sơ từ kỳ trước chuyển qua, còn bảng ghi 52 ở ô F11; một trong hai cần sửa.",
      en: "The text (the pasted text) states 62 files carried over, but the table has 52 in cell F11; one of them needs mending.",
    });
  });

  it("was written after the slip as well as before: what repeats the table decides nothing", async () => {
    const slipped = liveTotals({ F9: "28" });
    const copied = plainText(narrated(locate(slipped, FORMS).tables[0]!, "official"));
    const [without] = await foundOn(slipped);
    const [told, ...more] = await foundOn(slipped, given(copied));
    expect(more).toEqual([]);
    expect([...offered(told!)].sort()).toEqual([...offered(without!)].sort());
    expect(told!.suggestions.map(({ sure }) => sure)).not.toContain("certain");
  });

  it("is no evidence where most of it is about something else", async () => {
    const cells = { F9: "28" };
    const other = TEXT.replace(/\d[\d.]*/g, (digits) => (digits === "0" ? "0" : `${Number(digits.replace(".", "")) + 7}`));
    const [without] = await foundOn(liveTotals(cells));
    const [told, question, ...more] = await foundOn(liveTotals(cells), given(other));
    expect(more).toEqual([]);
    expect(told!.suggestions).toEqual(without!.suggestions);
    expect(question!.severity).toBe("warning");
    expect(question!.message.vi).toMatch(/Có thể lời văn viết cho kỳ khác/);
  });

  it("makes no error of a table that comes out: one warning, without an edit, that may be mended on either side", async () => {
    const typed = sheetOf(REPORT);
    const text = plainText(narrated(locate(typed, FORMS).tables[0]!, "commune")).replace("649 hồ sơ tại", "694 hồ sơ tại");
    const findings = await foundOn(typed, given(text));
    expect(findings.map(({ severity, cells, suggestions, reasons }) => [severity, cells.map(a1).join(), suggestions.length, reasons[0].check])).toEqual([["warning", "G11", 0, "stated-in-text"]]);
  });

  it("has an id of its own for each figure stated, so that a reason given for one confirms no other", async () => {
    const typed = sheetOf(REPORT);
    const text = plainText(narrated(locate(typed, FORMS).tables[0]!, "commune"));
    const ids = await Promise.all(["694", "694", "946"].map(async (count) => (await foundOn(typed, given(text.replace("649 hồ sơ tại", `${count} hồ sơ tại`))))[0]!.id));
    expect(ids[0]).toBe(ids[1]);
    expect(ids[2]).not.toBe(ids[0]);
  });

  it("is a reason of the finding where it is the guilty cell itself", async () => {
    const [told, ...more] = await foundOn(withCells(sheetOf(REPORT), { C11: "701" }), given(plainText(narrated(locate(sheetOf(REPORT), FORMS).tables[0]!, "official"))));
    expect(more).toEqual([]);
    expect(sayFinding(told!)).toBe("C11: certain C11 701→711");
    expect(told!.reasons.map(({ check }) => check)).toContain("stated-in-text");
  });
});

describe("prose on a sheet of the workbook", () => {
  const prose = (...paragraphs: readonly string[]): Sheet => sheetOf([["BÁO CÁO"], ...paragraphs.map((each) => [each])], "Lời văn");
  const lines = TEXT.split("\n");

  it("is read like a text that is given, and its sheet is no sheet that nobody understood", async () => {
    const { tables, texts, unrecognised } = await audit([liveTotals({ F9: "28" }), prose(...lines)], LIBRARY);
    expect(tables[0]!.findings.map(sayFinding)).toEqual(["F9: certain F9 28→38"]);
    expect(texts).toEqual([
      {
        source: { vi: "trang “Lời văn”", en: "sheet “Lời văn”" },
        read: 16,
        compared: 16,
        said: {
          vi: "Lời văn (trang “Lời văn”): đọc được 16 số hồ sơ, đã đối chiếu 16 số với bảng.",
          en: "The text (sheet “Lời văn”): 16 counts of files were read, 16 of them held against the table.",
        },
      },
    ]);
    expect(unrecognised).toEqual([]);
  });

  it("may stand below the table on its own sheet", async () => {
    const sheet = liveTotals({ F9: "28" });
    const below = sheetOf(lines.map((line) => ["", line]));
    const whole = { ...sheet, rows: new Map([...sheet.rows, ...[...below.rows].map(([row, cells]) => [row + 14, cells] as const)]) };
    const { tables, texts } = await audit([whole], LIBRARY);
    expect(tables[0]!.findings.map(sayFinding)).toEqual(["F9: certain F9 28→38"]);
    expect(texts.map(({ compared }) => compared)).toEqual([16]);
  });

  it("is not looked for in cells that are no sentences, in formulas, or in a table", async () => {
    const notes = sheetOf([["Tổng số hồ sơ", "1.652"], ["Đã tiếp nhận 99 hồ sơ"], ['="Tổng số hồ sơ đã tiếp nhận trong kỳ báo cáo: " & 99 -> Tổng số hồ sơ đã tiếp nhận trong kỳ báo cáo: 99 hồ sơ']], "Nháp");
    const { texts, unrecognised } = await audit([liveTotals(), notes], LIBRARY);
    expect(texts).toEqual([]);
    expect(unrecognised.map(({ sheet }) => sheet)).toEqual(["Nháp"]);
  });

  it("of another period is left alone, and its sheet is still told as not understood", async () => {
    const { tables, texts, unrecognised } = await audit([liveTotals(), prose("Trong quý II năm 2024, UBND xã đã tiếp nhận 96 hồ sơ, đã giải quyết 90 hồ sơ tại Bộ phận Một cửa.")], LIBRARY);
    expect(tables[0]!.findings).toEqual([]);
    expect(texts.map(({ read, compared }) => [read, compared])).toEqual([[2, 0]]);
    expect(unrecognised.map(({ sheet }) => sheet)).toEqual(["Lời văn"]);
  });
});
