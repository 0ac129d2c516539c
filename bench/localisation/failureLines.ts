import { outcomeOf } from "./tally";
import type { FoundCell, KnownTable, Prediction, WrongCell } from "./TableLine";

const SHOWN = 8;

const place = ({ row, col }: { readonly row: number | "total"; readonly col: number }): string => `${row === "total" ? "T" : row}·${col}`;

function listed(cells: readonly string[]): string {
  return cells.length > SHOWN ? `${cells.slice(0, SHOWN).join(", ")} and ${cells.length - SHOWN} more` : cells.join(", ") || "none";
}

const found = (cell: FoundCell): string => `${place(cell)}=${cell.value ?? "?"}`;
const wanted = (cell: WrongCell): string => `${place(cell)} ${JSON.stringify(cell.corrupted)}→${cell.original}${cell.derived ? " (followed)" : ""}`;

/** The tables answered wrongly: what happened, which cells were missed, and which were accused for nothing. */
export function failureLines(tables: readonly KnownTable[], predictions: readonly Prediction[]): string[] {
  const byId = new Map(predictions.map((prediction) => [String(prediction.id), prediction]));
  return tables.flatMap((table) => {
    const prediction = byId.get(table.id);
    const { exact, inTop3 } = outcomeOf(table, prediction);
    if (exact) return [];
    const { k, regime, kinds, cells, withdrawn, zeroStyle } = table.truth;
    const got = new Set(prediction?.cells.map(place));
    const want = new Set(cells.map(place));
    const p = prediction?.p === undefined ? "" : ` p=${prediction.p.toFixed(3)}`;
    const notes = [zeroStyle === "blank" ? "blank zeros" : "", withdrawn.length > 0 ? `withdrawn ${withdrawn.map(({ row, files }) => `${row}:${files}`).join()}` : "", inTop3 ? "in the top 3" : "", prediction?.complete === false ? "stopped" : ""];
    return [
      `${table.id} k=${k} ${regime} rows=${table.rows.length}${p} ${Math.round(prediction?.ms ?? 0)} ms ${notes.filter((note) => note !== "").join("; ")}`,
      ...kinds.map((kind, event) => `  ${kind} ${cells.find((cell) => cell.event === event)?.variant ?? ""}: ${listed(cells.filter((cell) => cell.event === event).map(wanted))}`),
      `  missed: ${listed([...want].filter((key) => !got.has(key)))}; too many: ${listed((prediction?.cells ?? []).filter((cell) => !want.has(place(cell))).map(found))}`,
    ];
  });
}
