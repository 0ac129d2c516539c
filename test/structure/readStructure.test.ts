import { readStructureInSteps } from "../../src/core/structure/readStructure";
import { added, evidenceOf, figures, rolesOf, sumsOf, type Drawn } from "./evidence";

const [one, two, three, four, five] = [1, 2, 3, 4, 5].map(figures) as [
  readonly number[],
  readonly number[],
  readonly number[],
  readonly number[],
  readonly number[],
];
const half = two.map((count) => Math.floor(count / 2));
const rest = two.map((count, column) => count - half[column]!);
const total = added(one, two, three);

describe("parts of a line", () => {
  const withParts = (first: Drawn, second: Drawn): readonly Drawn[] => [
    ["1", "Đất đai", one],
    ["2", "Hộ tịch", two],
    first,
    second,
    ["3", "Xây dựng", three],
    ["", "Cộng", total],
  ];

  it.each<readonly [string, readonly [string, string], readonly [string, string]]>([
    ["dashes", ["-", "Khai sinh"], ["-", "Kết hôn"]],
    ["pluses before the name", ["", "+ Khai sinh"], ["", "+ Kết hôn"]],
    ["stars", ["*", "Khai sinh"], ["*", "Kết hôn"]],
    ["letters", ["a)", "Khai sinh"], ["b)", "Kết hôn"]],
    ["the line's number and letters", ["2a", "Khai sinh"], ["2b", "Kết hôn"]],
    ["the line's number and theirs", ["2.1", "Khai sinh"], ["2.2", "Kết hôn"]],
    ["“Trong đó”", ["", "Trong đó: khai sinh"], ["", "Kết hôn"]],
    ["nothing", ["", "Khai sinh"], ["", "Kết hôn"]],
  ])("marked by %s are added up to it, and not with the lines", (_, [ordinal, label], [nextOrdinal, nextLabel]) => {
    const rows = withParts([ordinal, label, half], [nextOrdinal, nextLabel, rest]);
    expect(rolesOf(rows)).toEqual(["line", "line", "part of 1", "part of 1", "line", "total"]);
    expect(sumsOf(rows)).toEqual(["1 = 2 3", "5 = 0 1 4"]);
  });

  it("may follow “Trong đó:” alone", () => {
    const rows: readonly Drawn[] = [
      ["1", "Đất đai", one],
      ["2", "Hộ tịch", two],
      ["", "Trong đó:", []],
      ["-", "Khai sinh", half],
      ["-", "Kết hôn", rest],
      ["", "Cộng", added(one, two)],
    ];
    expect(rolesOf(rows)).toEqual(["line", "line", "note", "part of 1", "part of 1", "total"]);
  });

  it("may have parts themselves", () => {
    const [quarter, other] = [half.map((count) => Math.floor(count / 3)), half.map((count) => count - Math.floor(count / 3))];
    const rows: readonly Drawn[] = [
      ["1", "Đất đai", one],
      ["2", "Hộ tịch", two],
      ["-", "Khai sinh", half],
      ["+", "Đúng hạn", quarter],
      ["+", "Quá hạn", other],
      ["-", "Kết hôn", rest],
      ["", "Tổng", added(one, two)],
    ];
    expect(rolesOf(rows)).toEqual(["line", "line", "part of 1", "part of 2", "part of 2", "part of 1", "total"]);
    expect(sumsOf(rows)).toEqual(["1 = 2 5", "2 = 3 4", "6 = 0 1"]);
  });

  it("are lines where they are the only ones: dashes under headings without figures", () => {
    const rows: readonly Drawn[] = [
      ["I", "Cấp tỉnh", []],
      ["-", "Đất đai", one],
      ["-", "Hộ tịch", two],
      ["II", "Cấp xã", []],
      ["-", "Xây dựng", three],
      ["", "Tổng cộng", total],
    ];
    expect(rolesOf(rows)).toEqual(["heading", "line", "line", "heading", "line", "total"]);
    expect(sumsOf(rows)).toEqual(["5 = 1 2 4"]);
  });
});

describe("a memo line", () => {
  it("makes up nothing, wherever it stands", () => {
    const rows: readonly Drawn[] = [
      ["1", "Đất đai", one],
      ["", "Trong đó: cấp đổi", one.map((count) => Math.floor(count / 3))],
      ["2", "Hộ tịch", two],
      ["", "Tổng cộng", added(one, two)],
      ["", "Trong đó: trực tuyến", half],
    ];
    expect(rolesOf(rows)).toEqual(["line", "memo of 0", "line", "total", "memo of 3"]);
    expect(sumsOf(rows)).toEqual(["3 = 0 2"]);
  });
});

