import { readFileSync, writeFileSync } from "node:fs";
import { narrated } from "./narrated";
import { narrate } from "../../src/core/narrative/narrate";
import type { Paragraph, Span } from "../../src/core/narrative/Paragraph";
import { reportingPeriod } from "../../src/core/words/Period";
import { locate } from "../fixtures/locate";
import type { Table } from "../../src/core/figures/Table";
import { ii06a } from "../../src/forms/ii-06a";
import { VOCABULARY } from "../../src/vocabulary/vocabulary";
import { plainText } from "../../src/word/html";
import { sheetFromText, withCells } from "../fixtures/sheetFromText";
import { DUC_PHO, DUC_PHO_WITHDRAWN, IDLE, PHU_MY, PHU_QUOC, PHU_QUOC_WITHDRAWN, PHU_SON } from "./reports";
import { settlementTable, type FilledForm, type TypedRow } from "./settlementTable";

const STYLES = ["official", "on-time", "shares", "commune"] as const;

const write = (form: FilledForm, style: string, withdrawn?: number): string =>
  plainText(narrated(settlementTable(form), style, withdrawn));

/** A sheet as really filled in, found and read by the whole way. */
function located(name: string, mended: Readonly<Record<string, string>> = {}): Table {
  const sheet = sheetFromText(readFileSync(`${__dirname}/../forms/ii-06a/${name}.tsv`, "utf8"));
  return locate(withCells(sheet, mended), [ii06a]).tables[0]!;
}

const figures = (paragraphs: readonly Paragraph[]): readonly Extract<Span, { kind: "figure" }>[] =>
  paragraphs.flatMap(({ lines }) => lines.flatMap(({ spans }) => spans.filter((span) => span.kind === "figure")));

/** With UPDATE_GOLDEN set the files are written anew; read the difference before keeping it. */
function expectGolden(name: string, text: string): void {
  const file = `${__dirname}/golden/${name}.txt`;
  if (process.env["UPDATE_GOLDEN"]) writeFileSync(file, text);
  expect(text).toBe(readFileSync(file, "utf8"));
}

describe("the words of paragraph I.6", () => {
  const reports: readonly (readonly [name: string, form: FilledForm, withdrawn?: number])[] = [
    ["phu-my", PHU_MY],
    ["phu-son", PHU_SON],
    ["phu-quoc", PHU_QUOC, PHU_QUOC_WITHDRAWN],
    ["duc-pho", DUC_PHO, DUC_PHO_WITHDRAWN],
    ["idle", IDLE],
  ];
  for (const [name, form, withdrawn] of reports) {
    it.each(STYLES)(`are those of golden/${name}.%s.txt`, (style) => {
      expectGolden(`${name}.${style}`, write(form, style, withdrawn));
    });
  }

  it("carry exactly the figures of the mended Phú Mỹ sheet", () => {
    const texts = figures(narrated(settlementTable(PHU_MY), "official")).map(({ text }) => text);
    expect(texts).toEqual(["1.652", "1.652", "1.640", "12", "0", "1.652", "1.642", "10", "0", "0", "0", "0"]);
  });

  it.each(STYLES)("are the same from the whole sheets of Phú Mỹ, mended, and of Phú Sơn (%s)", (style) => {
    expectGolden(`phu-my.${style}`, plainText(narrated(located("phu-my", { D12: "14", D13: "6" }), style)));
    expectGolden(`phu-son.${style}`, plainText(narrated(located("phu-son"), style)));
  });

  it("are the official ones when the style is not known", () => {
    expect(write(PHU_MY, "haiku")).toBe(write(PHU_MY, "official"));
  });

  it("are the same every time", () => {
    for (const style of STYLES) expect(write(PHU_QUOC, style, 106)).toBe(write(PHU_QUOC, style, 106));
  });

  it("name a regular period by its name, and say so when there is no period", () => {
    const { period: _, ...timeless } = PHU_SON;
    expect(write({ ...PHU_SON, period: reportingPeriod("quarter-1", 2024) }, "shares")).toContain("- Trong quý I năm 2024, đã tiếp nhận");
    expect(write(timeless, "shares")).toContain("- Trong kỳ báo cáo, đã tiếp nhận");
    expect(write(timeless, "commune")).not.toContain("Số liệu tính đến");
  });

  it("do not mention withdrawn files that nobody told of", () => {
    for (const style of STYLES) expect(write(PHU_QUOC, style)).not.toMatch(/rút|106/);
  });
});

