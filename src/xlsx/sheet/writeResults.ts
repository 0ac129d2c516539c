import { ByCell } from "../../core/sheet/ByCell";
import type { Steps } from "../../core/steps";
import { withAttribute, withoutAttribute } from "../xml/text";
import { resultXml } from "./cellXml";
import { PieceSplices } from "./PieceSplices";
import type { Result } from "./staleResults";
import { SheetCursor } from "./SheetCursor";

/**
 * The worksheet's text, in pieces cut between rows, with other results of formulas. An unknown result leaves none,
 * so that Excel works it out on opening instead of showing the old one. Throws `BrokenXml`.
 */
export function* writeResults(pieces: readonly string[], results: readonly Result[]): Steps<readonly string[]> {
  if (results.length === 0) return pieces;
  const wanted = new ByCell<Result>();
  for (const result of results) {
    wanted.set(result.at, result);
    yield;
  }
  const splices = new PieceSplices(pieces);
  const cursor = new SheetCursor(pieces);
  for (let event = cursor.next(); event !== "end"; event = cursor.next()) {
    if (event === "rowEnd") yield;
    const result = event === "cell" && cursor.formulaTag.start >= 0 ? wanted.get(cursor) : undefined;
    if (!result) continue;
    const { xml, piece } = cursor;
    const { type, xml: v } = resultXml(cursor.prefix, result.value ?? { kind: "blank" });
    const tag = xml.slice(cursor.cell.start, cursor.inside.start);
    const typed = type === "" ? withoutAttribute(tag, "t") : withAttribute(tag, "t", type);
    if (typed !== tag) splices.add(piece, { start: cursor.cell.start, end: cursor.inside.start, text: typed });
    const { start, end } = cursor.valueElement.start >= 0 ? cursor.valueElement : { start: cursor.inside.end, end: cursor.inside.end };
    if (xml.slice(start, end) !== v) splices.add(piece, { start, end, text: v });
  }
  return yield* splices.made();
}
