import { a1Range } from "../../src/core/sheet/Address";
import { locate } from "../fixtures/locate";
import { lines, totalRow, type Table } from "../../src/core/figures/Table";
import { meantUnits } from "../../src/core/figures/Reading";
import { FORMS } from "../../src/forms/forms";
import { HEADER, linesOf, NUMBERING, REPORT, sheetOf, tableIn, tablesIn, TITLE, totalOf, WORDS, FIELDS, type Cells } from "../fixtures/report";

/** What was read of each row, by column key: order of columns and their places do not matter. */
function read(table: Table) {
  return table.rows.map(({ kind, label, figures }) => ({
    kind,
    label,
    ...Object.fromEntries(figures.map(({ reading }, index) => [table.columns[index]!.column.key, meantUnits(reading)])),
  }));
}

const EXPECTED = read(tableIn(sheetOf(REPORT)));

/** The report with the title or header replaced. */
const report = (header: readonly Cells[]): readonly Cells[] => [...TITLE, ...header, ...linesOf(), totalOf()];

/** The words of the header with some of them exchanged. */
const renamed = (from: string, to: string): readonly Cells[] => HEADER.map((line) => line.map((cell) => (cell === from ? to : cell)));

/** The words of the header with the one at a place exchanged. */
const renamedAt = (row: number, column: number, to: string): readonly Cells[] =>
  HEADER.map((line, index) => (index === row ? line.map((cell, at) => (at === column ? to : cell)) : line));

describe("a report as issued", () => {
  const table = tableIn(sheetOf(REPORT));

  it("is found with its header, numbering row, lines and total", () => {
    expect(a1Range(table.range)).toBe("A3:M11");
    expect(table.headerRows).toEqual([2, 5]);
    expect(table.numberingRow).toBe(5);
    expect(table.columns.map(({ column, at }) => [column.no, at])).toEqual([3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13].map((no) => [no, no - 1]));
    expect([table.ordinalColumn, table.labelColumn]).toEqual([0, 1]);
    expect(lines(table).map(({ ordinal, label }) => [ordinal, label])).toEqual([
      ["1", "Chứng thực"],
      ["2", "Hộ tịch"],
      ["3", "Đất đai"],
      ["4", "Bảo trợ xã hội"],
    ]);
    expect(totalRow(table)!.row).toBe(10);
    expect(table.period!.text).toBe("(Từ ngày 15/12/2023 đến ngày 14/3/2024)");
  });

  it("reads the figures of each row under their columns", () => {
    expect(EXPECTED[0]).toEqual({
      kind: "line", label: "Chứng thực",
      received: 360, online: 300, inPerson: 50, carriedOver: 10,
      resolved: 344, early: 320, onTime: 20, late: 4,
      pending: 16, pendingOnTime: 16, pendingLate: 0,
    }); // prettier-ignore
    expect(EXPECTED.at(-1)).toMatchObject({ kind: "total", received: 711, resolved: 649, pending: 62 });
  });
});

