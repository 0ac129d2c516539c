import { a1 } from "../sheet/Address";
import { plainText } from "../sheet/Cell";
import type { Figure } from "../table/Table";
import type { Phrase } from "../words";
import type { Check, Verdict } from "./Check";

function fault({ at, cell, reading }: Figure): Phrase | undefined {
  const shown = plainText(cell.value);
  if (reading.kind === "figure" && reading.units < 0) {
    return {
      vi: `Ô ${a1(at)} ghi ${shown}: số hồ sơ không thể âm.`,
      en: `Cell ${a1(at)} says ${shown}: a number of files cannot be negative.`,
    };
  }
  if (reading.kind !== "unreadable") return undefined;
  switch (reading.why) {
    case "fraction":
      return {
        vi: `Ô ${a1(at)} ghi ${shown}: số hồ sơ phải là số nguyên.`,
        en: `Cell ${a1(at)} says ${shown}: a number of files is a whole number.`,
      };
    case "words":
      return {
        vi: `Ô ${a1(at)} ghi “${shown}”, không đọc được thành số.`,
        en: `Cell ${a1(at)} says “${shown}”, which is not a number.`,
      };
    // Told by the formula check, which knows why.
    case "error":
    case "uncalculated":
      return undefined;
  }
}

/** Every figure is a whole number of files, none below zero. */
export function count({ id, basis }: { readonly id: string; readonly basis: string }): Check {
  return {
    id,
    kind: "count",
    role: "fault",
    justifiable: false,
    severity: "error",
    basis,
    title: { vi: "Mọi số liệu là số nguyên, không âm", en: "Every figure is a whole number, none negative" },
    *judge(table): Iterable<Verdict> {
      for (const { figures } of table.rows) {
        for (const figure of figures) {
          if (figure.reading.kind === "blank") continue;
          if (figure.reading.kind === "unreadable" && (figure.reading.why === "error" || figure.reading.why === "uncalculated")) {
            yield { kind: "skip", cells: [figure.at], why: "unreadable" };
            continue;
          }
          const phrase = fault(figure);
          yield phrase ? { kind: "fail", cells: [figure.at], phrase } : { kind: "pass" };
        }
      }
    },
  };
}