describe("sections", () => {
  const [upper, lower] = [added(one, two), added(three, four)];
  const all = added(upper, lower);
  const closed = (first: string, second: string, last: string): readonly Drawn[] => [
    ["I", "Cấp tỉnh", []], ["1", "Đất đai", one], ["2", "Hộ tịch", two], ["", first, upper], ["II", "Cấp xã", []], ["3", "Xây dựng", three], ["4", "Thi đua", four], ["", second, lower], ["", last, all],
  ]; // prettier-ignore

  it.each([
    ["Cộng cấp tỉnh", "Cộng cấp xã", "Tổng cộng"],
    ["Tổng I", "Tổng II", "Tổng (I+II)"],
    ["Tổng phụ", "Tổng phụ", "Tổng"],
    ["Tổng cộng", "Tổng cộng", "Tổng cộng"],
    ["Gộp lại", "Gộp lại", "Dồn hết"],
    ["Cấp tỉnh Total", "Cấp xã Total", "Grand Total"],
  ])("may be closed by “%s”, “%s” and all by “%s”", (first, second, last) => {
    expect(sumsOf(closed(first, second, last))).toEqual(["3 = 1 2", "7 = 5 6", "8 = 3 7"]);
  });

  it("need no heading", () => {
    expect(sumsOf(closed("Cộng", "Cộng", "Tổng").filter(([ordinal]) => !ordinal.startsWith("I")))).toEqual(["2 = 0 1", "5 = 3 4", "6 = 2 5"]);
  });

  it("may carry their sums in headings that nothing marks", () => {
    const rows: readonly Drawn[] = [
      ["", "Khối tỉnh", upper],
      ["", "Đất đai", one],
      ["", "Hộ tịch", two],
      ["", "Khối xã", lower],
      ["", "Xây dựng", three],
      ["", "Thi đua", four],
      ["", "Dồn", all],
    ];
    expect(sumsOf(rows)).toEqual(["0 = 1 2", "3 = 4 5", "6 = 0 3"]);
  });

  it("may lie in others, each with its sum", () => {
    const rows: readonly Drawn[] = [
      ["A", "Tỉnh", []], ["I", "Sở", []], ["1", "Đất đai", one], ["2", "Hộ tịch", two], ["", "Cộng I", upper], ["II", "Ban", []], ["1", "Xây dựng", three], ["", "Cộng II", three],
      ["", "Cộng A", total], ["B", "Xã", []], ["1", "Thi đua", four], ["2", "Nội vụ", five], ["", "Cộng B", added(four, five)], ["", "Tổng cộng", added(total, four, five)],
    ]; // prettier-ignore
    expect(sumsOf(rows)).toEqual(["4 = 2 3", "7 = 6", "8 = 4 7", "12 = 10 11", "13 = 8 12"]);
  });

  it("with one figure that is off are the same sections", () => {
    const wrong = one.map((count, column) => (column === 2 ? count + 9 : count));
    expect(sumsOf(closed("Cộng cấp tỉnh", "Cộng cấp xã", "Tổng cộng").map((row) => (row[2] === one ? ["1", "Đất đai", wrong] : row)))).toEqual([
      "3 = 1 2",
      "7 = 5 6",
      "8 = 3 7",
    ]);
  });
});

