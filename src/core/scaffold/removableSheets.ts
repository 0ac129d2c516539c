import { positionKey } from "../sheet/Address";
import { BLANK, BLANK_CELL, contentOf, sameContent, type Content } from "../sheet/Cell";
import { eachReference, splitSheet } from "../sheet/eachReference";
import { columnsOf, type Sheet } from "../sheet/Sheet";
import type { PlannedCell, SheetPlan } from "../sheet/SheetPlan";
import type { Steps } from "../steps";

/** A sheet that was made, under the name it got. */
export interface MadeSheet {
  readonly name: string;
  readonly plan: SheetPlan;
}

/** Of sheets that were made those that can go, and those that stay: something was changed on them, or a formula that stays looks at them. */
export interface RemovableSheets {
  readonly going: readonly string[];
  readonly changed: readonly string[];
  readonly needed: readonly string[];
}

/** Excel writes apostrophes and spaces of a formula as it likes. */
const plain = (formula: string): string => formula.replace(/[' ]/g, "");

function isSame(found: Content, planned: Content): boolean {
  return found.kind === "formula" && planned.kind === "formula" ? plain(found.formula) === plain(planned.formula) : sameContent(found, planned);
}

/** Whether a sheet holds just what it was made with; results of formulas may have come or changed since. */
export function* isAsMade({ rows }: Sheet, { cells }: SheetPlan): Steps<boolean> {
  const planned = new Map<number, PlannedCell>();
  for (const cell of cells) if (cell.content.kind !== "blank") planned.set(positionKey(cell.at), cell);
  for (const [row, line] of rows) {
    yield;
    for (const column of columnsOf(line)) {
      const key = positionKey({ row, column });
      if (!isSame(contentOf(line[column] ?? BLANK_CELL), planned.get(key)?.content ?? BLANK)) return false;
      planned.delete(key);
    }
  }
  return planned.size === 0;
}

/** Adds the names, in small letters, of the sheets whose cells a formula looks at. */
function addSheetsRead(names: Set<string>, formula: string): void {
  if (!formula.includes("!")) return;
  eachReference(formula, (written) => {
    const [sheet] = splitSheet(written);
    const named = sheet.slice(0, -1).replace(/^'|'$/g, "").replace(/''/g, "'");
    // A block through several sheets may run through any: its ends at least are kept.
    for (const name of named.split(":")) names.add(name.toLowerCase());
    return written;
  });
}

function* sheetsRead({ rows, name }: Sheet): Steps<ReadonlySet<string>> {
  const read = new Set<string>();
  for (const [, line] of rows) {
    yield;
    for (const column of columnsOf(line)) addSheetsRead(read, line[column]?.formula ?? "");
  }
  read.delete(name.toLowerCase());
  return read;
}

/** The sheets that names of the whole workbook, or of sheets that stay, stand for. */
function sheetsNamed({ names }: Sheet, isGoing: (name: string) => boolean): ReadonlySet<string> {
  const read = new Set<string>();
  for (const [key, formula] of names?.defined ?? []) if (!isGoing(key.slice(0, Math.max(0, key.lastIndexOf("!"))))) addSheetsRead(read, formula);
  return read;
}

/**
 * Which of the sheets that were made can be taken away again without loss: they hold what they were made with, and no formula or name that
 * stays looks at them.
 */
export function* removableSheets(sheets: readonly Sheet[], made: readonly MadeSheet[]): Steps<RemovableSheets> {
  const plans = new Map(made.map(({ name, plan }) => [name, plan]));
  const there = sheets.filter(({ name }) => plans.has(name));
  const going = new Set<string>();
  for (const sheet of there) if (yield* isAsMade(sheet, plans.get(sheet.name)!)) going.add(sheet.name);
  const changed = there.flatMap(({ name }) => (going.has(name) ? [] : [name]));
  const isGoing = (name: string): boolean => [...going].some((each) => each.toLowerCase() === name.toLowerCase());
  const waiting: ReadonlySet<string>[] = sheets.slice(0, 1).map((sheet) => sheetsNamed(sheet, isGoing));
  for (const sheet of sheets) if (!going.has(sheet.name)) waiting.push(yield* sheetsRead(sheet));
  const needed: string[] = [];
  // A sheet that stays because of another may look at further ones.
  for (let read = waiting.pop(); read; read = waiting.pop()) {
    for (const sheet of there) {
      if (!going.has(sheet.name) || !read.has(sheet.name.toLowerCase())) continue;
      going.delete(sheet.name);
      needed.push(sheet.name);
      waiting.push(yield* sheetsRead(sheet));
    }
  }
  return { going: [...going], changed, needed };
}
