import { a1 } from "../sheet/Address";
import { rowsDown, rowSums, type RowSum } from "../figures/derived";
import { meantUnits } from "../figures/Reading";
import type { Figure, Table } from "../figures/Table";
import { STEP } from "../steps";
import { judgeBalance } from "./balance";
import { PAUSE, type Balance, type Check, type Verdict } from "./Check";
import { columnName, rowName } from "./columnWords";

interface RowTotalOptions {
  readonly id: string;
  /** Which sums are meant: those of sections, and of lines that are divided up, or that of the whole table. */
  readonly of: "subtotal" | "total";
}

/** By how much a row is more than those it adds up, by the places of its figures; NaN where that cannot be told, or nothing stands in it. Row by row, as they lie in memory. */
function* restsOf({ sum, parts, places }: RowSum): Generator<Verdict, Float64Array> {
  const rests = Float64Array.from(sum.figures, ({ reading }) => (reading.kind === "figure" ? reading.units : NaN));
  for (let index = 0; index < parts.length; index++) {
    if (index % STEP === STEP - 1) yield PAUSE;
    const { figures } = parts[index]!;
    for (let at = 0; at < places.length; at++) {
      const place = places[at]!;
      rests[place]! -= meantUnits(figures[place]!.reading) ?? NaN;
    }
  }
  return rests;
}

/** In every column that is added up a total row, or a section's subtotal, is the sum of its rows. */
export function rowTotal({ id, of }: RowTotalOptions): Check {
  const sumsIn = (table: Table): readonly RowSum[] => rowSums(table).filter(({ sum }) => (sum.kind === "total") === (of === "total"));
  /** The sums in its columns, by their places. What they add up is made into figures only where it is asked for. */
  const balancesOf = (rowSum: RowSum): readonly Balance[] => {
    const rows = rowSum.parts.map(({ row }) => row);
    return rowSum.places.map((place): Balance => {
      const parts = rowsDown(rowSum, place);
      let figures: readonly Figure[] | undefined;
      return {
        check: id,
        total: rowSum.sum.figures[place]!,
        down: parts === rowSum.parts ? rows : parts.map(({ row }) => row),
        get parts() {
          return (figures ??= parts.map((row) => row.figures[place]!));
        },
        ...(rowSum.isSure ? {} : { isUnsure: true as const }),
      };
    });
  };
  return {
    id,
    role: "sum",
    severity: "error",
    title:
      of === "total"
        ? { vi: "Dòng tổng bằng tổng các dòng, ở mọi cột", en: "The total row is the sum of the rows, in every column" }
        : { vi: "Dòng cộng mục bằng tổng các dòng trong mục, ở mọi cột", en: "A section's row is the sum of its rows, in every column" },
    *judge(table) {
      const sums = sumsIn(table);
      if (of === "total" && sums.length === 0) yield { kind: "skip", cells: [], why: "nothing-to-compare" };
      for (const each of sums) {
        const rests = yield* restsOf(each);
        for (const [index, item] of balancesOf(each).entries()) {
          const place = each.places[index]!;
          if (rests[place] === 0 && rowsDown(each, place) === each.parts) {
            yield { kind: "pass" };
            continue;
          }
          const { at, column } = item.total;
          yield judgeBalance(item, (says, adds, off, language) =>
            language === "vi"
              ? `${rowName(each.sum, "vi")}: cột ${columnName(column)} ghi ${says} (ô ${a1(at)}), cộng các dòng được ${adds}, lệch ${off}.`
              : `${rowName(each.sum, "en")}: column ${columnName(column)} says ${says} (cell ${a1(at)}), its rows add up to ${adds}, a difference of ${off}.`,
          );
        }
      }
    },
    *balances(table) {
      for (const each of sumsIn(table)) yield* balancesOf(each);
    },
  };
}
