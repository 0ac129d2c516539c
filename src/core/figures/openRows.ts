import { footColumns, totalFoot, type TableForm } from "../form/Form";
import type { Term } from "../sheet/Formula";
import type { FormulaGraph } from "../sheet/FormulaGraph";
import { firstFrom } from "../firstFrom";
import { STEP, type Steps } from "../steps";
import { readOrdinal } from "../structure/readOrdinal";
import { readStructureInSteps } from "../structure/readStructure";
import type { RowEvidence, Structure } from "../structure/RowEvidence";
import type { RowsRead } from "./givenRows";
import { meantUnits } from "./Reading";
import { holdsFigures, rowOfDraft, type RowDraft } from "./RowDraft";
import type { RowKind, TableColumn } from "./Table";

/** Stretches of rows, by their places. */
type Stretches = readonly (readonly [first: number, last: number])[];

/** Looks up what most formulas of a row add up down their columns, and whether they leave out what is not shown. */
function additionsIn(
  drafts: readonly RowDraft[],
  columns: readonly TableColumn[],
  graph: FormulaGraph,
): (draft: RowDraft) => Pick<RowEvidence, "adds" | "addsShownOnly" | "addsBeyond"> {
  const place = (row: number): number => firstFrom(drafts, row, (each) => each.row);
  const hidden = drafts.filter(({ looks }) => looks.isHidden);
  /** The stretches a term counts: where it passes over some cells of its block, those between them. Whether rows are shown is looked at apart. */
  function stretchesOf(term: Term): readonly (readonly [first: number, last: number])[] {
    const {
      range: { top, bottom },
      skips,
      where,
    } = term;
    if (!skips?.nested && !where) return [[place(top), place(bottom + 1) - 1]];
    const found: [first: number, last: number][] = [];
    graph.eachCell([{ ...term, skips: { ...(skips?.nested ? { nested: true } : {}) } }], (_cell, row) => {
      const at = place(row);
      const last = found.at(-1);
      if (drafts[at]?.row !== row) return true;
      if (last && last[1] === at - 1) last[1] = at;
      else found.push([at, at]);
      return true;
    });
    return found;
  }
  const last = drafts.at(-1)?.row ?? -1;
  /** Whether figures below the table's last row are added up, too: then rows of it were not seen. */
  const isBeyond = (term: Term): boolean =>
    term.range.bottom > last && !graph.eachCell([{ ...term, range: { ...term.range, top: Math.max(last + 1, term.range.top) } }], (cell) => cell?.value.kind !== "number");
  /** The rows that one cell adds up, as a text; undefined where it is no sum down its column. */
  function addsAt(row: number, column: number): { readonly adds: string; readonly shownOnly: boolean; readonly beyond: boolean } | undefined {
    const terms = graph.sumAt({ row, column });
    if (!terms?.length) return undefined;
    const stretches: string[] = [];
    for (const term of terms) {
      const {
        times,
        range: { top, bottom, left, right },
      } = term;
      if (times !== 1 || left !== column || right !== column || (top <= row && bottom >= row)) return undefined;
      for (const [first, last] of stretchesOf(term)) if (first <= last) stretches.push(`${first}-${last}`);
    }
    // SUBTOTAL 9 counts rows that were only hidden by hand.
    const leavesOut = ({ skips, range: { top, bottom } }: Term): boolean => {
      if (skips?.rows === undefined) return false;
      let at = firstFrom(hidden, top, (draft) => draft.row);
      while (at < hidden.length && hidden[at]!.row <= bottom && !graph.isLeftOut(hidden[at]!.row, skips.rows)) at++;
      return at < hidden.length && hidden[at]!.row <= bottom;
    };
    return { adds: stretches.join(), beyond: terms.some(isBeyond), shownOnly: terms.some(leavesOut) };
  }
  return ({ row, figures }) => {
    if (!figures.some(({ cell }) => cell.formula !== undefined)) return {};
    const times = new Map<string, number>();
    let sums = 0;
    let [isShownOnly, addsBeyond] = [false, false];
    for (const { at } of columns) {
      const { adds, shownOnly, beyond } = addsAt(row, at) ?? {};
      addsBeyond ||= beyond === true;
      if (!adds) continue;
      sums++;
      isShownOnly ||= shownOnly!;
      times.set(adds, (times.get(adds) ?? 0) + 1);
    }
    if (addsBeyond) return { addsBeyond };
    const [most] = [...times].sort((one, other) => other[1] - one[1]);
    // What a single formula beside typed figures adds up says little.
    const filled = figures.filter(({ reading }) => reading.kind !== "blank").length;
    if (!most || most[1] * 2 <= sums || (most[1] < 2 && filled > 2)) return {};
    const adds: Stretches = most[0].split(",").map((each) => each.split("-").map(Number) as [number, number]);
    return { adds, ...(isShownOnly ? { addsShownOnly: true } : {}) };
  };
}

