import type { Rule } from "../form/Form";
import type { Position, Rectangle } from "../sheet/Address";
import { textValue, type Content } from "../sheet/Cell";
import { roundedRatio } from "../sheet/ratio";
import { ByCell } from "../sheet/Sheet";
import { count, fitsExcel, sum } from "../sheet/writeFormula";
import { derivedIn, formulaOf, type DerivedCell } from "../figures/derived";
import { valueOf } from "../figures/figureValue";
import { bandFormula, closingFormula, quotientFormula, rankFormula, restFormula } from "../figures/liveFormulas";
import { decimalsOf, unitsOf } from "../figures/readFigure";
import { figureOf, lines, rowAt, textOf, type Figure, type Table, type TableRow } from "../figures/Table";
import { closingIn, closingOf, denseRanksOf, isPercentage, quotientsIn, rankingOf, ranksOf, restsIn, type ClosingFigure, type QuotientFigure, type Ranking, type RestFigure } from "../figures/workedOut";
import { addition, sumMeant, type Obstacle, type Standing } from "./standings";

/** A formula with what it comes to, in units of its column; undefined where it shows nothing, as there is nothing to divide by. */
export interface LiveFigure {
  readonly formula: string;
  readonly units: number | undefined;
}

/** A cell that is worked out from others. What its parts come to is handed in as standings, one for each part. */
export interface WorkedCell {
  readonly parts: readonly Figure[];
  /** What it may hold, in units of its column, the likeliest first; nothing where that cannot be said. */
  ways(standings: readonly Standing[]): readonly number[];
  /** Its formula, or the cells that keep Excel from coming to what is meant: none of them where the formula would be too long. */
  live(standings: readonly Standing[]): LiveFigure | readonly Obstacle[];
}

/** The content of a cell that shows a live figure. */
export const liveContent = ({ formula, units }: LiveFigure, { column }: Figure): Content => ({
  kind: "formula",
  formula,
  value: units === undefined ? textValue("") : valueOf(units, column),
});

const obstaclesAmong = (standings: readonly Standing[]): readonly Obstacle[] => standings.flatMap(({ obstacles }) => obstacles);

/** The same, with texts that mean nothing: SUM passes them over, but what compares cells or averages them takes them amiss. */
const textsAmong = (standings: readonly Standing[], isAmiss: (standing: Standing) => boolean): readonly Obstacle[] =>
  standings.flatMap((each): readonly Obstacle[] => (each.obstacles.length === 0 && each.text && isAmiss(each) ? [{ at: each.at, kind: "text" }] : each.obstacles));

/** Zero-based rows that follow one another, as a block of a column; undefined where others stand between them. */
function blockOf(rows: readonly TableRow[], column: number): Rectangle | undefined {
  const [first, last] = [rows[0], rows.at(-1)];
  return first && last && last.row - first.row === rows.length - 1 ? { top: first.row, bottom: last.row, left: column, right: column } : undefined;
}

/** A sum along a row or down a column; marks are counted. */
function workedSum(derived: DerivedCell): WorkedCell {
  const { parts, along } = derived;
  const mark = along === "column" ? parts[0]!.column.kind.mark : undefined;
  const cells = parts.map(({ at }) => at);
  return {
    parts,
    ways: (standings) => [sumMeant(standings) ?? []].flat(),
    live: (standings) => {
      const obstacles = obstaclesAmong(standings);
      if (obstacles.length > 0) return obstacles;
      const texts = standings.some(({ text }) => text);
      const formula = mark !== undefined ? `=${count(cells, mark)}` : texts ? `=${sum(cells)}` : formulaOf(derived);
      return fitsExcel(formula) ? { formula, units: sumMeant(standings) } : [];
    },
  };
}

/** A quotient of two sums of its row. */
function workedQuotient({ figure: { column }, above, below }: QuotientFigure): WorkedCell {
  const units = (standings: readonly Standing[]): number | undefined => {
    const [upper, lower] = [sumMeant(standings.slice(0, above.length)), sumMeant(standings.slice(above.length))];
    return upper === undefined || !lower ? undefined : roundedRatio(upper * (isPercentage(column) ? 100 : 1), lower, decimalsOf(column));
  };
  return {
    parts: [...above, ...below],
    ways: (standings) => [units(standings) ?? []].flat(),
    live: (standings) => {
      const obstacles = obstaclesAmong(standings);
      if (obstacles.length > 0) return obstacles;
      const [upper, lower] = [addition(standings.slice(0, above.length)), addition(standings.slice(above.length))];
      return { formula: quotientFormula(upper, lower, { percent: isPercentage(column), decimals: decimalsOf(column) }), units: units(standings) };
    },
  };
}

/** What is left of figures of its row when others are taken away. */
function workedRest({ plus: added, minus }: RestFigure): WorkedCell {
  const units = (standings: readonly Standing[]): number | undefined => {
    const [all, taken] = [sumMeant(standings.slice(0, added.length)), sumMeant(standings.slice(added.length))];
    return all === undefined || taken === undefined ? undefined : all - taken;
  };
  const places = (figures: readonly Figure[]): readonly Position[] => figures.map(({ at }) => at);
  return {
    parts: [...added, ...minus],
    ways: (standings) => [units(standings) ?? []].flat(),
    live: (standings) => {
      const obstacles = obstaclesAmong(standings);
      if (obstacles.length > 0) return obstacles;
      const texts = standings.some(({ text }) => text);
      return { formula: texts ? `=${sum(places(added))}-${sum(places(minus))}` : restFormula(places(added), places(minus)), units: units(standings) };
    },
  };
}

