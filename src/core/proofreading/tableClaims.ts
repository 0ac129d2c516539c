import { audit, type Library } from "../audit";
import type { Finding } from "../findings/Finding";
import type { Table } from "../figures/Table";
import type { Vocabulary } from "../quantities/Vocabulary";
import { a1, type Position } from "../sheet/Address";
import { plainText } from "../sheet/Cell";
import { sheetPrefix } from "../sheet/writeFormula";
import type { Sheet } from "../sheet/Sheet";
import { statedFiguresInSteps } from "../stated/statedFigures";
import type { TextStretch } from "../stated/paragraphsOf";
import { testimoniesOn, type Statement, type Testimony } from "../stated/statementsOf";
import { finish } from "../steps";
import { formatCount } from "../words/decimal";
import type { Claim, OtherPlace } from "./Claim";
import { saysPeriod } from "./periods";
import type { ReportText } from "./ReportText";
import { textTables } from "./textTables";

/** Where a cell of a table is to be found. */
type PlaceOf = (table: Table, at: Position) => OtherPlace;

/**
 * What tables say of a report: those in its text are judged as those of a workbook are, and its sentences are held against them and against
 * those of a workbook, by the same reading that `check` holds texts against tables with.
 * @param sheets Of the workbook it was written from; none where it is not at hand.
 */
export async function tableClaims(text: ReportText, library: Library, sheets: readonly Sheet[] = []): Promise<readonly Claim[]> {
  const within = textTables(text);
  const byName = new Map(within.map((each) => [each.sheet.name, each]));
  const own = await audit(within.map(({ sheet }) => sheet), library);
  const placeIn = (sheet: string, at: Position): TextStretch | undefined => byName.get(sheet)?.placeOf(at);
  const judged = own.tables.flatMap(({ table, findings, outcomes }) => {
    const at = placeIn(table.sheet, { row: table.range.top, column: table.range.left }) ?? text.tableLines[0]!;
    const passed = outcomes.filter(({ counts }) => counts.pass > 0 && counts.fail === 0).map((): Claim => ({ kind: "table", at, verdict: "agrees", figures: [] }));
    return [...passed, ...findings.flatMap((finding) => ownClaim(finding, placeIn, text))];
  });
  const beside = await audit(sheets, library);
  const inText: PlaceOf = (table, at) => ({ at: placeIn(table.sheet, at) ?? { start: 0, end: 0 } });
  const inCell: PlaceOf = ({ sheet }, at) => ({ cell: sheetPrefix(sheet) + a1(at) });
  return [
    ...judged,
    ...heldAgainst(text, own.tables.map(({ table }) => table), library.vocabulary, inText),
    ...heldAgainst(text, beside.tables.map(({ table }) => table), library.vocabulary, inCell),
  ];
}

/** What is found in a table of the text; how numbers are written in it is no matter of proofreading. */
function ownClaim({ severity, cells, others, message, reasons, suggestions, sheet }: Finding, placeIn: (sheet: string, at: Position) => TextStretch | undefined, { text }: ReportText): readonly Claim[] {
  const at = placeIn(sheet, cells[0]);
  // Periods are read wherever they stand, tables or not.
  if (!at || reasons.every(({ check }) => check === "text-number") || saysPeriod(text.slice(at.start, at.end))) return [];
  const [elsewhere] = (others ?? []).flatMap((other) => placeIn(other.sheet, other.at) ?? []);
  const to = suggestions[0]?.changes.find(({ at: place }) => place.row === cells[0].row && place.column === cells[0].column)?.to;
  const expected = to === undefined || to.kind === "formula" ? "" : to.kind === "number" ? String(to.number).replace(".", ",") : plainText(to);
  return [{ kind: "table", at, verdict: "differs", figures: [], difference: { severity, at, stated: text.slice(at.start, at.end), expected, ...(elsewhere ? { other: { at: elsewhere } } : {}), message } }];
}

function heldAgainst(text: ReportText, tables: readonly Table[], vocabulary: Vocabulary, placeOf: PlaceOf): readonly Claim[] {
  if (tables.length === 0) return [];
  const source = { vi: "báo cáo", en: "report" };
  const texts = [{ source, vocabulary, figures: finish(statedFiguresInSteps(text.prose, vocabulary)) }];
  return tables.flatMap((table) => finish(testimoniesOn(table, tables, texts)).flatMap((testimony) => testified(testimony, table, placeOf)));
}

function testified({ statements, isWitness }: Testimony, table: Table, placeOf: PlaceOf): readonly Claim[] {
  const told = statements.filter(({ shown }) => shown !== undefined);
  const differing = told.filter(({ isBorneOut }) => !isBorneOut);
  const agreeing = told.filter(({ isBorneOut }) => isBorneOut).map(({ figure }): Claim => ({ kind: "table", at: figure, verdict: "agrees", figures: [] }));
  if (differing.length > 1 && !isWitness) return [...agreeing, isOther(differing, told.length, table, placeOf)];
  return [...agreeing, ...differing.map((statement) => differs(statement, table, placeOf))];
}

const say = ({ figure: { count, scope }, quantity: { name }, shown }: Statement, language: "vi" | "en"): string => {
  const field = scope.kind === "field" ? ` ${language === "vi" ? "của" : "of"} ${scope.name}` : "";
  return `${formatCount(count, language)} ${name[language]}${field} (${language === "vi" ? "bảng ghi" : "the table has"} ${formatCount(shown!, language)})`;
};

function differs(statement: Statement, table: Table, placeOf: PlaceOf): Claim {
  const { figure, cells, shown } = statement;
  const message = { vi: `Lời văn ghi ${say(statement, "vi")}.`, en: `The text states ${say(statement, "en")}.` };
  const difference = { severity: "error", at: figure, stated: formatCount(figure.count, "vi"), expected: formatCount(shown!, "vi"), other: placeOf(table, cells[0].at), message } as const;
  return { kind: "table", at: figure, verdict: "differs", figures: [], difference };
}

const MOST_TOLD = 3;

/** Most figures differ: the text was written from other figures than this table's, or is about something else. Told once. */
function isOther(differing: readonly Statement[], told: number, table: Table, placeOf: PlaceOf): Claim {
  const [first] = differing;
  const some = (language: "vi" | "en"): string => `${differing.slice(0, MOST_TOLD).map((each) => say(each, language)).join("; ")}${differing.length > MOST_TOLD ? "; …" : ""}`;
  const message = {
    vi: `Lời văn khác bảng ở ${differing.length}/${told} số: ${some("vi")}. Một bên chưa cập nhật, hoặc khác kỳ, khác phạm vi.`,
    en: `The text differs from the table in ${differing.length} of ${told} figures: ${some("en")}. One side is out of date, or about another period or part.`,
  };
  const { figure, cells, shown } = first!;
  // Where nothing but noughts agrees, they may be about two things.
  const severity = differing.length < told ? "error" : "warning";
  return { kind: "table", at: figure, verdict: "differs", figures: [], difference: { severity, at: figure, stated: formatCount(figure.count, "vi"), expected: formatCount(shown!, "vi"), other: placeOf(table, cells[0].at), message } };
}