/** Whether a formula of a row passes over rows hidden by hand, too. */
const leavesOutHidden = (graph: FormulaGraph, row: number, columns: readonly TableColumn[]): boolean =>
  columns.some(({ at: column }) => graph.sumAt({ row, column })?.some(({ skips }) => skips?.rows === "hidden"));

/** The columns that are added up, as places in a row's figures. */
export function addedPlaces(layout: TableForm, columns: readonly TableColumn[]): readonly number[] {
  const added = footColumns(layout, totalFoot(layout));
  return [...columns.keys()].filter((place) => added.includes(columns[place]!.column.key));
}

const KINDS: Readonly<Record<Structure["roles"][number], RowKind | undefined>> = {
  line: "line", part: "part", memo: "memo", heading: "section", sum: "subtotal", total: "total", note: undefined,
}; // prettier-ignore

/** Lines counted 1.1, 1.2 below a line 1 make it a section of theirs. */
function withNumberedSections({ roles, sections, hosts, sums }: Structure, drafts: readonly RowDraft[]): Pick<Structure, "roles" | "sections"> {
  const [kinds, numbers] = [[...roles], [...sections]];
  let last = sections.reduce((most, each) => Math.max(most, each), -1);
  for (const { row, parts } of sums) {
    if (kinds[row] !== "line" || !parts.every((part) => hosts[part] === row && readOrdinal(drafts[part]!.ordinal).kind === "dotted")) continue;
    kinds[row] = "sum";
    numbers[row] = ++last;
    for (const part of parts) [kinds[part], numbers[part]] = ["line", last];
  }
  return { roles: kinds, sections: numbers };
}

/** The rows of a table whose lines are open: what each is, is read from all that they show. */
export function* openRows(drafts: readonly RowDraft[], layout: TableForm, columns: readonly TableColumn[], graph: FormulaGraph): Steps<RowsRead> {
  const places = addedPlaces(layout, columns);
  const width = places.length;
  const counts = new Float64Array(drafts.length * width);
  const additionsOf = additionsIn(
    drafts,
    places.map((each) => columns[each]!),
    graph,
  );
  const rows: RowEvidence[] = [];
  for (const [index, draft] of drafts.entries()) {
    if (index % STEP === STEP - 1) yield;
    for (let column = 0; column < width; column++) counts[index * width + column] = meantUnits(draft.figures[places[column]!]!.reading) ?? NaN;
    const { ordinal, label, says, isAcross, looks } = draft;
    rows.push({ ordinal: isAcross ? "" : ordinal, label, isAcross, isFilled: holdsFigures(draft), ...looks, ...(says && says !== "summary" ? { says } : {}), ...additionsOf(draft) });
  }
  // SUBTOTAL(9) counts what was hidden by hand; only what a filter leaves out is no part of it.
  const countsHidden = rows.some(({ addsShownOnly }) => addsShownOnly) && !drafts.some(({ row }) => leavesOutHidden(graph, row, columns));
  if (countsHidden) for (const [index, { row }] of drafts.entries()) if (!graph.isLeftOut(row, "filtered")) rows[index] = { ...rows[index]!, isHidden: false };
  const isDerived = Uint8Array.from(places, (place) => (columns[place]!.column.sum ? 1 : 0));
  const structure = yield* readStructureInSteps({ rows, width, counts, isDerived });
  const { roles, sections } = withNumberedSections(structure, drafts);
  const placeOf = new Int32Array(drafts.length).fill(-1);
  const read = drafts.flatMap((draft, index) => {
    const kind = KINDS[roles[index]!];
    return kind ? [{ index, row: rowOfDraft(draft, kind, kind === "total" ? -1 : sections[index]!) }] : [];
  });
  for (const [place, { index }] of read.entries()) placeOf[index] = place;
  const placed = (parts: readonly number[]): readonly number[] => parts.map((part) => placeOf[part]!).filter((place) => place >= 0);
  const sums = structure.sums.map(({ otherwise, ...sum }) => ({
    ...sum,
    row: placeOf[sum.row]!,
    parts: placed(sum.parts),
    ...(otherwise ? { otherwise: placed(otherwise) } : {}),
  }));
  return { rows: read.map(({ row }) => row), sums };
}
