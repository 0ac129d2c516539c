import { draft, book, LINES, lineRow, linesFrom, leavesOf, PLAIN, sumRow, type DraftRow } from "./draft";
import { figuresOf } from "../fixtures/report";
import { checked, computed, mended, narrated } from "./tried";

const ALL = LINES.map(([, leaves]) => leaves);

/** Two sections, each closed by its sum: lines on rows 11–13 and 16–18, sums on rows 14 and 19, the total on row 20. */
const sections = (first: string, second: string, total: DraftRow = sumRow("TỔNG CỘNG", "", ALL)): readonly DraftRow[] => [
  ["I", "Cấp tỉnh"], ...linesFrom(1, 0, 1, 2), sumRow("", first, leavesOf(0, 1, 2)),
  ["II", "Cấp xã"], ...linesFrom(4, 3, 4, 5), sumRow("", second, leavesOf(3, 4, 5)),
  total,
]; // prettier-ignore

/** A line of which two rows say what it is made of. */
const brokenDown = (first: string, second: string): readonly DraftRow[] => [
  ...linesFrom(1, 0),
  ...linesFrom(2, 1),
  lineRow(first, "Tuyển sinh", [60, 20, 2, 52, 19, 1, 9, 1]),
  lineRow(second, "Văn bằng", [36, 11, 2, 36, 10, 2, 1, 0]),
  ...linesFrom(3, 2, 3, 4, 5),
  sumRow("TỔNG CỘNG", "", ALL),
];

describe("rows that are no lines", () => {
  const areSums = async (first: string, second: string): Promise<void> => {
    const { status, errors } = await checked(book(draft(sections(first, second))));
    expect({ status, errors }).toEqual({ status: 0, errors: [] });
    expect((await mended(book(draft(sections(first, second))))).changedParts).toEqual([]);
  };
  it.each([
    ["Tổng nhánh tỉnh", "Tổng nhánh xã"],
    ["Cộng phần tỉnh", "Cộng phần xã"],
    ["Gộp tỉnh", "Gộp xã"],
  ])("are sums of sections called “%s”", areSums);
  it.each([
    ["Tổng cộng I", "Tổng cộng II"],
    ["Tổng", "Tổng"],
  ])("are sums of sections called “%s”", areSums);

  it.each([
    ["-", "-"],
    ["+", "+"],
    ["a", "b"],
    ["a)", "b)"],
  ])("are parts of the line above, marked %s", async (first, second) => {
    const rows = brokenDown(first, second);
    const { status, errors } = await checked(book(draft(rows)));
    expect({ status, errors }).toEqual({ status: 0, errors: [] });
    expect((await mended(book(draft(rows)))).changedParts).toEqual([]);
  });

  it("are memos: “Trong đó” under a line, which adds nothing", async () => {
    const memo = ["", "Trong đó: cấp phép qua mạng", figuresOf([40, 0, 0, 35, 3, 0, 2, 0])] as const;
    const { status, errors } = await checked(book(draft([PLAIN[0]!, memo, ...PLAIN.slice(1)])));
    expect({ status, errors }).toEqual({ status: 0, errors: [] });
  });

  it("are what Data › Subtotal puts in, and the narrative counts no file twice", async () => {
    const rows = [
      ...linesFrom(1, 0, 1, 2),
      sumRow("", "Khối tỉnh Total", leavesOf(0, 1, 2)),
      ...linesFrom(4, 3, 4, 5),
      sumRow("", "Khối xã Total", leavesOf(3, 4, 5)),
      sumRow("", "Grand Total", ALL),
    ];
    const sheet = draft(rows);
    const live = new Map(sheet.rows);
    const subtotals = [
      [12, 9, 11],
      [16, 13, 15],
      [17, 9, 15],
    ] as const;
    for (const [row, top, bottom] of subtotals) {
      const cells = [...sheet.rows.get(row)!].map(([column, cell]) => {
        const letters = String.fromCharCode(65 + column);
        const text = `=SUBTOTAL(9,${letters}${top + 1}:${letters}${bottom + 1})`;
        return [column, column > 1 ? { formula: { text, work: () => cell.value as number, isSubtotal: true } } : cell] as const;
      });
      live.set(row, new Map(cells));
    }
    const { status, errors } = await checked(book({ ...sheet, rows: live, outline: new Map([9, 10, 11, 13, 14, 15].map((row) => [row, 2])) }));
    expect({ status, errors }).toEqual({ status: 0, errors: [] });
    expect(await narrated(book({ ...sheet, rows: live }))).toMatch(/tiếp nhận[^.;]*585/);
  });

  it("are signatures and notes below", async () => {
    const rows: readonly DraftRow[] = [...PLAIN, ["", "Ghi chú: số liệu lấy lúc 16 giờ"], ["", ""], ["Người lập", "Phạm Văn Nam"]];
    const { status, errors } = await checked(book(draft(rows)));
    expect({ status, errors }).toEqual({ status: 0, errors: [] });
  });
});

describe("a slip among them", () => {
  it("is found where the total is called Grand Total", async () => {
    const rows: readonly DraftRow[] = [...PLAIN.slice(0, -1), sumRow("Grand Total", "", ALL)];
    const { status, errors, offers } = await checked(book(draft(rows, { D13: 42 })));
    expect({ status, errors }).toEqual({ status: 1, errors: ["D13"] });
    expect(offers).toContain("D13 → 24");
    expect((await mended(book(draft(rows, { D13: 42 })))).after).toBe(0);
  });

  it("is found in a section whose sum is called no more than “Tổng”", async () => {
    const { status, errors, offers } = await checked(book(draft(sections("Tổng", "Tổng"), { D16: 42 })));
    expect({ status, errors }).toEqual({ status: 1, errors: ["D16"] });
    expect(offers).toContain("D16 → 24");
  });
});

it("a total computed over sections counts each file once", async () => {
  const cell = await computed(book(draft(sections("Cộng cấp tỉnh", "Cộng cấp xã", ["TỔNG CỘNG", ""]))));
  expect([cell("C20").shows, cell("D20").shows]).toEqual(["585", "403"]);
});