describe("words of the header seen in real files", () => {
  it.each([
    ["STT", "TT"],
    ["STT", "ST T"],
    ["STT", "Số\nTT"],
    ["Lĩnh vực giải quyết", "Lĩnh vực, công việc giải quyết theo cấp"],
    ["Lĩnh vực giải quyết", "Lĩnh vực"],
    ["Lĩnh vực giải quyết", "Đơn vị"],
    ["Lĩnh vực giải quyết", "Tên cơ quan thực hiện"],
    ["Số lượng hồ sơ tiếp nhận", "Số hồ sơ nhận giải quyết"],
    ["Số lượng hồ sơ tiếp nhận", "Tiếp nhận"],
    ["Số lượng hồ sơ tiếp nhận", "SỐ LƯỢNG HỒ SƠ TIẾP NHẬN"],
    ["Số lượng hồ sơ tiếp nhận", "Số lượng\nhồ sơ  tiếp\nnhận"],
    ["Trong kỳ", "Trong đó"],
    ["Từ kỳ trước", "Kỳ trước"],
    ["Từ kỳ trước", "Số kỳ trước chuyển qua"],
    ["Từ kỳ trước", "số từ kỳ trước chuyển qua"],
    ["Từ kỳ trước", "số kỳ trước chuyển sang"],
    ["Từ kỳ trước", "Kỳ trước chuyển sang"],
    ["Số lượng hồ sơ đã giải quyết", "Số hồ sơ đã giải quyết"],
    ["Số lượng hồ sơ đã giải quyết", "Đã xử lý"],
    ["Đúng hạn", "Đúng hạn (Bao gồm cả hồ sơ trả lại/xin rút)"],
    ["Đúng hạn", "Đúng hạn (Bao gồm cả hồ sơ chờ Bổ sung và Trả lại/Xin rút)"],
    ["Đúng hạn", "Trong hạn"],
    ["Quá hạn", "trễ hạn"],
    ["Số lượng hồ sơ đang giải quyết", "Đang xử lý"],
    ["Số lượng hồ sơ đang giải quyết", "Hồ sơ đang xử lý"],
    ["Trong hạn", "Đúng hạn"],
    ["Trong hạn", "Chưa đến hạn"],
    ["Trong hạn", "Đúng hạn (Bao gồm cả hồ sơ chờ BS)"],
    ["Trong hạn", "Trong hạn (Bao gồm cả hồ sơ chờ bổ sung và hồ sơ khác)"],
    ["Trực tiếp, dịch vụ bưu chính", "Trực tiếp,\ndịch vụ\nbưu chính"],
  ])("“%s” may read “%s”", (from, to) => {
    expect(read(tableIn(sheetOf(report(renamed(from, to)))))).toEqual(EXPECTED);
  });

  it("tells columns (9) and (12), both headed “Đúng hạn”, by their groups", () => {
    const table = tableIn(sheetOf(report(renamed("Trong hạn", "Đúng hạn"))));
    expect(read(table)).toEqual(EXPECTED);
  });

  it("may come in the decomposed letters that a Mac writes", () => {
    const decomposed = REPORT.map((line) => line.map((cell) => cell.normalize("NFD")));
    const table = tableIn(sheetOf(decomposed));
    expect(read(table).map(({ label, ...counts }) => ({ label: label.normalize("NFC"), ...counts }))).toEqual(EXPECTED.map(({ label, ...counts }) => ({ label, ...counts })));
    expect(table.period).toBeDefined();
  });

  it("may be broken over the rows of the header, as a page reader leaves them", () => {
    const broken: readonly Cells[] = [
      ["STT", "Lĩnh vực", "Số lượng hồ sơ tiếp nhận", "", "", "", "Số lượng hồ sơ đã giải quyết", "", "", "", "Số lượng hồ sơ đang giải quyết"],
      ["", "giải quyết", "Tổng", "Trong kỳ", "", "Từ kỳ", "Tổng", "Trước", "Đúng", "Quá", "Tổng", "Trong", "Quá"],
      ["", "", "số", "Trực", "Trực tiếp, dịch", "trước", "số", "hạn", "hạn", "hạn", "số", "hạn", "hạn"],
      ["", "", "", "tuyến", "vụ bưu chính"],
      NUMBERING,
    ];
    expect(read(tableIn(sheetOf(report(broken))))).toEqual(EXPECTED);
  });

  it("may have its group headings broken over two rows", () => {
    const broken: readonly Cells[] = [
      ["STT", "Lĩnh vực", "Số lượng hồ sơ", "", "", "", "Số lượng hồ sơ", "", "", "", "Số lượng hồ sơ"],
      ["", "giải quyết", "tiếp nhận", "", "", "", "đã giải quyết", "", "", "", "đang giải quyết"],
      ...HEADER.slice(1),
    ];
    const table = tableIn(sheetOf(report(broken)));
    expect(read(table)).toEqual(EXPECTED);
    expect([table.ordinalColumn, table.labelColumn]).toEqual([0, 1]);
  });

  it("may name one column of a group in words never seen, if the others stand in their places", () => {
    expect(read(tableIn(sheetOf(report(renamedAt(1, 8, "Đúng thời gian")))))).toEqual(EXPECTED);
  });
});

