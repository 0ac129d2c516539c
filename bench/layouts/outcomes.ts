import { spotKey } from "../../test/fixtures/book/Book";
import { featuresOf } from "./Layout";
import { sayOfRight, sayOfWrong, type Said } from "./judge";
import type { MadeTable } from "./MadeTable";
import type { Planted, Planting } from "./plant";

/** Changes offered as certain: how many, and how many of them wrong. */
interface Certain {
  readonly certain: number;
  readonly certainWrong: number;
}

/** How a right table fared. */
export interface RightOutcome extends Certain {
  readonly id: string;
  readonly features: readonly string[];
  readonly hasTotal: boolean;
  readonly verdict: "passed" | "asked" | "accused" | "unrecognised" | "failed";
  readonly isChanged: boolean;
  readonly milliseconds: number;
}

/** How a table with one error fared. */
export interface WrongOutcome extends Certain {
  readonly id: string;
  readonly features: readonly string[];
  readonly hasTotal: boolean;
  readonly kind: Planting;
  readonly isDecidable: boolean;
  /** first: the guilty cell with its right value before all others. found: it is named, or among what is offered. */
  readonly verdict: "first" | "found" | "blames another" | "asked only" | "silent" | "unrecognised" | "failed";
  /** `fix` wrote something wrong into a cell that was right. */
  readonly isSpoiled: boolean;
  /** Some error, whatever else is told, is told of a cell that is right. */
  readonly blamesInnocent: boolean;
  readonly milliseconds: number;
}

/** Ways offered as certain that change a figure; a way with any wrong change is wrong. */
function certainOf({ offers }: Said): Certain {
  const certain = offers.filter((changes) => changes.some(({ sure, isNotation }) => sure === "certain" && !isNotation));
  return { certain: certain.length, certainWrong: certain.filter((changes) => changes.some(({ isRight }) => !isRight)).length };
}

const common = (table: MadeTable, said: Said) => ({
  id: table.id,
  features: featuresOf(table.layout),
  hasTotal: table.layout.grand !== "none",
  milliseconds: said.milliseconds,
  ...certainOf(said),
});

/** Judges a right table. */
export async function rightOutcome(table: MadeTable): Promise<RightOutcome> {
  const said = await sayOfRight(table);
  const { errors, warnings, isRecognised, failure, spoiled } = said;
  const verdict = failure !== undefined ? "failed" : !isRecognised ? "unrecognised" : errors.length > 0 ? "accused" : warnings.length > 0 ? "asked" : "passed";
  return { ...common(table, said), verdict, isChanged: spoiled.length > 0 };
}

/** Judges a table with an error. */
export async function wrongOutcome(planted: Planted): Promise<WrongOutcome> {
  const said = await sayOfWrong(planted);
  const { errors, warnings, offers, isRecognised, failure, spoiled } = said;
  const guilty = new Set(planted.guilty.map(({ spot }) => spotKey(spot)));
  for (const spot of planted.seenAt) guilty.add(spotKey(spot));
  const isGuilty = (finding: { readonly sheet: string; readonly cells: readonly { row: number; column: number }[] }): boolean =>
    finding.cells.some((cell) => guilty.has(spotKey({ sheet: finding.sheet, ...cell })));
  const mends = offers.some(
    (changes) =>
      changes.some(({ rank }) => rank === 0) &&
      changes.every(({ isRight }) => isRight) &&
      changes.some(({ at, isNotation }) => guilty.has(spotKey(at)) && !isNotation),
  );
  const offered = offers.some((changes) => changes.some(({ at, isNotation }) => guilty.has(spotKey(at)) && !isNotation));
  const grave = [...errors, ...warnings];
  const verdict =
    failure !== undefined ? "failed"
    : !isRecognised ? "unrecognised"
    : mends ? "first"
    : offered || grave.some(isGuilty) ? "found"
    : errors.length > 0 ? "blames another"
    : warnings.length > 0 ? "asked only"
    : "silent"; // prettier-ignore
  return {
    ...common(planted.table, said),
    kind: planted.kind,
    isDecidable: planted.isDecidable,
    verdict,
    isSpoiled: spoiled.length > 0,
    blamesInnocent: said.innocents > 0,
  };
}
