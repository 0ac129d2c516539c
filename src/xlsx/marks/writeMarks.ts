import type { Position } from "../../core/sheet/Address";
import type { Mark } from "../../core/sheet/WorkbookPort";
import type { Steps } from "../../core/steps";
import { MARK_KINDS, type MarkKind } from "../../core/words/Phrase";
import { contentTypeOf } from "../package/contentTypes";
import type { Package } from "../package/Package";
import { readStylePart, writeStylePart } from "../styles/stylePart";
import { type WorkbookPart } from "../workbook/WorkbookPart";
import { withMarkFormats, withoutMarkFormats } from "./markFormats";
import { formatsUsed, withMarks, withoutMarks, worksheets } from "./markRules";
import { partOfKind } from "../package/relationships";

/** Lifts our marks and puts these in. What was put in comes out again without a trace. */
export function* writeMarks(parts: Package, workbook: WorkbookPart, marks: readonly Mark[]): Steps<void> {
  const sheets = (yield* worksheets(parts, workbook.sheets)).map(({ name, path, pieces }) => ({ name, path, ...withoutMarks(pieces) }));
  yield;
  const wanted = sheets.map(({ name }) => MARK_KINDS.map((kind) => ({ kind, cells: cellsToMark(marks, name, kind) })));
  const kinds = MARK_KINDS.filter((kind) => wanted.flat().some((mark) => mark.kind === kind && mark.cells.length > 0));
  const lifted = sheets.flatMap(({ formats }) => formats);
  if (lifted.length === 0 && kinds.length === 0) return;

  const standing = readStylePart(parts, workbook);
  const others = [...sheets.flatMap(({ pieces }) => formatsUsed(pieces.at(-1)!)), ...formatsUsedElsewhere(parts, workbook)];
  const clean = withoutMarkFormats(standing, lifted, others);
  const { xml: styles, first } = withMarkFormats(clean, kinds, others);
  if (styles !== standing) writeStylePart(parts, workbook, styles);

  for (const [index, { path, pieces }] of sheets.entries()) {
    yield;
    const own = wanted[index]!.filter(({ cells }) => cells.length > 0);
    yield* parts.writePieces(path, withMarks(pieces, own.map((mark) => ({ ...mark, format: first + kinds.indexOf(mark.kind) }))));
  }
}

function cellsToMark(marks: readonly Mark[], sheet: string, kind: MarkKind): readonly Position[] {
  return marks.filter((mark) => mark.sheet === sheet && mark.kind === kind).flatMap(({ cells }) => cells);
}

/** Differential formats are also used by tables, pivot tables and the styles of both. */
function formatsUsedElsewhere(parts: Package, workbook: WorkbookPart): readonly number[] {
  const styles = partOfKind(parts, workbook.path, "styles")?.target;
  const owners = parts.paths().filter((path) => /\.(?:table|pivotTable)\+xml$/.test(contentTypeOf(parts, path) ?? ""));
  return [...owners, ...(styles ? [styles] : [])].flatMap((path) => formatsUsed(parts.text(path)!));
}
