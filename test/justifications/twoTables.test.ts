import { audit } from "../../src/core/audit";
import type { JustifiedAudit } from "../../src/core/justifications/applyJustifications";
import { applyJustifications, justify } from "../fixtures/atOnce";
import type { Justification } from "../../src/core/justifications/Justification";
import { a1 } from "../../src/core/sheet/Address";
import type { Sheet } from "../../src/core/sheet/Sheet";
import { LIBRARY } from "../../src/library";
import { FIELDS, HEADER, linesOf, REPORT, sheetOf, totalOf, type Leaves } from "../fixtures/report";
import { withCells } from "../fixtures/sheetFromText";
import { auditOf, DAY, findingAt, justifiedCells, openAt, withRowsAbove } from "./justified";

/** The report, and below it one with the same lines: C20, the second table's C9, and C9 itself are wrong. */
const BELOW = [...REPORT, [], [], ...HEADER, ...linesOf(), totalOf()];
const SHEET = withCells(sheetOf(BELOW), { C9: "151", C20: "151" });

async function reasonFor(cell: string, sheet = SHEET): Promise<Justification> {
  const found = await auditOf(sheet);
  const finding = findingAt(found, cell);
  const table = found.tables.find(({ findings }) => findings.includes(finding))!;
  return justify(finding, table, sheet, "Đã đối chiếu với sổ theo dõi hồ sơ.", DAY, found.tables.map((each) => each.table));
}

const judgedWith = async (sheet: Sheet, ...reasons: readonly Justification[]): Promise<JustifiedAudit> => applyJustifications(await auditOf(sheet), [sheet], reasons);
const said = (judged: JustifiedAudit) => ({ justified: justifiedCells(judged), open: openAt(judged), lapsed: judged.lapsed.size, idle: judged.idle.length });

describe("two tables with the same lines on one sheet", () => {
  it.each([
    ["first", "C9", "C20"],
    ["second", "C20", "C9"],
  ])("keep the reason given for the %s apart: it stands there, and the other stays open", async (_, own, other) => {
    expect(said(await judgedWith(SHEET, await reasonFor(own)))).toEqual({ justified: [own], open: [other], lapsed: 0, idle: 0 });
  });

  it("keep a reason each", async () => {
    expect(said(await judgedWith(SHEET, await reasonFor("C9"), await reasonFor("C20")))).toEqual({ justified: ["C9", "C20"], open: [], lapsed: 0, idle: 0 });
  });

  it("find their reasons again once rows were put in above, and between them", async () => {
    const reasons = [await reasonFor("C9"), await reasonFor("C20")];
    expect(said(await judgedWith(withRowsAbove(SHEET, 0, 3), ...reasons)).justified).toEqual(["C12", "C23"]);
    expect(said(await judgedWith(withRowsAbove(SHEET, 12, 1), ...reasons)).justified).toEqual(["C9", "C21"]);
  });

  it("let a reason lapse where its own figure changes, and nowhere else", async () => {
    const judged = await judgedWith(withCells(SHEET, { C20: "152" }), await reasonFor("C9"), await reasonFor("C20"));
    expect(said(judged)).toEqual({ justified: ["C9"], open: ["C20"], lapsed: 1, idle: 0 });
    expect([...judged.lapsed.values()][0]!.why.vi).toContain("ô C20 đã đổi từ 151 thành 152");
  });

  it("say in their places which table is meant, but for the first", async () => {
    expect((await reasonFor("C9")).cells).toMatchObject([{ place: "received|line|1|Đất đai" }]);
    expect((await reasonFor("C20")).cells).toMatchObject([{ place: ":main:2!received|line|1|Đất đai" }]);
  });

  it("are asked apart how many files were withdrawn", async () => {
    const fewer = FIELDS.map(([label, leaves], index): readonly [string, Leaves] => [label, leaves.map((count, at) => (at === 3 && index === 1 ? count - 2 : count)) as unknown as Leaves]);
    const both = [...HEADER, ...linesOf(fewer), totalOf(fewer)];
    const sheet = sheetOf([["Biểu số II.06a/VPCP/KSTT"], [], ...both, [], [], ...both]);
    const asked = async (answers: Readonly<Record<string, number>>) => {
      const { tables } = await audit([sheet], LIBRARY, { answers: new Map([["withdrawn", new Map(Object.entries(answers))]]) });
      return tables.flatMap(({ findings }) => findings.flatMap(({ question, cells }) => (question ? [`${a1(cells[0])} ${question.key}`] : [])));
    };
    const [first, second] = ["C8 II.06a|Hộ tịch", "C19 II.06a:main:2|Hộ tịch"];
    expect(await asked({})).toEqual([first, second]);
    expect(await asked({ "II.06a|Hộ tịch": 2 })).toEqual([second]);
    expect(await asked({ "II.06a:main:2|Hộ tịch": 2 })).toEqual([first]);
  });
});
