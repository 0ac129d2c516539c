import type { Suggestion } from "../checks/Check";
import type { Counts } from "../checks/judge";
import type { Finding } from "../findings/Finding";
import { sayCells } from "../findings/sayEvent";
import { a1, positionKey, type Rectangle } from "../sheet/Address";
import { contentOf, plainText, type Cell, type Value } from "../sheet/Cell";
import type { FormulaGraph } from "../sheet/FormulaGraph";
import type { Sheet } from "../sheet/Sheet";
import type { Steps } from "../steps";
import { both, type Language, type Phrase } from "../words/Phrase";
import { frameOf, lineName, oddFormulas, type OddFormula } from "./oddFormulas";
import { oddSums, type OddSum } from "./oddSums";

/** What the formulas of a sheet that no form claims say of one another. */
export interface SheetAudit {
  readonly sheet: string;
  /** From the first to the last formula. */
  readonly range: Rectangle;
  /** Of its formulas: those that go with the others, and those that do not. */
  readonly counts: Counts;
  /** Gravest first, then down the sheet. */
  readonly findings: readonly Finding[];
}

/** The id of whatever describes itself, where others have a form's. */
export const DESCRIBED = "described";

const shown = (value: Value | undefined): string => (value ? plainText(value) : "");

/** Whether what the neighbours' formula comes to is what the cell shows already. */
const isSame = (cell: Cell, result: Value | undefined): boolean => result?.kind === "number" && cell.value.kind === "number" && result.number === cell.value.number;

function sayOdd(odd: OddFormula, language: Language): string {
  const { kind, at, cell, usual, result, along, alike } = odd;
  const line = along === "row" ? { vi: "dòng", en: "row" }[language] : { vi: "cột", en: "column" }[language];
  const comes = result && !isSame(cell, result) ? shown(result) : undefined;
  if (language === "vi") {
    const there = kind === "typed" ? `là số gõ tay ${shown(cell.value)}` : `có công thức ${cell.formula!}`;
    const then = comes === undefined ? "" : `; tính theo công thức đó được ${comes}, ô đang ghi ${shown(cell.value)}`;
    return `Ô ${a1(at)} ${there}, khác ${alike} ô cạnh nó trong ${line} ${lineName(odd)} (theo các ô ấy thì là ${usual}${then}).`;
  }
  const there = kind === "typed" ? `is the typed number ${shown(cell.value)}` : `holds ${cell.formula!}`;
  const then = comes === undefined ? "" : `, which comes to ${comes}; the cell says ${shown(cell.value)}`;
  return `Cell ${a1(at)} ${there}, unlike the ${alike} cells beside it in ${line} ${lineName(odd)} (after them it is ${usual}${then}).`;
}

const SUMS: Readonly<Record<OddSum["kind"], (at: string, formula: string, others: string) => Phrase>> = {
  "skips-text": (at, formula, others) => ({
    vi: `Ô ${at} (${formula}) bỏ qua số lưu ở dạng chữ tại ${others}: hàm SUM của Excel không cộng các ô này.`,
    en: `Cell ${at} (${formula}) passes over numbers kept as text in ${others}: Excel's SUM does not add them.`,
  }),
  "counts-twice": (at, formula, others) => ({
    vi: `Ô ${at} (${formula}) cộng trùng: trong vùng cộng, ô ${others} đã là tổng của chính các ô khác trong vùng.`,
    en: `Cell ${at} (${formula}) counts twice: within what it adds up, ${others} already adds up other cells of it.`,
  }),
  "stops-short": (at, formula, others) => ({
    vi: `Ô ${at} (${formula}) chưa cộng ô ${others} ngay trên nó.`,
    en: `Cell ${at} (${formula}) leaves out ${others}, just above it.`,
  }),
};

/** What is offered in place of an odd cell: the neighbours' formula, for the user to choose. */
function offer({ at, cell, usual, result }: OddFormula): readonly Suggestion[] {
  const why = { vi: `Dùng công thức như các ô bên cạnh: ${usual}`, en: `Use the formula of the cells beside it: ${usual}` };
  return cell.block ? [] : [{ changes: [{ at, from: contentOf(cell), to: { kind: "formula", formula: usual, value: result ?? cell.value } }], sure: "possible", why }];
}

type Told = Omit<Finding, "id" | "sheet" | "form"> & { readonly check: string };

/** Another way to the same result; the same formula with another cell in it is a slip whatever it comes to today. */
const isHarmless = ({ kind, cell, usual, result }: OddFormula): boolean => isSame(cell, result) && (kind === "typed" || frameOf(cell.formula!) !== frameOf(usual));

function tellOdd(odd: OddFormula): Told {
  const message = both((language) => sayOdd(odd, language));
  const check = odd.kind === "typed" ? "number-among-formulas" : "formula-differs";
  return { check, severity: isHarmless(odd) ? "info" : "warning", cells: [odd.at], message, reasons: [{ check, phrase: message }], suggestions: offer(odd) };
}

function tellSum({ kind, at, cell, others }: OddSum): Told {
  const check = `sum-${kind}`;
  const message = both((language) => SUMS[kind](a1(at), cell.formula!, sayCells(others.map((each) => ({ at: each })), language))[language]);
  return { check, severity: kind === "skips-text" ? "error" : "warning", cells: [at, ...others], message, reasons: [{ check, phrase: message }], suggestions: [] };
}

/** Looks at the formulas of a sheet; undefined where it has none. What an odd formula spoils is not told again. */
export function* sheetFindings(sheet: Sheet, graph: FormulaGraph): Steps<SheetAudit | undefined> {
  if (graph.size === 0) return undefined;
  const odd = yield* oddFormulas(sheet, graph);
  const guilty = new Set(odd.map(({ at }) => positionKey(at)));
  const sums = (yield* oddSums(sheet, graph)).filter(({ at, others, kind }) => !guilty.has(positionKey(at)) && !(kind === "counts-twice" && others.every((other) => guilty.has(positionKey(other)))));
  const told = [...sums.filter(({ kind }) => kind === "skips-text").map(tellSum), ...sums.filter(({ kind }) => kind !== "skips-text").map(tellSum), ...odd.map(tellOdd)];
  const range = extentOf(graph);
  const findings = told.map(({ check, ...each }): Finding => ({ id: [DESCRIBED, sheet.name, check, each.cells.map(a1).join("+")].join("/"), sheet: sheet.name, form: DESCRIBED, ...each }));
  return { sheet: sheet.name, range, counts: { pass: graph.size - told.length, fail: told.length, skip: 0, notApplicable: 0, broken: 0 }, findings };
}

function extentOf(graph: FormulaGraph): Rectangle {
  let { row: top, column: left } = graph.at(0);
  let [bottom, right] = [top, left];
  for (let formula = 1; formula < graph.size; formula++) {
    const { row, column } = graph.at(formula);
    [top, left, bottom, right] = [Math.min(top, row), Math.min(left, column), Math.max(bottom, row), Math.max(right, column)];
  }
  return { top, left, bottom, right };
}
