import { balance } from "../../src/core/checks/balance";
import { a1 } from "../../src/core/sheet/Address";
import { checkOf, failsOf, HEADER, linesOf, reportWith, sheetOf, tableIn, tally, totalOf, verdictsOf } from "../fixtures/report";

const received = checkOf("received-by-channel");

describe("a sum across each row", () => {
  it.each<readonly [string, string, Readonly<Record<string, string>>, Readonly<Record<string, number>>]>([
    ["holds on every line and the total", "received-by-channel", {}, { pass: 5 }],
    ["fails where the total is wrong", "received-by-channel", { C8: "551" }, { pass: 4, fail: 1 }],
    ["fails where a part is wrong", "received-by-channel", { D8: "102" }, { pass: 4, fail: 1 }],
    ["fails by one", "resolved-by-punctuality", { J11: "17" }, { pass: 4, fail: 1 }],
    ["is for its own columns only", "pending-by-punctuality", { C8: "551", H8: "1" }, { pass: 5 }],
    ["counts text, padding, groups, units and dashes as meant", "received-by-channel", { D7: '"300"', E7: '"050"', F7: "10 hồ sơ", D8: '"120"' }, { pass: 5 }],
    ["counts 1.652 as 1652", "received-by-channel", { C7: "1.652", D7: "1592" }, { pass: 5 }],
    ["takes a blank part for nothing", "pending-by-punctuality", { M7: "" }, { pass: 5 }],
    ["fails where a blank part was needed", "received-by-channel", { E7: "" }, { pass: 4, fail: 1 }],
    ["fails where the total is blank and its parts are not", "received-by-channel", { C7: "" }, { pass: 4, fail: 1 }],
    ["is not judged where nothing stands", "received-by-channel", { C7: "", D7: "", E7: "", F7: "" }, { pass: 4, skip: 1 }],
    ["is not judged where a part cannot be read", "received-by-channel", { E7: "chưa rõ" }, { pass: 4, skip: 1 }],
    ["is not judged where the total is an error", "received-by-channel", { C7: "#REF!" }, { pass: 4, skip: 1 }],
    ["is not judged where a result was not saved", "received-by-channel", { C7: "=IF(TRUE,1)" }, { pass: 4, skip: 1 }],
    ["fails with a negative part that does not add up", "received-by-channel", { F7: "-10" }, { pass: 4, fail: 1 }],
  ])("%s", (_, id, cells, expected) => {
    expect(tally(verdictsOf(checkOf(id), reportWith(cells)))).toEqual(expected);
  });

  it("says which figure stands where, what the parts add up to, and by how much it is off", () => {
    const [fail] = failsOf(verdictsOf(received, reportWith({ C8: "1551" })));
    expect(fail!.cells.map(a1)).toEqual(["C8"]);
    expect(fail!.phrase.vi).toBe("“Hộ tịch”: cột (3) Tổng số ghi 1.551 (ô C8), cộng (4)+(5)+(6) được 155, lệch 1.396.");
    expect(fail!.phrase.en).toBe("“Hộ tịch”: column (3) Tổng số says 1,551 (cell C8), (4)+(5)+(6) adds up to 155, a difference of 1,396.");
  });

  it("tells why an unjudged row was not judged", () => {
    const why = (cells: Readonly<Record<string, string>>) => verdictsOf(received, reportWith(cells)).flatMap((verdict) => (verdict.kind === "skip" ? [verdict.why] : []));
    expect(why({ C7: "", D7: "", E7: "", F7: "" })).toEqual(["blank"]);
    expect(why({ E7: "chưa rõ" })).toEqual(["unreadable"]);
  });

  it("leaves headings of sections alone", () => {
    const table = tableIn(sheetOf([...HEADER, ["I", "Cấp tỉnh"], ...linesOf(), totalOf()]));
    expect(tally(verdictsOf(received, table))).toEqual({ pass: 5 });
  });

  it("says nothing of a form that lacks its columns", () => {
    const foreign = balance({ id: "x", total: "fee", parts: ["online"], printed: "(4)", relation: "(14)=(4)" });
    expect(verdictsOf(foreign, reportWith())).toEqual([]);
    expect([...foreign.balances!(reportWith())]).toEqual([]);
  });

  it("offers its sums for tracing, satisfied or not", () => {
    const sums = [...received.balances!(reportWith({ C8: "551" }))];
    expect(sums.map(({ total, parts }) => [a1(total.at), parts.map(({ at }) => a1(at)).join()])).toEqual([7, 8, 9, 10, 11].map((row) => [`C${row}`, `D${row},E${row},F${row}`]));
  });
});
