import { a1, a1Range, parseA1 } from "../../src/core/sheet/Address";
import { numberValue, textValue } from "../../src/core/sheet/Cell";
import { cellAt, type Sheet } from "../../src/core/sheet/Sheet";
import { SILENT } from "../../src/core/sheet/WorkbookPort";
import { openWorkbookFile } from "../../src/xlsx/openWorkbookFile";
import { XlsxWorkbook } from "../../src/xlsx/XlsxWorkbook";

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

async function sheetOf(page: string | Uint8Array): Promise<Sheet> {
  const workbook = await openWorkbookFile(typeof page === "string" ? utf8(page) : page, "báo cáo.xls");
  const sheets = await workbook.read(SILENT);
  expect(sheets).toHaveLength(1);
  return sheets[0]!;
}

/** The texts of a sheet, row by row, without what trails; every value must be a text. */
function grid(sheet: Sheet): readonly (readonly string[])[] {
  const rows: string[][] = [];
  for (const [row, cells] of sheet.rows) {
    rows[row] = Array.from(cells, (cell) => {
      if (cell === undefined) return "";
      expect(cell.value.kind).toBe("text");
      return cell.value.kind === "text" ? cell.value.text : "";
    });
  }
  return Array.from(rows, (row) => row ?? []);
}

const text = (sheet: Sheet, address: string): string => {
  const { value } = cellAt(sheet, parseA1(address)!);
  return value.kind === "text" ? value.text : `(${value.kind})`;
};

const ROWS = [
  ["1", "Lĩnh vực Chứng thực", "675", "675", "0", "0", "675", "674", "1", "0", "0", "0", "0"],
  ["2", "Lĩnh vực Hộ tịch", "949", "941", "08", "0", "949", "940", "9", "0", "0", "0", "0"],
  ["3", "Lĩnh vực BTXH", "14", "0", "0", "0", "14", "14", "0", "0", "0", "0", "0"],
];

/** As provincial systems put it out: neither byte order mark nor charset, the table of the page pasted into a template. */
const EXPORT =
  '<html xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel" xmlns="http://www.w3.org/TR/REC-html40"><head>' +
  "<!--[if gte mso 9]><xml><x:ExcelWorkbook><x:ExcelWorksheets><x:ExcelWorksheet><x:Name>Biểu 06a</x:Name><x:WorksheetOptions><x:DisplayGridlines/></x:WorksheetOptions></x:ExcelWorksheet></x:ExcelWorksheets></x:ExcelWorkbook></xml><![endif]-->" +
  "<style>td { border: 1px solid }</style></head><body>" +
  '<table><tr><td colspan="2">Biểu số 06a/VPCP/KSTT<br>Ban hành theo Thông tư số<br/>01/2020/TT-VPCP</td><td colspan="6"><b>TÌNH HÌNH, KẾT QUẢ GIẢI QUYẾT</b><p>(Từ ngày 15/12/2023 đến ngày 19/5/2024)</p></td><td colspan="5">UBND x&#227; Ph&uacute; M&#x1EF9;</td></tr></table>' +
  '<table border="1"><thead>' +
  '<tr><th rowspan="3">STT</th><th rowspan="3">Lĩnh vực<br>giải quyết</th><th colspan="4">Số lượng hồ sơ tiếp nhận</th><th colspan="4">Số lượng hồ sơ đã giải quyết</th><th colspan="3">Số lượng hồ sơ đang giải quyết</th></tr>' +
  '<tr><th rowspan="2">Tổng số</th><th colspan="2">Trong kỳ</th><th rowspan="2">Từ kỳ trước</th><th rowspan="2">Tổng số</th><th rowspan="2">Trước hạn</th><th rowspan="2">Đúng hạn</th><th rowspan="2">Quá hạn</th><th rowspan="2">Tổng số</th><th rowspan="2">Trong hạn</th><th rowspan="2">Quá hạn</th></tr>' +
  "<tr><th>Trực tuyến</th><th>Trực tiếp, dịch vụ bưu chính</th></tr>" +
  `<tr>${Array.from({ length: 13 }, (_, index) => `<td>(${index + 1})</td>`).join("")}</tr></thead><tbody>` +
  ROWS.map((row) => `<tr>${row.map((value) => `<td style="text-align:center">\n  ${value}&nbsp;\n</td>`).join("")}</tr>`).join("\n") +
  '<tr><td colspan="2">TỔNG CỘNG</td><td>1.652</td><td>1.640</td><td>12</td><td>0</td><td>1.652</td><td>1.642</td><td>10</td><td>0</td><td>0</td><td>0</td><td>0</td></tr>' +
  "</tbody></table></body></html>";

