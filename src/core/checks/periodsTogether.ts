import { both } from "../words/Phrase";
import { dayNumber, samePeriod, type Period } from "../words/Period";
import { fold } from "../sheet/fold";
import type { Table } from "../figures/Table";
import type { Together } from "../quantities/Vocabulary";
import { addUp, wholeOf, type QuantityFigure } from "../quantities/QuantityFigure";
import type { CheckContext, CheckKind } from "./Check";
import { boundQuantities, judgeRestated } from "./restated";

const periodOf = ({ period }: Table): Period | undefined => period?.period;

/** The tables of the same form and unit whose periods follow on one another and make up this one's; none where any day is missing, or told twice. */
function partsOf(table: Table, { tables }: CheckContext): readonly Table[] {
  const whole = periodOf(table);
  if (!whole) return [];
  const within = tables.filter((other) => {
    const period = periodOf(other);
    const isSame = other.form.family === table.form.family && other.layout.key === table.layout.key && fold(other.unit ?? "") === fold(table.unit ?? "");
    return other !== table && isSame && period && !samePeriod(period, whole) && dayNumber(period.from) >= dayNumber(whole.from) && dayNumber(period.to) <= dayNumber(whole.to);
  });
  const ordered = [...within].sort((one, other) => dayNumber(periodOf(one)!.from) - dayNumber(periodOf(other)!.from));
  let next = dayNumber(whole.from);
  for (const part of ordered) {
    const { from, to } = periodOf(part)!;
    if (dayNumber(from) !== next) return [];
    next = dayNumber(to) + 1;
  }
  return next === dayNumber(whole.to) + 1 ? ordered : [];
}

/** Which of the parts a quantity of the whole is made of; none where it is worked out anew. */
function takenFrom(parts: readonly Table[], how: Together): readonly Table[] {
  if (how === "sum") return parts;
  return how === "first" ? parts.slice(0, 1) : how === "last" ? parts.slice(-1) : [];
}

const WAYS = {
  sum: { vi: "cộng các kỳ trong đó", en: "its periods together come to" },
  first: { vi: "kỳ đầu trong đó", en: "the first of its periods says" },
  last: { vi: "kỳ cuối trong đó", en: "the last of its periods says" },
} as const;

/** A year is its quarters: what came and went is added up, what was there at its beginning is the first one's, what is left at its end the last one's. */
export const periodsTogether: CheckKind = {
  role: "told",
  severity: "warning",
  title: { vi: "Số liệu kỳ dài bằng các kỳ ngắn hợp thành", en: "A long period is the periods it is made of" },
  *judge(table, context) {
    const { vocabulary } = context;
    const parts = vocabulary ? partsOf(table, context) : [];
    if (parts.length === 0) return;
    const sheets = parts.map(({ sheet }) => `“${sheet}”`).join(", ");
    for (const quantity of boundQuantities(table, context)) {
      const how = quantity.overPeriods ?? "sum";
      const taken = takenFrom(parts, how);
      if (taken.length === 0) continue;
      const figures = taken.map((part): readonly [Table, QuantityFigure] => [part, wholeOf(quantity.id, [part], vocabulary!)]);
      const way = WAYS[how as keyof typeof WAYS];
      const verdict = judgeRestated(
        table,
        {
          quantity,
          of: { vi: "Cả biểu", en: "The whole form" },
          own: wholeOf(quantity.id, [table], vocabulary!),
          other: addUp(figures.map(([, figure]) => figure)),
          places: figures.flatMap(([part, { cells }]) => cells.map((at) => ({ table: part, at }))),
        },
        both((language) => (language === "vi" ? `${way.vi} (trang ${sheets})` : `${way.en} (sheets ${sheets})`)),
      );
      if (verdict) yield verdict;
    }
  },
};
