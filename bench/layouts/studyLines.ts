import { AXES, type Axis } from "./Layout";
import type { RightOutcome, WrongOutcome } from "./outcomes";
import { PLANTINGS } from "./plant";
import type { Study } from "./study";

const share = (part: number, whole: number): string => (whole === 0 ? "–" : `${((100 * part) / whole).toFixed(whole < 1000 ? 1 : 2)} %`);
const counted = <Item>(items: readonly Item[], holds: (item: Item) => boolean): number => items.filter(holds).length;
const sum = <Item>(items: readonly Item[], of: (item: Item) => number): number => items.reduce((all, item) => all + of(item), 0);
const row = (cells: readonly (string | number)[]): string => `| ${cells.join(" | ")} |`;
const table = (head: readonly string[], rows: readonly (readonly (string | number)[])[]): readonly string[] => [
  row(head),
  row(head.map((_, at) => (at === 0 ? "---" : "---:"))),
  ...rows.map(row),
];

const RIGHT_HEAD = ["right", "accused", "changed", "asked", "not recognised"];
const WRONG_HEAD = ["wrong", "first", "found", "another blamed", "asked only", "silent", "not recognised"];

function rightCells(right: readonly RightOutcome[]): readonly (string | number)[] {
  const n = right.length;
  const of = (verdict: RightOutcome["verdict"]): string =>
    share(
      counted(right, (each) => each.verdict === verdict),
      n,
    );
  return [
    n,
    of("accused"),
    share(
      counted(right, ({ isChanged }) => isChanged),
      n,
    ),
    of("asked"),
    of("unrecognised"),
  ];
}

function wrongCells(wrong: readonly WrongOutcome[]): readonly (string | number)[] {
  const of = (verdict: WrongOutcome["verdict"]): string =>
    share(
      counted(wrong, (each) => each.verdict === verdict),
      wrong.length,
    );
  return [wrong.length, of("first"), of("found"), of("blames another"), of("asked only"), of("silent"), of("unrecognised")];
}

/** The whole in a few lines, goals beside. */
function overall({ right, wrong }: Study): readonly string[] {
  const all = [...right, ...wrong];
  const decidable = wrong.filter(({ isDecidable }) => isDecidable);
  const certainIn = (some: readonly (RightOutcome | WrongOutcome)[]): string => {
    const [certain, bad] = [sum(some, (each) => each.certain), sum(some, (each) => each.certainWrong)];
    return `${bad} of ${certain} (${share(bad, certain)})`;
  };
  const verdicts = (some: readonly WrongOutcome[], ...of: WrongOutcome["verdict"][]): string =>
    share(
      counted(some, ({ verdict }) => of.includes(verdict)),
      some.length,
    );
  return table(
    ["", "measured", "goal"],
    [
      [
        `right tables accused, of ${right.length}`,
        share(
          counted(right, ({ verdict }) => verdict === "accused"),
          right.length,
        ),
        "0, at most 0.5 %",
      ],
      [
        "right tables changed by `fix`",
        share(
          counted(right, ({ isChanged }) => isChanged),
          right.length,
        ),
        "0",
      ],
      [
        "right tables asked about",
        share(
          counted(right, ({ verdict }) => verdict === "asked"),
          right.length,
        ),
        "–",
      ],
      [
        "right tables not recognised",
        share(
          counted(right, ({ verdict }) => verdict === "unrecognised"),
          right.length,
        ),
        "–",
      ],
      ["the check itself failed", counted(all, ({ verdict }) => verdict === "failed"), "0"],
      ["certain and wrong, of all certain offers", certainIn(all), "at most 0.2 %"],
      ["– of tables with a total row", certainIn(all.filter(({ hasTotal }) => hasTotal)), "below 0.05 %"],
      ["– of tables without", certainIn(all.filter(({ hasTotal }) => !hasTotal)), "below 0.2 %"],
      [
        "tables with a certain and wrong offer",
        share(
          counted(all, ({ certainWrong }) => certainWrong > 0),
          all.length,
        ),
        "at most 0.2 %",
      ],
      [`one error, a sum fails (${decidable.length}): guilty cell named or offered`, verdicts(decidable, "first", "found"), "at least 95 %"],
      ["– first, with its right value", verdicts(decidable, "first"), "–"],
      ["– another cell blamed", verdicts(decidable, "blames another"), "0"],
      ["– nothing said", verdicts(decidable, "silent"), "0"],
      [
        "– an error told of a cell that is right, whatever else is told",
        share(
          counted(decidable, ({ blamesInnocent }) => blamesInnocent),
          decidable.length,
        ),
        "0",
      ],
      [
        `one error, all sums come out (${wrong.length - decidable.length}): another cell blamed`,
        verdicts(
          wrong.filter(({ isDecidable }) => !isDecidable),
          "blames another",
        ),
        "0",
      ],
      [
        "`fix` wrote something wrong into a right cell of a wrong table",
        share(
          counted(wrong, ({ isSpoiled }) => isSpoiled),
          wrong.length,
        ),
        "0",
      ],
    ],
  );
}

function byKind(wrong: readonly WrongOutcome[]): readonly string[] {
  const rows = PLANTINGS.map((kind) => {
    const some = wrong.filter((each) => each.kind === kind && each.isDecidable);
    return [kind, ...wrongCells(some), `${sum(some, (each) => each.certainWrong)} of ${sum(some, (each) => each.certain)}`];
  });
  return table(["error planted (a sum fails)", ...WRONG_HEAD, "certain and wrong"], rows);
}

function byFeature({ right, wrong }: Study): readonly string[] {
  const met = new Set(right.flatMap((each) => each.features));
  const features = (Object.keys(AXES) as Axis[]).flatMap((axis) => AXES[axis].map((value) => `${axis}: ${value}`)).filter((feature) => met.has(feature));
  const rows = features.map((feature) => {
    const [rights, wrongs] = [
      right.filter((each) => each.features.includes(feature)),
      wrong.filter((each) => each.isDecidable && each.features.includes(feature)),
    ];
    const all = [...rights, ...wrongs];
    return [
      feature,
      ...rightCells(rights),
      ...wrongCells(wrongs).slice(0, 6),
      `${sum(all, (each) => each.certainWrong)} of ${sum(all, (each) => each.certain)}`,
    ];
  });
  return table(["layout", ...RIGHT_HEAD, ...WRONG_HEAD.slice(0, 6), "certain and wrong"], rows);
}

/** What a study found, as tables in Markdown. */
export function studyLines(found: Study): readonly string[] {
  return [...overall(found), "", ...byKind(found.wrong), "", ...byFeature(found)];
}

/** One line of a study, for comparing studies. */
export function studyRow(name: string, { right, wrong }: Study): readonly (string | number)[] {
  const decidable = wrong.filter(({ isDecidable }) => isDecidable);
  const all = [...right, ...wrong];
  return [name, ...rightCells(right), ...wrongCells(decidable).slice(0, 6), `${sum(all, (each) => each.certainWrong)} of ${sum(all, (each) => each.certain)}`];
}

export const studyRowsTable = (head: string, rows: readonly (readonly (string | number)[])[]): readonly string[] =>
  table([head, ...RIGHT_HEAD, ...WRONG_HEAD.slice(0, 6), "certain and wrong"], rows);