describe("the total", () => {
  const lines: readonly Drawn[] = [
    ["1", "Đất đai", one],
    ["2", "Hộ tịch", two],
    ["3", "Xây dựng", three],
  ];

  it("may stand first, first and last, or under the name of a unit", () => {
    expect(sumsOf([["", "Tổng số", total], ...lines])).toEqual(["0 = 1 2 3"]);
    expect(sumsOf([["", "Tổng số", total], ...lines, ["", "Tổng cộng", total]])).toEqual(["0 = 1 2 3", "4 = 1 2 3"]);
    expect(sumsOf([["", "UBND xã An", []], ["", "Tổng số", total], ...lines])).toEqual(["1 = 2 3 4"]);
  });

  it("is that of the rows shown, where its formulas leave out others or its figures do", () => {
    const hidden = lines.map((row): Drawn => (row[0] === "2" ? [row[0], row[1], row[2], { isHidden: true }] : row));
    expect(sumsOf([...hidden, ["", "Cộng", added(one, three), { adds: [[0, 2]], addsShownOnly: true }]])).toEqual(["3 = 0 2"]);
    expect(sumsOf([...hidden, ["", "Cộng", added(one, three)]])).toEqual(["3 = 0 2"]);
    expect(sumsOf([...hidden, ["", "Cộng", total]])).toEqual(["3 = 0 1 2"]);
  });

  it("is no numbered line whose name begins so, and no note is a line", () => {
    expect(
      rolesOf([
        ["1", "Tổng hợp", one],
        ["2", "Cộng đồng dân cư", two],
        ["", "Ghi chú: số liệu tạm tính", []],
        ["3", "Tổ chức cán bộ", three],
        ["", "Cộng", total],
      ]),
    ).toEqual(["line", "line", "note", "line", "total"]);
  });

  it("that is off in most columns is asked for where words leave a doubt, and judged where they leave none", () => {
    const off = total.map((count) => count + 7);
    expect(sumsOf([...lines, ["", "Tổng cộng", off]])).toEqual(["3 = 0 1 2"]);
    const unsaid = sumsOf([
      ["", "Đất đai", one],
      ["", "Hộ tịch", two],
      ["", "Tổng hợp nhanh", off],
    ]);
    expect(unsaid.filter((sum) => !sum.endsWith("?"))).toEqual([]);
  });

  it("of ten thousand lines is read at once", () => {
    const many = Array.from({ length: 10_000 }, (_, index): Drawn => [String(index + 1), `Lĩnh vực ${index + 1}`, figures(index)]);
    expect(sumsOf([...many, ["", "Tổng cộng", added(...many.map(([, , counts]) => counts as readonly number[]))]])).toHaveLength(1);
  });

  it("of three hundred sections is read at once, and so are theirs", () => {
    const sections = Array.from({ length: 300 }, (_, section): readonly Drawn[] => {
      const lines = Array.from({ length: 8 }, (__, index): Drawn => [String(index + 1), `Lĩnh vực ${index + 1}`, figures(8 * section + index)]);
      return [["I", `Đơn vị ${section + 1}`, added(...lines.map(([, , counts]) => counts as readonly number[]))], ...lines];
    });
    const total = added(...sections.map(([heading]) => heading![2] as readonly number[]));
    const sums = sumsOf([...sections.flat(), ["", "Tổng cộng", total]]);
    expect(sums).toHaveLength(301);
    expect(sums.filter((sum) => sum.endsWith("?"))).toEqual([]);
    expect(sums.at(-1)).toBe(`2700 = ${sections.map((_, section) => 9 * section).join(" ")}`);
  });

  it("of a long table is read in steps, so that others get a turn", () => {
    const many = Array.from({ length: 5000 }, (_, index): Drawn => [String(index + 1), `Lĩnh vực ${index + 1}`, figures(index)]);
    const steps = readStructureInSteps(evidenceOf(many));
    let pauses = 0;
    while (!steps.next().done) pauses++;
    expect(pauses).toBeGreaterThan(20);
  });
});

describe("what somebody says of a row", () => {
  const told = (...parts: readonly number[]) => ({ told: parts });
  const lines: readonly Drawn[] = [
    ["1", "Đất đai", one],
    ["2", "Hộ tịch", two],
    ["3", "Xây dựng", three],
  ];

  it("goes before what the figures say", () => {
    expect(sumsOf([...lines, ["", "Cộng", added(one, two, three)], ["4", "Y tế", five, told(3)]])).toContain("4 = 3?");
    expect(sumsOf([...lines, ["", "Cộng", added(one, two, three), told()]])).toEqual([]);
    expect(rolesOf([...lines, ["", "Cộng", added(one, two, three), told()]])).toEqual(["line", "line", "line", "line"]);
  });

  it("decides whether a row heads those below it", () => {
    const rows = (parts?: readonly number[]): readonly Drawn[] => [
      ["1", "Đất đai", one],
      ["", "Cấp tỉnh", added(two, three), parts ? { told: parts } : {}],
      ["2", "Hộ tịch", two],
      ["3", "Xây dựng", three],
      ["", "Cộng", added(one, two, three)],
    ];
    expect(sumsOf(rows([2, 3]))).toEqual(["1 = 2 3", "4 = 0 1"]);
    expect(sumsOf(rows([]))[0]).not.toMatch(/^1 =/);
  });

  it("holds of rows that no layout would have", () => {
    expect(sumsOf([...lines, ["4", "Y tế", four], ["", "Cộng 1 và 3", added(one, three), told(0, 2)]])).toContain("4 = 0 2");
  });

  it("is found within a long run of lines that are alike", () => {
    const many = Array.from({ length: 60 }, (_, index): Drawn => [String(index + 1), `Xã ${index + 1}`, figures(index + 1)]);
    const some = Array.from({ length: 20 }, (_, index) => index + 20);
    const sum = added(...some.map((row) => figures(row + 1)));
    expect(sumsOf([...many, ["", "Riêng cụm hai", sum, told(...some)]])).toEqual([`60 = ${some.join(" ")}`]);
  });
});
