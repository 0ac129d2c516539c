import { choicesOf, columnSum, eventCost, KIND, type CellChange, type Event, type View } from "../Event";
import { isComputed, type Sum } from "../Problem";
import { weightIn } from "../Setting";
import type { Phrase } from "../../../words/Phrase";
import { placesIn } from "./exchanges";

const BLANK: Phrase = { vi: "các ô thành phần bỏ trống", en: "the parts were left blank" };

/** Of more parts nobody could say anything. */
const MOST_PARTS = 4;

/** Of more ways in which another row may hide what they held none stands out. */
const MOST_WAYS = 8;

/** The sum down its column in which a cell stands. */
const columnAt = (cell: number, { setting }: View): number | undefined => setting.constraintsOf(cell).find((each) => columnSum(setting, each));

/** What the parts held where one column is out for another reason: it takes what the others leave of the sum. */
function askedButOne(empty: readonly number[], asked: readonly number[], missing: number): readonly (readonly CellChange[])[] {
  return empty.flatMap((_, odd) => {
    const rest = asked.reduce((left, count, at) => (at === odd ? left : left - count), missing);
    const changes = empty.map((cell, at) => ({ cell, to: at === odd ? rest : asked[at]! }));
    const isPossible = rest !== asked[odd] && changes.every(({ to }) => to >= 0 && Number.isInteger(to));
    const filled = changes.filter(({ to }) => to > 0);
    return isPossible && filled.length > 1 ? [filled] : [];
  });
}

/** The same where two columns are out by what changed places between them in another row. */
function askedButTwo(empty: readonly number[], asked: readonly number[], missing: number, view: View): readonly (readonly CellChange[])[] {
  if (asked.reduce((sum, count) => sum + count, 0) !== missing) return [];
  const columnOf = (part: number): Sum => columnSum(view.setting, columnAt(part, view)!)!;
  return empty.flatMap((one, at) =>
    empty.slice(at + 1).flatMap((other) => {
      const found = placesIn(columnOf(one), columnOf(other), view).flatMap(({ cell, by }) => {
        const changes = empty.map((part, place) => ({ cell: part, to: asked[place]! - (part === one ? by : part === other ? -by : 0) }));
        return cell !== one && changes.every(({ to }) => to >= 0 && Number.isInteger(to)) ? [changes.filter(({ to }) => to > 0)] : [];
      });
      return found.length > MOST_WAYS ? [] : found.filter(({ length }) => length > 1);
    }),
  );
}

/** Several parts of a sum left blank. What the columns ask for is what they held; where they say nothing, only the sum of each choice is known. */
export function* blankParts(index: number, view: View): Iterable<Event> {
  const { constraints, problem, model, constraintsOf, followedSum } = view.setting;
  const { sum, line } = constraints[index]!;
  if (!sum || line === undefined || !sum.hard || problem.totalRows.has(line) || followedSum(sum.total)) return;
  const missing = view.residual(index);
  if (missing <= 0) return;
  const isOddBlank = (each: number): boolean => constraints[each]!.soft?.kind === "odd-blank";
  const noughts = sum.parts.filter((part) => view.value(part) === 0 && !view.isChanged(part) && !isComputed(problem, part));
  const blanks = noughts.flatMap((part) => constraintsOf(part).filter(isOddBlank));
  // What is left out together looks alike: beside a blank a nought that was written is meant.
  const empty = blanks.length > 0 ? noughts.filter((part) => constraintsOf(part).some(isOddBlank)) : noughts;
  if (empty.length < 2 || empty.length > MOST_PARTS) return;
  const asked = empty.map((part) => {
    const column = columnAt(part, view);
    return column === undefined ? undefined : -view.residual(column) / weightIn(constraints[column]!, part);
  });
  const base = { kind: "blank-parts", what: BLANK, cost: eventCost(KIND / 2, model.subtotals) };
  // Whoever leaves a sum's parts out leaves those out, too, that would be nought.
  const fewest = blanks.length > 1 ? 1 : 2;
  const total = asked.reduce<number>((added, count) => added + (count ?? 0), 0);
  const filled = empty.flatMap((cell, at) => ((asked[at] ?? 0) > 0 ? [{ cell, to: asked[at]! }] : []));
  if (total === missing && asked.every((count) => count === undefined || (count >= 0 && Number.isInteger(count))) && filled.length >= fewest) {
    yield { ...base, changes: filled, settles: blanks };
  } else if (asked.every((count) => count !== undefined)) {
    for (const changes of [...askedButOne(empty, asked, missing), ...askedButTwo(empty, asked, missing, view)]) yield { ...base, changes, settles: blanks };
  } else if (asked.every((count) => count === undefined)) {
    for (const cells of choicesOf(empty).filter(({ length }) => length > 1)) yield { ...base, changes: [], unknown: { cells, sum: missing }, settles: [index, ...blanks] };
    if (fewest === 1) for (const cell of empty) yield { ...base, changes: [{ cell, to: missing }], settles: blanks };
  }
}