describe("files that the reporter says were withdrawn", () => {
  const told = (...answers: readonly (readonly [string, number])[]): string =>
    plainText(narrate(settlementTable(PHU_MY), { vocabulary: VOCABULARY, answers: new Map([["withdrawn", new Map(answers)]]) }));

  it("are told of the whole: the lines added up, unless the total row was answered itself", () => {
    const lines = [["II.06a|Lĩnh vực NCC", 1], ["II.06a|Lĩnh vực BTXH", 2]] as const;
    expect(told(...lines)).toContain("- Số lượng hồ sơ dừng xử lý, rút hoặc trả lại: 03.");
    expect(told(...lines, ["II.06a|TỔNG CỘNG", 5])).toContain("trả lại: 05.");
  });

  it("are not told by answers about another sheet, nor by those to another question", () => {
    expect(told(["Khác|Lĩnh vực NCC", 4])).not.toContain("trả lại");
    expect(plainText(narrate(settlementTable(PHU_MY), { vocabulary: VOCABULARY, answers: new Map([["other", new Map([["II.06a|TỔNG CỘNG", 4]])]]) }))).not.toContain("trả lại");
  });
});

describe("a paragraph that draws on several tables", () => {
  const { total: _, ...lines } = PHU_MY;
  const bare = settlementTable({ ...lines, without: ["pending", "pendingOnTime", "pendingLate"] });
  const without: Table = { ...bare, form: { ...ii06a, quantities: ii06a.quantities!.filter(({ quantity }) => !quantity.startsWith("pending")) } };
  const write = (...others: readonly Table[]): string => plainText(narrate(without, { vocabulary: VOCABULARY, tables: [without, ...others] }));

  it("takes what its own has not from another of the same unit and period", () => {
    expect(write()).toContain("đang giải quyết: ……");
    expect(write(settlementTable(PHU_MY))).toContain("đang giải quyết: 0; trong đó, trong hạn: 0");
  });

  it("takes nothing from one of another period or unit", () => {
    const own = { ...without, unit: "UBND xã An Phú" };
    const text = plainText(narrate(own, { vocabulary: VOCABULARY, tables: [{ ...settlementTable(PHU_MY), unit: "Sở Xây dựng" }] }));
    expect(text).toContain("đang giải quyết: ……");
    expect(write(settlementTable({ ...PHU_MY, period: reportingPeriod("quarter-2", 2024) }))).toContain("đang giải quyết: ……");
  });
});

describe("a figure of the paragraph", () => {
  it("knows the cell of the total row it was read from", () => {
    const resolved = figures(narrated(settlementTable(PHU_MY))).find(({ text }) => text === "1.642");
    expect(resolved?.cells).toEqual([{ row: 16, column: 7 }]);
  });

  it("knows every cell it was computed from", () => {
    const notLate = figures(narrated(settlementTable(PHU_QUOC), "on-time")).find(({ text }) => text === "2.463");
    expect(notLate?.cells).toEqual([{ row: 12, column: 7 }, { row: 12, column: 8 }]);
    const rate = figures(narrated(settlementTable(PHU_QUOC), "on-time")).find(({ text }) => text === "91%");
    expect(rate?.cells.map(({ column }) => column)).toEqual([7, 8, 11, 6, 10]);
  });

  it("adds up the lines where the table has no total row, and where the total is blank", () => {
    const { total: _, ...totalless } = PHU_SON;
    const blank: FilledForm = { ...PHU_SON, total: ["Tổng cộng"] };
    for (const form of [totalless, blank]) {
      expect(write(form, "official")).toBe(write(PHU_SON, "official"));
      expect(figures(narrated(settlementTable(form)))[0]?.cells).toHaveLength(3);
    }
  });

  it("adds up the parts where the column of their sum is blank", () => {
    const fields: FilledForm["fields"] = [["Hộ tịch", undefined, 53, 0, 1, undefined, 41, 11, 0, undefined, 2, 0]];
    expect(write({ fields }, "official")).toMatch(/báo cáo: 54,[^]*đã giải quyết: 52;[^]*đang giải quyết: 02;/);
  });

  it("is dotted where its cell cannot be read, and still knows it", () => {
    const form: FilledForm = { ...PHU_SON, total: ["Tổng", 85, 84, 0, 1, "#REF!", 60, 22, 0, 3, 3, 0] };
    for (const style of STYLES) expect(write(form, style)).toContain("……");
    expect(write(form, "shares")).toContain("trước hạn 60/…… hồ sơ, chiếm tỷ lệ ……%");
    const dotted = figures(narrated(settlementTable(form))).filter(({ text }) => text === "……");
    expect(dotted.map(({ cells }) => cells)).toEqual([[{ row: 12, column: 6 }]]);
  });

  it("is dotted where the sheet lacks its column", () => {
    expect(write({ ...PHU_SON, without: ["carriedOver"] }, "official")).toContain("số từ kỳ trước chuyển qua: ……");
  });

  it("is dotted as long as nobody has entered anything, though the formulas say 0", () => {
    const blank = undefined;
    const fresh: FilledForm = {
      fields: [["Hộ tịch", "=D10+E10+F10", blank, blank, blank, "=H10+I10+J10", blank, blank, blank, "=L10+M10", blank, blank]],
      total: ["TỔNG CỘNG", ..."CDEFGHIJKLM".split("").map((letter) => `=SUM(${letter}10:${letter}10)`)],
    };
    for (const style of STYLES) {
      expect(write(fresh, style)).toContain("……");
      expect(write(fresh, style)).not.toMatch(/phát sinh|\d/);
    }
  });
});

