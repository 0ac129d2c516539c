import { a1 } from "../../src/core/sheet/Address";
import { plainText } from "../../src/core/sheet/Cell";
import { readFigure } from "../../src/core/figures/readFigure";
import type { Figure } from "../../src/core/figures/Table";
import { editsOf } from "../../src/core/suggestions/editsTogether";
import { checkOf, failsOf, reportWith, tally, verdictsOf } from "../fixtures/report";

const text = checkOf("text-number");
const thousands = checkOf("misread-thousands");

describe("numbers stored as text", () => {
  it("are told once, each with the number meant", () => {
    const [fail, ...others] = failsOf(verdictsOf(text, reportWith({ D7: '"300"', E7: '"050"', C8: '"155"', G11: "649 hồ sơ" })));
    expect(others).toEqual([]);
    expect(fail!.cells.map(a1)).toEqual(["D7", "E7", "C8", "G11"]);
    expect(fail!.suggestions!.map(({ sure }) => sure)).toEqual(["certain"]);
    expect(fail!.suggestions![0]!.changes.map(({ at, to }) => [a1(at), to])).toEqual([
      ["D7", { kind: "number", number: 300 }],
      ["E7", { kind: "number", number: 50 }],
      ["C8", { kind: "number", number: 155 }],
      ["G11", { kind: "number", number: 649 }],
    ]);
    expect(text.severity).toBe("info");
  });

  it("take a number's format when they are turned into numbers", () => {
    const [fail] = failsOf(verdictsOf(text, reportWith({ D7: '"300"' })));
    expect(editsOf({ sheet: "II.06a" }, fail!.suggestions![0]!)).toEqual([
      { sheet: "II.06a", at: { row: 6, column: 3 }, from: { kind: "text", text: "300" }, to: { kind: "number", number: 300 }, style: { numberFormat: "#,##0" } },
    ]);
  });

  it("pass where they are numbers, dashes or nothing", () => {
    expect(tally(verdictsOf(text, reportWith({ D7: "-", E7: "", F7: "-3" })))).toEqual({ pass: 54 });
  });

  it("that a formula yields are told, not replaced", () => {
    const [fail] = failsOf(verdictsOf(text, reportWith({ D7: '=TEXT(300,"0") -> "300"' })));
    expect(fail!.suggestions).toBeUndefined();
  });
});

describe("each kind of dress around a count", () => {
  /** "sure: first words of the finding" of all that is told. */
  const told = (cells: Readonly<Record<string, string>>): readonly string[] =>
    failsOf(verdictsOf(text, reportWith(cells))).map(({ phrase, suggestions = [], severity }) => `${[severity ?? "info", ...suggestions.map(({ sure }) => sure)].join(" ")}: ${phrase.vi}`);

  it.each([
    [{ D7: "300 (83%)" }, /^info likely: 1 ô có thêm chữ hoặc tỷ lệ bên cạnh số \(D7: "300 \(83%\)"\)/],
    [{ D7: "300²", E7: "50*" }, /^info likely: 2 ô có dấu chú thích sau số \(D7: "300²"; E7: "50\*"\)/],
    [{ D7: "\u200b300", E7: '"50\u00a0"' }, /^info certain: 2 ô có ký tự ẩn \(khoảng trắng không độ rộng U\+200B và khoảng trắng không ngắt U\+00A0\)/],
    [{ D7: "300 (12)" }, /^warning possible: 1 ô có hai số/],
    [{ M7: "KPS", J8: "//" }, /^info likely: 2 ô ghi chữ hoặc dấu thay cho số 0 \(M7: "KPS"; J8: "\/\/"\)/],
    [{ M7: "…" }, /^info possible: 1 ô ghi dấu “…” \(M7: "…"\)/],
    [{ C7: '"=D7+E7+F7"', M7: '"=VLOOKUP(A7,Q:R,2)"' }, /^warning certain possible: 2 ô chứa công thức ở dạng chữ nên Excel không tính \(C7: "=D7\+E7\+F7"; M7: "=VLOOKUP/],
  ] as [Readonly<Record<string, string>>, RegExp][])("%j is one finding of its own", (cells, phrase) => expect(told(cells)).toEqual([expect.stringMatching(phrase)]));

  it("offers a formula kept as text as a live one", () => {
    const [fail] = failsOf(verdictsOf(text, reportWith({ C7: "\"'=SUM(D7;E7;F7)\"", F7: '"=6+4"' })));
    expect(fail!.suggestions![0]!.changes.map(({ at, from, to }) => [a1(at), from, to])).toEqual([
      ["C7", { kind: "text", text: "'=SUM(D7;E7;F7)" }, { kind: "formula", formula: "=SUM(D7,E7,F7)", value: { kind: "number", number: 350 } }],
      ["F7", { kind: "text", text: "=6+4" }, { kind: "formula", formula: "=6+4", value: { kind: "number", number: 10 } }],
    ]);
  });

  it("tells what a format hides, and offers the number seen where that was typed", () => {
    const table = reportWith({ D7: "300", E7: "0.5" });
    const formatted = { ...table, rows: table.rows.map((row, at) => (at > 0 ? row : { ...row, figures: row.figures.map((figure, place) => shownAs(figure, ["", "#,##0,", "0%"][place] ?? "")) })) };
    const fails = failsOf(verdictsOf(text, formatted));
    expect(fails.map(({ phrase }) => phrase.vi.split(":")[0])).toEqual(["1 ô số liệu có định dạng phần trăm (E7", "1 ô hiện khác với số lưu trong ô do định dạng (D7"]);
    expect(fails[0]!.suggestions![0]!.changes).toEqual([{ at: { row: 6, column: 4 }, from: { kind: "number", number: 0.5 }, to: { kind: "number", number: 50 }, format: "#,##0" }]);
    expect(fails[1]!.suggestions).toBeUndefined();
  });
});

/** The figure as read in a cell of this format. */
function shownAs(figure: Figure, numberFormat: string): Figure {
  if (numberFormat === "") return figure;
  const cell = { ...figure.cell, numberFormat };
  return { ...figure, cell, reading: readFigure(cell, figure.column) };
}

describe("dotted thousands that an English Excel took for decimals", () => {
  it("are told once, each with a thousand times the value", () => {
    const [fail, ...others] = failsOf(verdictsOf(thousands, reportWith({ C7: "1.652", D7: "1.64" })));
    expect(others).toEqual([]);
    expect(fail!.suggestions![0]!.changes.map(({ from, to }) => [from.kind === "number" && plainText(from), to])).toEqual([
      ["1.652", { kind: "number", number: 1652 }],
      ["1.64", { kind: "number", number: 1640 }],
    ]);
    expect(fail!.suggestions!.map(({ sure }) => sure)).toEqual(["likely"]);
    expect(fail!.phrase.vi).toMatch(/^2 ô có số lẻ \(C7: 1.652; D7: 1.64\)/);
  });

  it("show three examples of many", () => {
    const [fail] = failsOf(verdictsOf(thousands, reportWith({ C7: "1.5", D7: "1.6", E7: "1.7", F7: "1.8" })));
    expect(fail!.phrase.en).toMatch(/^4 cells.*C7: 1\.5; D7: 1\.6; E7: 1\.7\)/);
  });

  it("are not whole numbers, nor texts", () => {
    expect(failsOf(verdictsOf(thousands, reportWith({ C7: "1652", D7: '"1.652"' })))).toEqual([]);
  });
});
