import { hasErrors } from "../../core/findings/Finding";
import type { Suggestion } from "../../core/checks/Check";
import { a1 } from "../../core/sheet/Address";
import { plainText, type Content } from "../../core/sheet/Cell";
import type { Edit, Refusal } from "../../core/sheet/WorkbookPort";
import { editsOf, editsTogether, type Chosen } from "../../core/suggestions/editsTogether";
import type { XlsxWorkbook } from "../../xlsx/XlsxWorkbook";
import { askedOf, auditFile, saySpared, sparedSheets, type AuditedFile } from "../auditFile";
import { onlyFile, outputOf, type Command } from "../Command";
import { openFile, sayRefusals, writeWorkbook } from "../files";
import { SURE_WORDS } from "../reportText";

/** Mending one thing can make another plain: a few rounds are enough for any table seen, and there must be an end. */
const MOST_ROUNDS = 8;

/** A round's edits, of which suggestion each is, and what could not be written. */
interface Round {
  readonly workbook: XlsxWorkbook;
  readonly made: readonly Edit[];
  readonly taken: readonly Chosen[];
  readonly refused: readonly Refusal[];
}

/** What is sure enough, gravest finding first. */
const sureEnough = ({ audit }: AuditedFile): readonly Chosen[] =>
  audit.tables
    .flatMap(({ findings }) => findings)
    .flatMap((finding) => finding.suggestions.slice(0, 1).flatMap((suggestion) => (suggestion.sure === "possible" ? [] : [{ finding, suggestion }])));

const keyOf = ({ sheet, at }: Edit): string => `${sheet}!${a1(at)}`;

/** Makes each suggestion with all its changes or, where one of its cells cannot be written, with none. */
async function mend(workbook: XlsxWorkbook, chosen: readonly Chosen[]): Promise<Round> {
  const refused = new Map<string, Refusal>();
  for (let left = chosen; ; ) {
    const { edits, taken } = editsTogether(left);
    const tried = workbook.copy();
    const refusals = edits.length > 0 ? await tried.apply(edits) : [];
    if (refusals.length === 0) return { workbook: tried, made: edits, taken, refused: [...refused.values()] };
    for (const refusal of refusals) refused.set(keyOf(refusal.edit), refusal);
    left = left.filter(({ finding, suggestion }) => !editsOf(finding, suggestion).some((edit) => refused.has(keyOf(edit))));
  }
}

function say(content: Content, blank: string): string {
  if (content.kind === "formula") return content.formula;
  return content.kind === "text" ? `“${content.text}”` : plainText(content) || blank;
}

/** Applies the suggestions graded certain or likely to a copy of a workbook, and lists them. */
export const fix: Command = {
  name: "fix",
  usage: "fix in.xlsx -o out.xlsx [--form id] [--narrative report.docx|report.txt] [--hidden]",
  async run(line, terminal) {
    const file = onlyFile(line);
    const output = outputOf(line);
    const asked = await askedOf(line);
    let workbook = await openFile(file);
    let audited = await auditFile(workbook, file, asked);
    const spared = sparedSheets(audited.sheets, line);
    const left = new Set<string>();
    const refusals = new Map<string, Refusal>();
    const made = new Map<string, { readonly edit: Edit; readonly suggestion: Suggestion; readonly first: Content }>();
    for (let round = 0; round < MOST_ROUNDS; round++) {
      const chosen = sureEnough(audited);
      for (const { finding } of chosen) if (spared.has(finding.sheet)) left.add(finding.sheet);
      const mended = await mend(workbook, chosen.filter(({ finding }) => !spared.has(finding.sheet)));
      for (const refusal of mended.refused) refusals.set(keyOf(refusal.edit), refusal);
      if (mended.made.length === 0) break;
      const suggestions = new Map(mended.taken.flatMap(({ finding, suggestion }) => editsOf(finding, suggestion).map((edit) => [keyOf(edit), suggestion] as const)));
      for (const edit of mended.made) {
        const key = keyOf(edit);
        made.set(key, { edit, suggestion: suggestions.get(key)!, first: made.get(key)?.first ?? edit.from });
      }
      workbook = mended.workbook;
      audited = await auditFile(workbook, file, asked);
    }
    await writeWorkbook(output, workbook, terminal);
    const blank = terminal.language === "vi" ? "(trống)" : "(blank)";
    const told = new Set<Suggestion>();
    for (const [cell, { edit, first, suggestion }] of made) {
      // Why is said once for changes that belong together.
      const why = told.has(suggestion) ? "" : ` ${suggestion.why[terminal.language]}`;
      told.add(suggestion);
      terminal.out(`${cell}: ${say(first, blank)} → ${say(edit.to, blank)} [${SURE_WORDS[suggestion.sure][terminal.language]}]${why}`);
    }
    sayRefusals([...refusals.values()], terminal);
    saySpared(left, terminal);
    terminal.error(terminal.language === "vi" ? `Đã sửa ${made.size} ô trong ${output}.` : `Mended ${made.size} cells in ${output}.`);
    return hasErrors(audited.audit) ? 1 : 0;
  },
};

