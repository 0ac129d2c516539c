import type { FigureKind, Rule } from "../../core/form/Form";

/** Points of an indicator, 2 at the most, as means of many ballots have them. */
export const POINTS: FigureKind = { unit: "điểm", decimals: 1, max: 2 };

/** Ratings by the points of all nine indicators, 18 at the most. That 15 is the lowest of the first follows from bands without a gap. */
export const RATING: Extract<Rule, { readonly kind: "band" }>["from"] = [[15, "Xuất sắc"], [12, "Tốt"], [9, "Khá"], [6, "Trung bình"], [0, "Yếu"]];

/** The decree under which units are evaluated, as long as it was in force. */
export const decree612018 = { basis: "Nghị định số 61/2018/NĐ-CP ngày 23/4/2018", from: "2018-06-21", to: "2025-06-30" };