describe("an HTML table saved as .xls", () => {
  it("is laid out with its merged header, every value the text it is", async () => {
    const sheet = await sheetOf(EXPORT);
    expect(sheet.name).toBe("Biểu 06a");
    expect(text(sheet, "A1")).toBe("Biểu số 06a/VPCP/KSTT\nBan hành theo Thông tư số\n01/2020/TT-VPCP");
    expect(text(sheet, "C1")).toBe("TÌNH HÌNH, KẾT QUẢ GIẢI QUYẾT\n(Từ ngày 15/12/2023 đến ngày 19/5/2024)");
    expect(text(sheet, "I1")).toBe("UBND xã Phú Mỹ");
    expect(["A2", "B2", "C2", "G2", "K2", "C3", "D3", "F3", "G3", "M3", "D4", "E4"].map((address) => text(sheet, address))).toEqual([
      "STT", "Lĩnh vực\ngiải quyết", "Số lượng hồ sơ tiếp nhận", "Số lượng hồ sơ đã giải quyết", "Số lượng hồ sơ đang giải quyết",
      "Tổng số", "Trong kỳ", "Từ kỳ trước", "Tổng số", "Quá hạn", "Trực tuyến", "Trực tiếp, dịch vụ bưu chính",
    ]);
    expect(grid(sheet).slice(5, 8)).toEqual(ROWS);
    expect(text(sheet, "A9")).toBe("TỔNG CỘNG");
    expect(grid(sheet)[8]!.slice(2)).toEqual(["1.652", "1.640", "12", "0", "1.652", "1.642", "10", "0", "0", "0", "0"]);
    expect(sheet.merges.map(a1Range).sort()).toEqual(
      ["A1:B1", "C1:H1", "I1:M1", "A2:A4", "B2:B4", "C2:F2", "G2:J2", "K2:M2", "C3:C4", "D3:E3", "F3:F4", "G3:G4", "H3:H4", "I3:I4", "J3:J4", "K3:K4", "L3:L4", "M3:M4", "A9:B9"].sort(),
    );
  });

  it("can be marked, edited and saved as .xlsx like any workbook", async () => {
    const workbook = await openWorkbookFile(utf8(EXPORT), "C:\\báo cáo\\06a.xls");
    expect(workbook.name).toBe("06a.xlsx");
    const at = parseA1("D8")!;
    await workbook.mark([{ sheet: "Biểu 06a", kind: "error", cells: [at] }]);
    expect(await workbook.apply([{ sheet: "Biểu 06a", at, from: textValue("0"), to: numberValue(14) }])).toEqual([]);
    const again = XlsxWorkbook.open(workbook.save(), workbook.name);
    expect(cellAt((await again.read(SILENT))[0]!, at).value).toEqual(numberValue(14));
    expect((await again.marks()).map(({ cells }) => cells.map(a1))).toEqual([["D8"]]);
  });

  it("is read in UTF-16, in windows-1258 and in UTF-8 with a mark", async () => {
    const page = "<table><tr><td>Lĩnh vực Đất đai</td></tr></table>";
    const utf16 = new Uint8Array(Uint16Array.from(`\ufeff${page}`, (sign) => sign.charCodeAt(0)).buffer);
    // Đ ĩ ư and combining accents have places of their own in windows-1258; vowels with two marks do not.
    const latin = (bytes: readonly number[]): Uint8Array => Uint8Array.from([...utf8("<table><tr><td>"), ...bytes, ...utf8("</td></tr></table>")]);
    const windows1258 = latin([0x4c, 0x69, 0xde, 0x6e, 0x68, 0x20, 0x76, 0xfd, 0xf2, 0x63, 0x20, 0xd0, 0xe2, 0xec, 0x74]);
    expect(text(await sheetOf(utf16), "A1")).toBe("Lĩnh vực Đất đai");
    expect(text(await sheetOf(utf8(`\ufeff${page}`)), "A1")).toBe("Lĩnh vực Đất đai");
    expect(text(await sheetOf(windows1258), "A1")).toBe("Lĩnh vực Đất".normalize("NFC"));
    expect(text(await sheetOf(`<meta charset="windows-1252">${page}`), "A1")).toBe("Lĩnh vực Đất đai");
  });

  it("may leave its tags unclosed", async () => {
    const sheet = await sheetOf("<table><tr><td>STT<td>Lĩnh vực<tr><td>1<td>Đất đai<br>và môi trường</table>");
    expect(grid(sheet)).toEqual([["STT", "Lĩnh vực"], ["1", "Đất đai\nvà môi trường"]]);
  });

  it("puts several tables and the words between them one below the other", async () => {
    const sheet = await sheetOf(
      "<div><h3>PHỤ LỤC</h3><center><table><caption>Bảng 1</caption><tr><td>a</td></tr></table></center><p>Ghi chú:<br>không có</p><table><tr><td>b</td><td>c</td></tr></table></div>",
    );
    expect(grid(sheet)).toEqual([["PHỤ LỤC"], ["Bảng 1"], ["a"], ["Ghi chú:"], ["không có"], ["b", "c"]]);
  });

  it("lays out a table nested for layout, and turns one nested in data into text", async () => {
    const layout = await sheetOf("<table><tr><td><table><tr><td>Tên</td></tr><tr><td>x</td><td>y</td></tr></table></td><td>&nbsp;</td></tr><tr><td>cuối</td></tr></table>");
    expect(grid(layout)).toEqual([["Tên"], ["x", "y"], ["cuối"]]);
    const data = await sheetOf("<table><tr><td>1</td><td>Gồm <table><tr><td>a</td><td>b</td></tr><tr><td>c</td></tr></table></td></tr></table>");
    expect(grid(data)).toEqual([["1", "Gồm\na b\nc"]]);
  });

  it("keeps spans within reason", async () => {
    const sheet = await sheetOf('<table><tr><td rowspan="0">a</td><td rowspan="99999999" colspan="3">b</td><td colspan="-1">c</td></tr><tr><td>d</td></tr></table><table><tr><td>e</td></tr></table>');
    expect(grid(sheet)).toEqual([["a", "b", "", "", "c"], ["", "", "", "", "d"], ["e"]]);
    expect(sheet.merges.map(a1Range)).toEqual(["A1:A2", "B1:D2"]);
  });

  it("leaves scripts, styles and comments out", async () => {
    const sheet = await sheetOf("<table><tr><td>a<!-- b --><script>c</script><style>d</style></td></tr></table><script>e</script>");
    expect(grid(sheet)).toEqual([["a"]]);
  });

  it("reads 5,000 rows without fuss", async () => {
    const row = `<tr>${"<td>08</td>".repeat(13)}</tr>`;
    const sheet = await sheetOf(`<table>${row.repeat(5000)}</table>`);
    expect(sheet.rows.size).toBe(5000);
  });
});
