import type { Sheet } from "../../src/core/sheet/Sheet";
import { checkOf, failsOf, REPORT, sheetOf, tableIn, verdictsOf } from "../fixtures/report";
import { inTcvn3, inVni } from "../../bench/layouts/oldLetters";

const check = checkOf("old-encoding");

/** The report with its texts as an old program wrote them, in a font if one is named. */
function written(encode: (text: string) => string, font?: string): Sheet {
  const sheet = sheetOf(REPORT);
  const rows = new Map([...sheet.rows].map(([row, cells]) => [
    row,
    cells.map((cell) => (cell?.value.kind === "text" ? { ...cell, value: { kind: "text" as const, text: encode(cell.value.text) }, ...(font ? { look: { font } } : {}) } : cell)),
  ] as const)); // prettier-ignore
  return { ...sheet, rows };
}

describe("texts of an old encoding", () => {
  it.each([
    ["TCVN3", inTcvn3, ".VnTime", "Phông .VnTime: đã đọc theo bảng mã TCVN3 (ABC). Nội dung các ô được giữ nguyên."],
    ["VNI", inVni, "VNI-Times", "Phông VNI-Times: đã đọc theo bảng mã VNI. Nội dung các ô được giữ nguyên."],
    ["TCVN3", inTcvn3, undefined, "Chữ trên trang không phải Unicode: đã đọc theo bảng mã TCVN3 (ABC). Nội dung các ô được giữ nguyên."],
    ["VNI", inVni, undefined, "Chữ trên trang không phải Unicode: đã đọc theo bảng mã VNI. Nội dung các ô được giữ nguyên."],
  ] as const)("in %s are read, and that they were is told once", (_, encode, font, phrase) => {
    const table = tableIn(written(encode, font));
    expect(table.rows.map(({ label }) => label)).toEqual(["Chứng thực", "Hộ tịch", "Đất đai", "Bảo trợ xã hội", "TỔNG CỘNG"]);
    expect(failsOf(verdictsOf(check, table)).map(({ phrase: { vi } }) => vi)).toEqual([phrase]);
  });

  it("in a font of capitals are capitals", () => {
    const table = tableIn(written(inTcvn3, ".VnTimeH"));
    expect(table.rows[0]!.label).toBe("CHỨNG THỰC");
  });

  it("are none in Unicode, whatever the font is called", () => {
    for (const font of [undefined, ".VnTime", "VNI-Times"]) expect(verdictsOf(check, tableIn(written((text) => text, font)))).toEqual([]);
    expect(verdictsOf(check, tableIn(written((text) => text.normalize("NFD"))))).toEqual([]);
  });
});
