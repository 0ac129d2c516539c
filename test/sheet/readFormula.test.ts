import { a1Range, parseA1, parseA1Range } from "../../src/core/sheet/Address";
import type { Terms } from "../../src/core/sheet/Formula";
import { FormulaGraph } from "../../src/core/sheet/FormulaGraph";
import { readFormula } from "../../src/core/sheet/readFormula";
import type { FormulaPlace } from "../../src/core/sheet/ReferenceReader";
import type { Block } from "../../src/core/sheet/resolveReference";
import { namesWith } from "../fixtures/namesWith";
import { sheetFromText } from "../fixtures/sheetFromText";

const sayBlock = ({ sheet, range }: Block): string => (sheet === undefined ? a1Range(range) : `${sheet}!${a1Range(range)}`);

/** "+D9 −E9 +[C9:C20]": what is added up; square brackets where SUM skips texts, a mark for what is passed over. */
function say(terms: Terms): string {
  return terms
    .map(({ times, summed, skips, where, ...block }) => {
      const [sign, factor] = [times < 0 ? "−" : "+", Math.abs(times) === 1 ? "" : `${Math.abs(times)}×`];
      const marks = `${skips?.nested ? "ⁿ" : ""}${skips?.errors ? "ᵉ" : ""}${skips?.rows?.[0] ?? ""}`;
      const only = (where ?? []).map((each) => `|${sayBlock(each.block)}${"is" in each ? ` ${each.is}` : `${each.compare}${typeof each.key === "object" ? sayBlock(each.key) : each.key}`}`).join("");
      return `${sign}${factor}${summed ? `[${sayBlock(block)}${only}]${marks}` : sayBlock(block)}`;
    })
    .join(" ");
}

const TABLE = { name: "Bảng1", sheet: "II.06a", range: parseA1Range("A8:F20")!, columns: ["TT", "Lĩnh vực", "(3)=(4)+(5)", "(4)", "(5)", "Ghi [chú]"], hasHeadings: true, hasTotals: true };
const NAMES = namesWith({
  sheets: ["Xã A", "II.06a", "Xã B", "Xã C"],
  defined: { COT_D: "='II.06a'!$D$9:$D$20", "II.06A!RIÊNG": "='II.06a'!$E$9", TƯƠNG_ĐỐI: "=A1", TỔNG_D: "=SUM('II.06a'!$D$9:$D$20)", HỆ_SỐ: "=2", VÒNG: "=VÒNG" },
  tables: [TABLE],
});

const PLACE: FormulaPlace = { at: parseA1("C17")!, sheet: "II.06a", names: NAMES };

function read(formula: string, place: FormulaPlace = PLACE): string | undefined {
  const { formula: read } = readFormula(formula, place);
  return read?.kind === "sum" ? [say(read.terms), ...(read.constant === 0 ? [] : [String(read.constant)])].filter(Boolean).join(" + ") : read?.kind;
}

