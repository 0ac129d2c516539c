import type { FigureKind, TableForm } from "../../core/form/Form";

/** Ballots, counted. */
export const BALLOTS: FigureKind = { unit: "phiếu" };
/** A share of all ballots. */
export const SATISFACTION_SHARE: FigureKind = { unit: "%", decimals: 1, max: 100 };

type Level = "veryDissatisfied" | "dissatisfied" | "neutral" | "satisfied" | "verySatisfied";
/** What the levels are called on ballots. */
export const SATISFACTION_WORDS: Readonly<Record<Level, string>> = {
  veryDissatisfied: "Rất không hài lòng",
  dissatisfied: "Không hài lòng",
  neutral: "Bình thường",
  satisfied: "Hài lòng",
  verySatisfied: "Rất hài lòng",
};
/** From the worst to the best. */
export const SATISFACTION_LEVELS = Object.keys(SATISFACTION_WORDS) as readonly Level[];
/** The levels of ballots with three. */
export const OF_THREE: readonly Level[] = ["dissatisfied", "satisfied", "verySatisfied"];
const caption = "II. Đánh giá mức độ hài lòng";

const inShares = (values: readonly Level[]): Omit<TableForm, "key"> => ({
  caption,
  captionVariants: ["Tỷ lệ % mức độ hài lòng trong việc giải quyết thủ tục hành chính"],
  columns: values.map((key) => ({ key, header: SATISFACTION_WORDS[key], kind: SATISFACTION_SHARE, width: 14 })),
  rows: { lines: [{ key: "share", label: "" }] },
  rules: [
    { id: "shares-add-to-100", kind: "adds-to", parts: values, whole: 100, basis: "Tổng các tỷ lệ" },
    { id: "share-of-ballots", kind: "possible-share", values, of: { head: "ballots" }, severity: "warning", basis: "Số phiếu đánh giá" },
  ],
});

/** How satisfied people are, in percent of the ballots: the scale of five levels, and the scale of three. */
export const satisfactionOfFive = inShares(SATISFACTION_LEVELS);
export const satisfactionOfThree = inShares(OF_THREE);

/** The same in numbers of ballots. Reports give them in their text; this table is our own arrangement of them. */
export const satisfactionInCounts: Omit<TableForm, "key"> = {
  caption,
  columns: [
    {
      ...{ key: "ballots", header: "Tổng số phiếu", variants: ["Số phiếu", "Tổng số"], kind: BALLOTS, width: 14 },
      ...{ sum: SATISFACTION_LEVELS, sumId: "ballots-by-level" },
    },
    ...SATISFACTION_LEVELS.map((key) => ({ key, header: SATISFACTION_WORDS[key], kind: BALLOTS, ...(OF_THREE.includes(key) ? {} : { optional: true }), width: 14 })),
  ],
  rows: { lines: [{ key: "count", label: "" }] },
  rules: [{ id: "ballots-in-all", kind: "adds-to", parts: ["ballots"], whole: { head: "ballots" }, severity: "warning", basis: "Số phiếu đánh giá" }],
};