describe("the numbering row", () => {
  it.each<readonly [string, Cells]>([
    ["without formulas", ["(1)", "(2)", "(3)", "(4)", "(5)", "(6)", "(7)", "(8)", "(9)", "(10)", "(11)", "(12)", "(13)"]],
    ["in bare numbers", ["1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12", "13"]],
    ["in bare numbers with formulas", ["1", "2", "3=4+5+6", "4", "5", "6", "7=8+9+10", "8", "9", "10", "11=12+13", "12", "13"]],
    ["with formulas broken over lines", ["(1)", "(2)", "(3)=(4)\n+(5)+(6)", "(4)", "(5)", "(6)", "(7)=(8)\n+(9)+(10)", "(8)", "(9)", "(10)", "(11)=\n(12)+(13)", "(12)", "(13)"]],
    ["with letters over the first columns", ["A", "B", "1=2+3+4", "2", "3", "4", "5=6+7+8", "6", "7", "8", "9=10+11", "10", "11"]],
    ["which Excel took for negative numbers", ["-1", "-2", "(3)=(4)+(5)+(6)", "-4", "-5", "-6", "(7)=(8)+(9)+(10)", "-8", "-9", "-10", "(11)=(12)+(13)", "-12", "-13"]],
  ])("%s is no line of figures", (_, numbering) => {
    const table = tableIn(sheetOf(report([...WORDS, numbering])));
    expect(table.numberingRow).toBe(5);
    expect(read(table)).toEqual(EXPECTED);
  });

  it("may be absent", () => {
    const table = tableIn(sheetOf(report(WORDS)));
    expect(table.numberingRow).toBeUndefined();
    expect(read(table)).toEqual(EXPECTED);
  });

  it("is not seen in a first line of figures that happen to rise by one", () => {
    const rising: Cells = ["1", "Chứng thực", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12", "13"];
    const table = tableIn(sheetOf([...WORDS, rising]));
    expect(table.numberingRow).toBeUndefined();
    expect(lines(table)).toHaveLength(1);
  });
});

describe("where the table stands", () => {
  it("any rows may stand above it", () => {
    const above = Array.from({ length: 20 }, (_, index): Cells => (index % 3 === 0 ? [] : ["", "Phụ lục kèm theo báo cáo", `Dòng ${index}`]));
    expect(read(tableIn(sheetOf([...above, ...REPORT])))).toEqual(EXPECTED);
  });

  it("the first column may be blank", () => {
    const table = tableIn(sheetOf(REPORT.map((line) => ["", ...line])));
    expect([table.ordinalColumn, table.labelColumn, table.range.left]).toEqual([1, 2, 1]);
    expect(read(table)).toEqual(EXPECTED);
  });

  it("blank columns may stand between, where merged cells were pasted from Word", () => {
    const spread = [0, 1, 3, 4, 6, 7, 9, 10, 12, 13, 14, 16, 18];
    const table = tableIn(
      sheetOf(
        REPORT.map((line) => {
          const wide = Array.from({ length: 19 }, () => "");
          line.forEach((cell, at) => (wide[spread[at]!] = cell));
          return wide;
        }),
      ),
    );
    expect(read(table)).toEqual(EXPECTED);
    expect(table.columns.map(({ at }) => at)).toEqual(spread.slice(2));
  });

  it("percentage and remark columns beside it are not its own", () => {
    const beside = (words: Cells): Cells => [...words, ...Array.from({ length: 13 - words.length }, () => "")];
    const lines = REPORT.map((line, index): Cells => {
      if (index === 2) return [...beside(line), "Tỷ lệ trước hạn, đúng hạn (%) = ((8)+(9))/(7)", "Ghi chú"];
      return index > 5 ? [...line, "98.5", "đã đối chiếu"] : line;
    });
    const table = tableIn(sheetOf(lines));
    expect(read(table)).toEqual(EXPECTED);
    expect(table.percentages.map(({ percentage, at, cells }) => [percentage.id, at, cells.size])).toEqual([["on-time-rate", 13, 5]]);
  });

  it("columns may change places within a group when their words say so", () => {
    const order = [0, 1, 5, 2, 3, 4, 8, 7, 9, 6, 12, 10, 11];
    const moved = (line: Cells): Cells => order.map((from) => line[from] ?? "");
    const words: readonly Cells[] = [
      WORDS[0]!,
      ["", "", "Từ kỳ trước", "Tổng số", "Trong kỳ", "", "Đúng hạn", "Trước hạn", "Quá hạn", "Tổng số", "Quá hạn", "Tổng số", "Trong hạn"],
      ["", "", "", "", "Trực tuyến", "Trực tiếp, dịch vụ bưu chính"],
    ];
    for (const numbering of [[], [moved(NUMBERING)], [NUMBERING]]) {
      const table = tableIn(sheetOf([...TITLE, ...words, ...numbering, ...linesOf().map(moved), moved(totalOf())]));
      const byKey = (row: Readonly<Record<string, unknown>>) => Object.entries(row).sort(([one], [other]) => (one < other ? -1 : 1));
      expect(read(table).map(byKey)).toEqual(EXPECTED.map(byKey));
    }
  });

  it("the unit and the period are read from the head", () => {
    const head: readonly Cells[] = [
      ["Biểu số 06a/VPCP/KSTT", "", "TÌNH HÌNH, KẾT QUẢ GIẢI QUYẾT TTHC", "", "", "", "", "", "UBND PHƯỜNG PHÚ SƠN"],
      ["Ban hành theo Thông tư số", "", "(Từ ngày 01/01/2024 đến ngày 14/03/2024 )"],
      ["01/2020/TT-VPCP ngày 21/10/2020"],
    ];
    const table = tableIn(sheetOf([...head, ...HEADER, ...linesOf(), totalOf()]));
    expect(table.unit).toBe("UBND PHƯỜNG PHÚ SƠN");
    expect(table.period!.at).toEqual({ row: 1, column: 2 });
    const twice = tableIn(sheetOf([...TITLE, ["", "", "(Thời gian chốt số liệu từ ngày 15/12/2023 - 19/5/2024)"], ...HEADER, ...linesOf()]));
    expect(twice.period!.text).toBe(TITLE[1]![2]);
    const named = tableIn(sheetOf([["- Đơn vị báo cáo: UBND xã Phú Mỹ"], ...HEADER, ...linesOf()]));
    expect(named.unit).toBe("UBND xã Phú Mỹ");
    expect(named.period).toBeUndefined();
  });
});

describe("two tables", () => {
  const second = (lines: readonly Cells[]): readonly Cells[] => lines.map((line) => line.map((cell) => (cell === "Hộ tịch" ? "Tư pháp" : cell)));

  it.each([
    ["far below, with its own head", [[], [], [], [], ["NGƯỜI LẬP BIỂU"], [], [], [], [], [], [], []], TITLE],
    ["directly below, with its own head", [], TITLE],
    ["directly below, without head", [], []],
    ["below a unit's name", [[], ["UBND XÃ PHÚ THỌ"], []], []],
  ] as [string, readonly Cells[], readonly Cells[]][])("%s", (_, between, head) => {
    const tables = tablesIn([...REPORT, ...between, ...head, ...HEADER, ...second([...linesOf(), totalOf()])]);
    expect(tables).toHaveLength(2);
    expect(read(tables[0]!)).toEqual(EXPECTED);
    expect(read(tables[1]!)).toEqual(EXPECTED.map((row) => (row.label === "Hộ tịch" ? { ...row, label: "Tư pháp" } : row)));
  });

  it("the first may lack its total, when the second counts from 1 again", () => {
    const untotalled = [...TITLE, ...HEADER, ...linesOf()];
    for (const between of [[], TITLE, [["UBND XÃ PHÚ THỌ"], ...TITLE]] as (readonly Cells[])[]) {
      const tables = tablesIn([...untotalled, ...between, ...HEADER, ...linesOf(), totalOf()]);
      expect(tables.map((table) => read(table))).toEqual([EXPECTED.slice(0, -1), EXPECTED]);
    }
  });

  it("each has the unit and period of its own head", () => {
    const head = (unit: string, to: string): readonly Cells[] => [[unit], ["", "", `(Từ ngày 15/12/2023 đến ngày ${to})`]];
    const tables = tablesIn([...head("UBND XÃ A", "14/3/2024"), ...REPORT.slice(2), [], ...head("UBND XÃ B", "14/6/2024"), ...REPORT.slice(2)]);
    expect(tables.map(({ unit, period }) => [unit, period!.period.to.month])).toEqual([
      ["UBND XÃ A", 3],
      ["UBND XÃ B", 6],
    ]);
  });
});

describe("a sheet without the form", () => {
  const why = (lines: readonly Cells[]): string | undefined => {
    const { tables, why: reason } = locate(sheetOf(lines), FORMS);
    expect(tables).toEqual([]);
    return reason?.en;
  };

  it("says nothing of an empty sheet", () => expect(why([])).toBeUndefined());

  it("says that other content is no known form", () => {
    expect(why([["Danh sách cán bộ"], ["STT", "Họ tên", "Chức vụ"], ["1", "Nguyễn Văn A", "Văn thư"]])).toMatch(/No known form/);
  });

  it("says that there is no row under a header", () => {
    expect(why([...TITLE, ...HEADER])).toMatch(/no row of figures/);
    expect(why([...TITLE, ...HEADER, totalOf()])).toMatch(/no row of figures/);
  });

  it("does not take the 15 columns of the table under QĐ 766 for its own", () => {
    const words: readonly Cells[] = [
      ["THEO DÕI TIẾN ĐỘ GIẢI QUYẾT - THEO QUYẾT ĐỊNH SỐ 766/QĐ-TTG NGÀY 23/06/2022"],
      ["STT", "Đơn vị", "Tiếp nhận", "", "", "", "", "", "Đã xử lý", "", "", "", "Đang xử lý"],
      ["", "", "Tổng số", "Kỳ trước chuyển sang", "Trong kỳ", "", "", "", "Tổng số", "Trước hạn", "Trong hạn", "Quá hạn", "Tổng số", "Trong hạn", "Quá hạn"],
      ["", "", "", "", "Tổng số", "Trực tuyến", "Trực tiếp", "BCCI"],
      ["1", "UBND xã A", "10", "1", "9", "5", "3", "1", "8", "4", "4", "0", "2", "2", "0"],
    ];
    expect(tablesIn(words).map(({ form }) => form.id)).toEqual(["xuat-tien-do-766"]);
  });

  it("does not misread the 07a form", () => {
    const issued: readonly Cells[] = [
      ["STT", "Lĩnh vực", "Số hồ sơ nhận giải quyết", "", "", "Kết quả giải quyết", "", "", "", "", "", "Bổ sung", "Trả lại"],
      ["", "", "Tổng số", "Trong đó", "", "Số hồ sơ đã giải quyết", "", "", "Số hồ sơ đang giải quyết"],
      ["", "", "", "Số kỳ trước chuyển qua", "Số mới tiếp nhận", "Tổng số", "Trả đúng thời hạn", "Trả quá hạn", "Tổng số", "Chưa đến hạn", "Quá hạn"],
      ["1", "Hộ tịch", "10", "1", "9", "8", "8", "0", "2", "2", "0", "0", "0"],
    ];
    expect(why(issued)).toBeDefined();
    const flat: readonly Cells[] = [
      ["STT", "Lĩnh vực", "Số hồ sơ nhận giải quyết", "", "", "Số hồ sơ đã giải quyết", "", "", "Số hồ sơ đang giải quyết", "", "", "Bổ sung", "Trả lại"],
      ["", "", "Tổng số", "Số kỳ trước chuyển qua", "Số mới tiếp nhận", "Tổng số", "Trả đúng thời hạn", "Trả quá hạn", "Tổng số", "Chưa đến hạn", "Quá hạn"],
      ["1", "Hộ tịch", "10", "1", "9", "8", "8", "0", "2", "2", "0", "0", "0"],
    ];
    expect(why(flat)).toMatch(/columns differ/);
  });

  it("does not misread a group in which a column is missing or foreign", () => {
    const without = HEADER.map((line) => line.filter((_, at) => at !== 9));
    expect(why([...without, ...linesOf().map((line) => line.filter((_, at) => at !== 9))])).toMatch(/columns differ/);
    const online: Cells = ["", "", "Tổng số", "Trực tuyến toàn trình", "Trực tuyến một phần", "Trực tiếp", ...HEADER[1]!.slice(6)];
    expect(why([...TITLE, HEADER[0]!, online, NUMBERING, ...linesOf()])).toMatch(/columns differ/);
    const foreign: Cells = ["", "", "Toàn trình", "Một phần", "Phi địa giới", "Từ kỳ trước", ...HEADER[1]!.slice(6)];
    expect(why([...TITLE, HEADER[0]!, foreign, NUMBERING, ...linesOf()])).toMatch(/columns differ/);
  });
});

describe("figures of the first line", () => {
  it("are not header words though each is followed by its unit", () => {
    const inWords = linesOf(FIELDS, (count) => `${count} hồ sơ`);
    expect(read(tableIn(sheetOf([...TITLE, ...WORDS, ...inWords, totalOf()])))).toEqual(EXPECTED);
  });
});