/** The ranks of a column: all follow from the same figures, which are looked at once. */
function workedRanks(table: Table, { ranks, by }: Ranking): readonly WorkedCell[] {
  const rows = lines(table);
  const among = rows.length === by.length ? blockOf(rows, by[0]!.at.column) : undefined;
  const typed = ranks.map(({ reading }) => (reading.kind === "figure" ? reading.units : undefined));
  let known: { readonly of: readonly Standing[]; readonly obstacles: readonly Obstacle[]; readonly ranks: readonly (number | undefined)[] } | undefined;
  const rank = (standings: readonly Standing[]) => {
    if (known?.of === standings) return known;
    const units = standings.map(({ meant }) => meant);
    const dense = denseRanksOf(units);
    const isDense = typed.every((each, index) => each !== undefined && each === dense[index]);
    return (known = { of: standings, obstacles: textsAmong(standings, () => true), ranks: isDense ? dense : ranksOf(units) });
  };
  return ranks.map((_, index) => ({
    parts: by,
    ways: (standings) => [rank(standings).ranks[index] ?? []].flat(),
    live: (standings) => {
      if (rank(standings).obstacles.length > 0 || !among) return rank(standings).obstacles;
      // What has no points has no rank.
      const units = standings[index]!.meant === 0 ? undefined : ranksOf(standings.map(({ meant }) => meant))[index];
      return { formula: rankFormula(by[index]!.at, among, decimalsOf(by[index]!.column)), units };
    },
  }));
}

/** A mean, share or number of the lines, in a row that closes the table. */
function workedClosing(table: Table, item: ClosingFigure): WorkedCell {
  const { foot, figure, parts } = item;
  const rows = lines(table);
  const [block, names] = [blockOf(rows, figure.at.column), blockOf(rows, table.labelColumn)];
  // Lines are counted by their names.
  const isWritable = block !== undefined && table.labelColumn >= 0 && rows.every(({ label }) => label !== "");
  const ways = (standings: readonly Standing[]): readonly number[] =>
    closingOf(item, { sum: sumMeant(standings), filled: standings.filter(({ isBlank }) => !isBlank).length });
  return {
    parts,
    ways,
    live: (standings) => {
      const obstacles = foot.how === "mean" ? textsAmong(standings, ({ isBlank }) => !isBlank) : obstaclesAmong(standings);
      if (obstacles.length > 0 || !isWritable) return obstacles;
      return { formula: closingFormula({ ...foot, decimals: decimalsOf(figure.column) }, parts[0]!.column.kind, block, names!), units: ways(standings)[0] };
    },
  };
}

/** What the form asks for nowhere in its line is worked out from nothing. */
function isAsked({ layout }: Table, { key }: TableRow, column: string): boolean {
  const line = "lines" in layout.rows && key !== undefined ? layout.rows.lines.find((each) => each.key === key) : undefined;
  return !line?.blank?.includes(column);
}

/** Looks up how a figure of the table is worked out, if at all. A total of sums is computed down its column, so that its own row's balance bears it out. */
export function workedIn(table: Table): (figure: Figure) => WorkedCell | undefined {
  const worked = new ByCell<WorkedCell>();
  const put = (row: TableRow, figure: Figure, cell: WorkedCell): void => {
    if (isAsked(table, row, figure.column.key)) worked.set(figure.at, cell);
  };
  for (const { column } of table.columns) {
    for (const [row, item] of quotientsIn(table, column)) put(row, item.figure, workedQuotient(item));
    if (column.less) for (const [row, item] of restsIn(table, column)) put(row, item.figure, workedRest(item));
    const ranking = rankingOf(table, column);
    if (ranking) workedRanks(table, ranking).forEach((cell, index) => put(rowAt(table, ranking.ranks[index]!.at.row)!, ranking.ranks[index]!, cell));
  }
  for (const item of closingIn(table)) if (item.parts.length > 0) worked.set(item.figure.at, workedClosing(table, item));
  const derived = derivedIn(table);
  return (figure) => {
    const added = derived(figure).find(({ parts }) => parts.length > 0);
    return added ? workedSum(added) : worked.get(figure.at);
  };
}

/** A word that follows from a figure of its line: its place, that figure, and the formula. */
export interface WorkedWord {
  readonly at: Position;
  readonly of: Figure;
  readonly live: (units: number) => Extract<Content, { kind: "formula" }>;
}

/** Words still to be written beside the figures they follow from, line by line. What is written stays, and is for the checks to judge. */
export function* wordsIn(table: Table): Iterable<WorkedWord> {
  const bands = (table.layout.rules ?? []).filter((rule): rule is Extract<Rule, { kind: "band" }> => rule.kind === "band" && rule.of.row === undefined && rule.into.row === undefined);
  for (const { of, into, from } of bands) {
    for (const row of lines(table)) {
      const [figure, text] = [figureOf(table, row, of.column), textOf(table, row, into.column)];
      if (!figure || !text || text.cell.formula !== undefined || text.cell.value.kind !== "blank") continue;
      const decimals = decimalsOf(figure.column);
      const bandAt = (units: number): string => (units === 0 ? "" : (from.find(([least]) => units >= unitsOf(String(least), decimals)!) ?? from.at(-1)!)[1]);
      yield { at: text.at, of: figure, live: (units) => ({ kind: "formula", formula: bandFormula(figure.at, from, decimals), value: textValue(bandAt(units)) }) };
    }
  }
}
