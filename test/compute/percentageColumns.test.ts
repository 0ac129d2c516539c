import { a1 } from "../../src/core/sheet/Address";
import { withCells } from "../fixtures/sheetFromText";
import { applied, computeOn, printEdits, tableOn, typedSheet } from "./filled";

const options = { percentages: ["on-time-rate"] };

describe("percentage columns", () => {
  it("stand right after the table, name their formula, and have the total row's share too", async () => {
    const plan = computeOn(await typedSheet(["Hộ tịch", "Đất đai"], { H10: "2120", I10: "5", J10: "5" }), options);
    expect(printEdits(plan).filter((each) => each.startsWith("N"))).toEqual([
      "N8 · → Tỷ lệ trước hạn, đúng hạn (%) = ((8)+(9))/(7) × 100",
      "N9 · → ·",
      'N10 · → =IF(G10=0,"",ROUND((H10+I10)*100/G10,2)) (99.77)',
      'N11 · → =IF(G11=0,"",ROUND((H11+I11)*100/G11,2)) ()',
      'N12 · → =IF(G12=0,"",ROUND((H12+I12)*100/G12,2)) (99.77)',
    ]);
  });

  it("are found again on the sheet, and not added twice", async () => {
    const sheet = await typedSheet(["Hộ tịch"], { H10: "1", J10: "2" });
    const after = await applied(sheet, computeOn(sheet, { percentages: ["on-time-rate", "late-rate"] }));
    expect(tableOn(after).percentages.map(({ percentage, at }) => [percentage.id, at])).toEqual([["on-time-rate", 13], ["late-rate", 14]]);
    expect(computeOn(after, options).percentages).toEqual([]);
    expect(computeOn(after, { percentages: ["online-rate"] }).edits.map(({ at }) => a1(at))).toContain("P8");
  });

  it("have their blanks filled where a line came later", async () => {
    const sheet = await typedSheet(["Hộ tịch", "Đất đai"], { H10: "1", H11: "1" });
    const after = withCells(await applied(sheet, computeOn(sheet, options)), { N11: "" });
    expect(printEdits(computeOn(after, options))).toEqual(['N11 · → =IF(G11=0,"",ROUND((H11+I11)*100/G11,2)) (100)']);
  });

  it("pass by a column of remarks", async () => {
    const plan = computeOn(withCells(await typedSheet(["Hộ tịch"], { H10: "1" }), { N10: "rút 1 hồ sơ" }), options);
    expect(plan.edits.map(({ at }) => a1(at)).filter((at) => /^[NO]/.test(at))).toEqual(["O8", "O9", "O10", "O11"]);
  });

  it("are never written over anything, and say what is in the way", async () => {
    const taken = Object.fromEntries([..."NOPQRSTUVWX"].map((column) => [`${column}10`, "x"]));
    const plan = computeOn(withCells(await typedSheet(["Hộ tịch"], { H10: "1" }), taken), options);
    expect(plan.occupied.map(({ id, at }) => [id, a1(at)])).toEqual([["on-time-rate", "N10"]]);
    expect(plan.edits.map(({ at }) => at.column)).not.toContain(13);
  });

  it("wait for texts to become numbers", async () => {
    const sheet = await typedSheet(["Hộ tịch"], { H10: '"08"', J10: "2" });
    expect(printEdits(computeOn(sheet, options))).toContain("N10 · → ·");
    expect(printEdits(computeOn(sheet, { ...options, convertText: true }))).toContain('N10 · → =IF(G10=0,"",ROUND((H10+I10)*100/G10,2)) (80)');
  });

  it("are not made of columns the sheet lacks", async () => {
    const sheet = await typedSheet(["Hộ tịch"]);
    expect(computeOn(sheet, { percentages: ["no-such-rate"] }).percentages).toEqual([]);
  });
});
