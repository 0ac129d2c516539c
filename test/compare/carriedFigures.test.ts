import { carriedFigures } from "../../src/core/compare/carriedFigures";
import { compareTables } from "../../src/core/compare/compareTables";
import type { Span } from "../../src/core/compare/formerTable";
import { a1 } from "../../src/core/sheet/Address";
import { quarterSheet } from "../fixtures/quarterSheet";
import { tableIn } from "../fixtures/report";
import { withCells } from "../fixtures/sheetFromText";

const first = tableIn(quarterSheet("first"));
const filled = (cells: Readonly<Record<string, string>>, span: Span = "before") => {
  const now = tableIn(withCells(quarterSheet("second"), cells));
  return carriedFigures(compareTables({ now, then: first, span })).map(({ at, to }) => `${a1(at)} ${to.kind === "number" ? to.number : to.kind}`);
};

it("fills blanks with what the period before left pending, row by row", () => {
  expect(filled({ F7: "", F8: "", F9: "", F10: "" })).toEqual(["F7 16", "F8 5", "F9 38", "F10 3"]);
});

it("writes over nothing that stands, and into no sum", () => {
  expect(filled({ F7: "0", F8: "=2+3 -> 5", F9: "", F11: "" })).toEqual(["F9 38"]);
});

it("takes nothing over from a year ago, or from a period that nobody knows", () => {
  expect([filled({ F7: "" }, "year"), filled({ F7: "" }, "other")]).toEqual([[], []]);
});
