import { a1 } from "../../src/core/sheet/Address";
import { applied, auditOf, errorsIn, saySuggestion } from "../fixtures/audited";
import { REPORT, sheetOf } from "../fixtures/report";
import { withCells } from "../fixtures/sheetFromText";

/** The report with a first line of 1,652 online files received and 1,672 resolved early. */
const LARGE = { D7: "1652", C7: "1712", D11: "1885", C11: "2063", G7: "1696", H7: "1672", G11: "2001", H11: "1912" };

const report = (cells: Readonly<Record<string, string>>) => withCells(sheetOf(REPORT), { ...LARGE, ...cells });

describe("a total that Excel made from a misread 1.652 and that was pasted as a value", () => {
  const sheet = report({ D7: "1.652", D11: "234.652" });

  it("is wrong by itself, and must be what the right figures add up to", async () => {
    const [error, ...others] = errorsIn(await auditOf(sheet));
    expect(others).toEqual([]);
    expect(error!.cells.map(a1)).toEqual(["D11"]);
    expect(error!.message.vi).toMatch(/ghi 234,652, phải là 1\.885: Excel đã cộng/);
    expect(error!.suggestions.map(saySuggestion)).toEqual(["certain D11 234.652→1885"]);
  });

  it("is not offered 234,652 as what was meant", async () => {
    const { findings } = await auditOf(sheet);
    const offered = findings.flatMap(({ suggestions }) => suggestions.flatMap(({ changes }) => changes.map(({ at, to }) => `${a1(at)} ${to.kind === "number" && to.number}`)));
    expect(new Set(offered)).toEqual(new Set(["D11 1885", "D7 1652"]));
  });

  it("leaves nothing to tell once all that is offered is applied", async () => {
    const { findings } = await auditOf(sheet);
    const { findings: left } = await auditOf(applied(sheet, findings.flatMap(({ suggestions }) => suggestions.slice(0, 1))));
    expect(left).toEqual([]);
  });
});

describe("a total that Excel made while a figure was stored as text", () => {
  it("lacks that figure, and says why", async () => {
    const table = await auditOf(report({ H7: '"1.672"', H11: "240" }));
    expect(errorsIn(table).map(({ cells, suggestions }) => [cells.map(a1), suggestions.map(saySuggestion)])).toEqual([[["H11"], ["certain H11 240→1912"]]]);
  });

  it("is in order where it was added up by hand", async () => {
    expect(errorsIn(await auditOf(report({ H7: '"1.672"' })))).toEqual([]);
  });
});
