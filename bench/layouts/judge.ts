import { auditFile, contentsOf } from "../../src/cli/auditFile";
import { fix } from "../../src/cli/commands/fix";
import type { Change, Suggestion } from "../../src/core/checks/Check";
import type { Finding } from "../../src/core/findings/Finding";
import { cellAt, type Sheet } from "../../src/core/sheet/Sheet";
import { SILENT } from "../../src/core/sheet/WorkbookPort";
import { TroubleError } from "../../src/core/Trouble";
import { openWorkbookFile } from "../../src/xlsx/openWorkbookFile";
import { bookCell, spotKey, type Book, type Spot } from "../../test/fixtures/book/Book";
import { calculate, type Calculated } from "../../test/fixtures/book/calculate";
import { writeBook } from "../../test/fixtures/book/writeBook";
import { ranOn } from "../../test/fixtures/ranOn";
import type { MadeTable } from "./MadeTable";
import type { Planted } from "./plant";

/** What a change offered would make of a cell, held against what is right. */
export interface Offer {
  readonly at: Spot;
  readonly sure: Suggestion["sure"];
  /** Rank of its suggestion among those of its finding, 0 the first. */
  readonly rank: number;
  /** Whether the cell would then hold what is right. */
  readonly isRight: boolean;
  /** Whether it only writes the figure meant in another way. */
  readonly isNotation: boolean;
}

/** What the product said of one workbook. */
export interface Said {
  readonly isRecognised: boolean;
  readonly errors: readonly Finding[];
  readonly warnings: readonly Finding[];
  /** The changes of each suggestion, by finding. */
  readonly offers: readonly (readonly Offer[])[];
  /** Cells that `fix` left with something else than what is right. */
  readonly spoiled: readonly string[];
  /** How many cells `fix` changed, right or wrong. */
  readonly changed: number;
  /** Errors told first of a cell that is right, and comes to what is right. */
  readonly innocents: number;
  readonly failure?: string;
  readonly milliseconds: number;
}

/** The text of a formula as far as writing does not matter. */
const plain = (formula: string): string => formula.replace(/[\s$]/g, "").toUpperCase();

/** A change may name a sheet of its own; else it is on its finding's. */
const spotOf = (change: Change & { readonly sheet?: string }, finding: Finding): Spot => ({ sheet: change.sheet ?? finding.sheet, ...change.at });

/** What is right of each cell of a book. */
class Truth {
  private readonly calculated: Calculated;

  constructor(private readonly book: Book) {
    this.calculated = calculate(book);
  }

  private isFigure(spot: Spot): boolean {
    const cell = bookCell(this.book, spot);
    return cell?.formula !== undefined || cell?.meant !== undefined || typeof cell?.value === "number" || cell?.value === undefined;
  }

  /** Whether content is what should stand there: the right formula, or the right figure. */
  isRight(spot: Spot, to: Change["to"]): boolean {
    const cell = bookCell(this.book, spot);
    if (to.kind === "formula" && cell?.formula && plain(to.formula) === plain(cell.formula.text)) return true;
    const value = to.kind === "formula" ? to.value : to;
    if (value.kind === "text") return value.text === cell?.value;
    if (value.kind === "error" || !this.isFigure(spot)) return false;
    return (value.kind === "number" ? value.number : 0) === this.calculated.figure(spot);
  }

  figure(spot: Spot): number {
    return this.calculated.figure(spot);
  }
}

/** Has the program mend a workbook as on the command line, and reads what came out. */
async function mended(bytes: Uint8Array): Promise<readonly Sheet[]> {
  const { written } = await ranOn(fix, bytes);
  return (await openWorkbookFile(written!, "out.xlsx")).read(SILENT);
}

/** Cells of the book that the sheets show otherwise than is right, and how many changed at all. */
function compared(before: Book, right: Book, sheets: readonly Sheet[], already: ReadonlySet<string>): Pick<Said, "spoiled" | "changed"> {
  const [was, truth] = [calculate(before), new Truth(right)];
  const spoiled: string[] = [];
  let changed = 0;
  for (const sheet of sheets) {
    for (const [row, cells] of sheet.rows) {
      cells.forEach((_, column) => {
        const spot = { sheet: sheet.name, row, column };
        const cell = cellAt(sheet, spot);
        const old = bookCell(before, spot);
        const shown = was.shown(spot);
        const isSameFormula = plain(cell.formula ?? "") === plain(old?.formula?.text ?? "");
        const now = cell.value.kind === "number" ? cell.value.number : cell.value.kind === "text" ? cell.value.text : undefined;
        if (isSameFormula && (now ?? "") === (shown ?? "")) return;
        changed++;
        const to = cell.formula === undefined ? cell.value : { kind: "formula" as const, formula: cell.formula, value: cell.value };
        if (!truth.isRight(spot, to) && !already.has(spotKey(spot))) spoiled.push(spotKey(spot));
      });
    }
  }
  return { spoiled, changed };
}

async function say(book: Book, right: Book, already: ReadonlySet<string>, table: MadeTable): Promise<Said> {
  const bytes = writeBook(book);
  const started = performance.now();
  const nothing = { errors: [], warnings: [], offers: [], spoiled: [], changed: 0, innocents: 0 };
  try {
    const audited = await auditFile(await contentsOf(await openWorkbookFile(bytes, "bang.xlsx")), "bang.xlsx");
    const milliseconds = performance.now() - started;
    const tables = audited.audit.tables.filter((each) => each.table.sheet === table.sheet);
    const findings = audited.audit.tables.flatMap((each) => each.findings);
    const truth = new Truth(right);
    const was = calculate(book);
    const offers = findings.flatMap((finding) =>
      finding.suggestions.map((suggestion, rank) =>
        suggestion.changes.map((change): Offer => {
          const at = spotOf(change, finding);
          const isNotation = change.from.kind === "text" && change.to.kind === "number" && was.figure(at) === change.to.number;
          return { at, sure: suggestion.sure, rank, isRight: truth.isRight(at, change.to), isNotation };
        }),
      ),
    );
    const isFixing = findings.some(({ suggestions }) => suggestions[0] !== undefined && suggestions[0].sure !== "possible");
    const after = isFixing ? compared(book, right, await mended(bytes), already) : { spoiled: [], changed: 0 };
    return {
      isRecognised: tables.length === 1,
      errors: findings.filter(({ severity }) => severity === "error"),
      warnings: findings.filter(({ severity }) => severity === "warning"),
      offers,
      ...after,
      innocents: findings.filter(
        ({ severity, sheet, cells: [first] }) =>
          severity === "error" && !already.has(spotKey({ sheet, ...first })) && was.figure({ sheet, ...first }) === truth.figure({ sheet, ...first }),
      ).length,
      milliseconds,
    };
  } catch (error) {
    const milliseconds = performance.now() - started;
    if (error instanceof TroubleError) return { isRecognised: false, ...nothing, milliseconds };
    return { isRecognised: false, ...nothing, failure: error instanceof Error ? error.message : String(error), milliseconds };
  }
}

/** What is said of a right table. */
export const sayOfRight = (table: MadeTable): Promise<Said> => say(table.book, table.book, new Set(), table);

/** What is said of a table with an error. The wrong cell that stays wrong is not spoiled by `fix`, nor is what follows from it. */
export function sayOfWrong({ table, book, guilty }: Planted): Promise<Said> {
  const [before, right] = [calculate(book), calculate(table.book)];
  const wrong = [...table.figures, ...guilty.map(({ spot }) => spot)].filter((spot) => before.figure(spot) !== right.figure(spot));
  return say(book, table.book, new Set(wrong.map(spotKey)), table);
}