describe("a formula that only adds up", () => {
  it.each([
    ["=D9+E9+F9", "+D9 +E9 +F9"],
    ["=D9", "+D9"],
    ["=+D9+E9", "+D9 +E9"],
    ["=-D9+E9", "−D9 +E9"],
    ["=C9-H9", "+C9 −H9"],
    ["= D9 + E9", "+D9 +E9"],
    ["=$D$9+E$9+$F9", "+D9 +E9 +F9"],
    ["=d9+e9", "+D9 +E9"],
    ["=SUM(C9:C20)", "+[C9:C20]"],
    ["=sum( C9:C20 )", "+[C9:C20]"],
    ["=SUM($C$9:$C$20)", "+[C9:C20]"],
    ["=SUM(C20:C9)", "+[C9:C20]"],
    ["=SUM(C9:C20,C22)", "+[C9:C20] +[C22]"],
    ["=SUM(C9;C10)", "+[C9] +[C10]"],
    ["=SUM(C9:C20)+C22", "+[C9:C20] +C22"],
    ["=SUM(C9:C20)-SUM(C15)", "+[C9:C20] −[C15]"],
    ["=SUM(C9+C10,C12)", "+C9 +C10 +[C12]"],
    ["=SUM(SUM(C9:C10),C12)", "+[C9:C10] +[C12]"],
    ["=SUM(C9:C20,)", "+[C9:C20]"],
    ["=D9-(E9-F9)", "+D9 −E9 +F9"],
    ["=D9-(E9+SUM(F9:G9))", "+D9 −E9 −[F9:G9]"],
    ["=SUM(-C9,C10)", "−C9 +[C10]"],
    ["=-SUM(C9,C10)", "−[C9] −[C10]"],
    ["=((D9))", "+D9"],
    ["=D9*2-E9", "+2×D9 −E9"],
    ["=SUM(C9:C20)/2", "+0.5×[C9:C20]"],
    ["=D10+E10+F10+5", "+D10 +E10 +F10 + 5"],
    ["=37+4", "41"],
    ["=0", ""],
    ["=SUM(C:C)", "+[C1:C1048576]"],
    ["=SUM(9:9)", "+[A9:XFD9]"],
    ["='II.06a'!D9+'ii.06A'!E9", "+D9 +E9"],
    ["='Xã A'!D9+'Xã B'!D9", "+Xã A!D9 +Xã B!D9"],
    ["=SUM('Xã A:Xã B'!D9)", "+[Xã A!D9] +[D9] +[Xã B!D9]"],
    ["=SUBTOTAL(9,C9:C16)", "+[C9:C16]ⁿf"],
    ["=SUBTOTAL(109,C9:C12,C14)", "+[C9:C12]ⁿh +[C14]ⁿh"],
    ["=_xlfn.AGGREGATE(9,5,C9:C16)", "+[C9:C16]h"],
    ["=AGGREGATE(9,3,C9:C16)", "+[C9:C16]ⁿᵉh"],
    ["=AGGREGATE(9,4,C9:C16)", "+[C9:C16]"],
    ["=SUM(C$10:INDEX(C:C,ROW()-1))", "+[C10:C16]"],
    ["=INDEX(D9:D20,3)", "+D11"],
    ["=SUM(INDEX(D9:F20,2,0))", "+[D10:F10]"],
    ["=SUM(OFFSET(C17,-7,0,7,1))", "+[C10:C16]"],
    ["=SUM(C10:OFFSET(C17,-1,0))", "+[C10:C16]"],
    ["=SUM(cot_D)", "+[D9:D20]"],
    ["=riêng+1-1", "+E9"],
    ["=tổng_d", "+[D9:D20]"],
    ["=D9*hệ_số", "+2×D9"],
    ["=SUM(Bảng1[(4)])", "+[D9:D19]"],
    ["=SUBTOTAL(109,Bảng1[(3)=(4)+(5)])", "+[C9:C19]ⁿh"],
    ["=Bảng1[[#This Row],[(4)]]+[@(5)]", "+D17 +E17"],
    ["=SUM(Bảng1[@[(4)]:[(5)]])", "+[D17:E17]"],
    ["=Bảng1[[#Totals],[(4)]]", "+D20"],
    ["=SUM(Bảng1[[#Data],[#Totals],[(4)]])", "+[D9:D19] +[D20]"],
    ["=SUM(Bảng1[Ghi '[chú']])", "+[F9:F19]"],
    ["=IFERROR(ROUND(SUM(D9:F9),0),0)", "+[D9:F9]"],
    ['=IF(D9="","",D9+E9)', "+D9 +E9"],
    ['=IF(SUM(D9:F9)=0,"",SUM(D9:F9))', "+[D9:F9]"],
    ['=IF(AND(D9="",E9=""),"",SUM(D9:E9))', "+[D9:E9]"],
    ['=IF(D9<>"",D9+E9,"")', "+D9 +E9"],
    ['=IF(COUNT(D9:F9)=0,"",SUM(D9:F9))', "+[D9:F9]"],
    ["=VALUE(D9)+N(E9)", "+D9 +[E9]"],
    ['=SUMIF($B$9:$B$16,"I",D$9:D$16)', "+[D9:D16|B9:B16=I]"],
    ["=SUMIF(B9:B16,B17,D9)", "+[D9:D16|B9:B16=B17]"],
    ['=SUMIFS(D9:D16,B9:B16,"<>",A9:A16,">=2")', "+[D9:D16|B9:B16 filled|A9:A16>=2]"],
    ['=SUMIF(B9:B16,"*",D9:D16)', "+[D9:D16|B9:B16=*]"],
    ['=SUMIF(B9:B16,"Cộng*",D9:D16)', "+[D9:D16|B9:B16=Cộng*]"],
    ["=SUMPRODUCT(--ISNUMBER(A9:A16),D9:D16)", "+[D9:D16|A9:A16 number]"],
    ['=SUMPRODUCT((A9:A16<>"")*(LEN(B9:B16)>0),D9:D16)', "+[D9:D16|A9:A16 filled|B9:B16 filled]"],
    ['=SUM(INDIRECT("D9:D16"))', "+[D9:D16]"],
    ["=SUMPRODUCT(D9:D16)", "+[D9:D16]"],
    ['=SUMPRODUCT((B9:B16="I")*D9:D16)', "+D9:D16"],
    ['=SUMPRODUCT(--(B9:B16="I"),D9:D16)', "+[D9:D16|B9:B16=I]"],
  ])("%s is read as %s", (formula, expected) => {
    expect(read(formula)).toBe(expected);
  });

  it.each([
    "D9+E9", "=", "=D9+", "=+", "=D9 E9", "=D9/E9", "=D9&E9", "=SUM()", "=SUM(C9:C20", "=SUM(C9:C20))", "=(D9", "=D9)",
    "=C9:C20", "=D9+C9:C20", "=SUM((C9,C10))", "=AVERAGE(C9:C20)", '=SUMIF(C9:C20,"?I",D9:D20)', "=IF(TRUE,D9)", "=SUM(Bảng2[Tổng])", "=D9+#REF!",
    "=XFE1+A1", "=A1048577", "=total", "=tương_đối", "=vòng", "=D9--", "=D9/3", "=SUBTOTAL(1,C9:C20)", "=AGGREGATE(9,9,C9)", "=SUM(C10:INDEX(C:C,D1))", "=SUM(OFFSET(C17,D1,0))",
    '=INDIRECT("C"&B9)', "=[1]Sheet1!D9", "=SUM('Xã A:Xã Z'!D9)", "={1,2}", "=SUM({1,2})", "=IF(D9>5,D9,E9)", "=TRUE", '="5"',
  ])("%s is left to Excel", (formula) => {
    expect(read(formula)).toBeUndefined();
  }); // prettier-ignore

  it("goes as deep as Excel lets it, and no deeper", () => {
    const deep = (brackets: number) => read(`=${"(".repeat(brackets)}D9${")".repeat(brackets)}`);
    expect([deep(60), deep(70), deep(4_000)]).toEqual(["+D9", undefined, undefined]);
    expect(read(`=${Array.from({ length: 1_500 }, (_, row) => `D${row + 1}`).join("+")}`)).toMatch(/^\+D1 .* \+D1500$/);
    expect(read(`=${Array.from({ length: 1_500 }, () => "1").join("*")}`)).toBeUndefined();
  });

  it("takes, as part of an array formula, the cells beside it", () => {
    expect(read("=D10:D16+E10:E16", { ...PLACE, at: parseA1("C12")!, block: parseA1Range("C10:C16")! })).toBe("+D12 +E12");
    expect(read("=D10:D16+$B$1", { ...PLACE, at: parseA1("C16")!, block: parseA1Range("C10:C16")! })).toBe("+D16 +B1");
    expect(read("=D10:D12+E10:E16", { ...PLACE, at: parseA1("C16")!, block: parseA1Range("C10:C16")! })).toBeUndefined();
  });

  it("adds the cells of its blocks once each, some twice, takes some away, and no other", () => {
    const graph = new FormulaGraph(sheetFromText(""));
    const { formula } = readFormula("=SUM(C9:C20)+E9+C15-D9-C20");
    const times = (at: string) => graph.timesAdded(formula!.kind === "sum" ? formula!.terms : [], parseA1(at)!);
    expect(["C9", "C19", "E9", "C15", "D9", "C20"].map(times)).toEqual([1, 1, 1, 2, -1, 0]);
    expect(["C8", "C21", "E10"].map(times)).toEqual([0, 0, 0]);
  });
});