it("a table without rows has dots, not zeros", () => {
  for (const style of STYLES) expect(write({ fields: [], total: ["TỔNG CỘNG"] }, style)).not.toMatch(/phát sinh|\d/);
});

describe("the late fields", () => {
  it("come largest first, each with its share of the late total and the counts of that share", () => {
    const text = write(PHU_QUOC, "official");
    expect(text).toContain("+ Lĩnh vực Đất đai: 132 hồ sơ, chiếm 75,86% số hồ sơ giải quyết quá hạn (132/174 hồ sơ);");
    expect(text.indexOf("Lĩnh vực Đất đai")).toBeLessThan(text.indexOf("Lĩnh vực Xây dựng"));
  });

  it("are 63,79% when they are 111 of 174", () => {
    const fields: FilledForm["fields"] = [
      ["Lĩnh vực Đất đai", 111, 111, 0, 0, 111, 0, 0, 111, 0, 0, 0],
      ["Lĩnh vực Hộ tịch", 63, 63, 0, 0, 63, 0, 0, 63, 0, 0, 0],
    ];
    expect(write({ fields }, "official")).toContain("Lĩnh vực Đất đai: 111 hồ sơ, chiếm 63,79% số hồ sơ giải quyết quá hạn (111/174 hồ sơ)");
  });

  it("count together where two rows have one name", () => {
    const fields: FilledForm["fields"] = [
      ["Lĩnh vực Lâm nghiệp", 2, 2, 0, 0, 2, 0, 0, 2, 0, 0, 0],
      ["Lâm nghiệp", 3, 3, 0, 0, 3, 0, 0, 3, 0, 0, 0],
    ];
    const late = figures(narrated(settlementTable({ fields }), "on-time")).filter(({ text }) => text === "05").at(-2);
    expect(write({ fields }, "on-time")).toContain("Hồ sơ giải quyết trễ hạn: lĩnh vực Lâm nghiệp 05/05 hồ sơ, chiếm 100%.");
    expect(late?.cells).toHaveLength(2);
  });

  it("are units where the rows are units", () => {
    const fields: FilledForm["fields"] = [["UBND xã An Phú", 1, 1, 0, 0, 1, 0, 0, 1, 0, 0, 0]];
    expect(write({ fields }, "official")).toContain("+ UBND xã An Phú: 01 hồ sơ");
  });

  it("are summed up beyond a hundred, so that a list of thousands is neither written nor waited for", () => {
    const fields = Array.from({ length: 5000 }, (_, index): TypedRow => [`Lĩnh vực ${index}`, 1, 1, 0, 0, 1, 0, 0, 1, 0, 0, 0]);
    const { lines } = narrated(settlementTable({ fields }))[0]!;
    expect(lines).toHaveLength(3 + 100);
    expect(write({ fields }, "official")).toMatch(/\+ Các lĩnh vực, đơn vị khác: 4\.901 hồ sơ, chiếm 98,02% .* \(4\.901\/5\.000 hồ sơ\)\./);
  });

  it("are not mentioned where nothing is late", () => {
    for (const style of STYLES) expect(write(PHU_SON, style)).not.toMatch(/\+|gồm: lĩnh vực .* chiếm/);
  });
});