describe("the cells a formula names", () => {
  const named = (formula: string) => {
    const { reads, readsUnknown, readsWorkbook } = readFormula(formula, PLACE);
    return [...reads.map(sayBlock), ...(readsUnknown ? ["?"] : []), ...(readsWorkbook ? ["workbook"] : [])];
  };

  it.each([
    ["=D9+E9", ["D9", "E9"]],
    ['=IF(SUM(C9:C20)>0,$D$9/2,"")', ["C9:C20", "D9"]],
    ['="A1 và B2"&C3', ["C3"]],
    ["=LOG10(A1)", ["A1"]],
    ["=Sheet2!D9*E9", ["Sheet2!D9", "E9"]],
    ["='Tháng 1'!D9*E9", ["Tháng 1!D9", "E9"]],
    ["=AVERAGE('Xã B:Xã C'!D9)", ["Xã B!D9", "Xã C!D9"]],
    ["=#REF!+H9", ["H9", "?"]],
    ["=1+2", []],
    ["=TY_LE1+XFE1", ["?"]],
    ["=VLOOKUP(A9,cot_D,2,0)", ["A9", "D9:D20"]],
    ["=MAX(Bảng1[[(4)]:[(5)]])", ["D9:E19"]],
    ["=VLOOKUP(A9,'[Số liệu.xlsx]T1'!$A:$F,4,0)", ["A9", "workbook"]],
    ["=MAX(OFFSET(C17,-1,0))", ["C17", "C16"]],
    ["=MAX(OFFSET(C17,D1,0))+SUM(OFFSET(C17,D1,0))", ["C17", "D1", "C17", "D1", "?"]],
    ['=SUM(INDIRECT("C"&D9))', ["D9", "?"]],
    ["=A1*(B1", ["A1", "B1", "?"]],
  ])("of %s are %j", (formula, cells) => {
    expect(named(formula)).toEqual(cells);
  });
});
