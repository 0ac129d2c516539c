import { hasErrors, type Finding } from "../../core/findings/Finding";
import type { Suggestion } from "../../core/checks/Check";
import { a1 } from "../../core/sheet/Address";
import { plainText, type Content } from "../../core/sheet/Cell";
import type { Edit, Refusal } from "../../core/sheet/WorkbookPort";
import { editsOf, editsTogether, type Chosen } from "../../core/suggestions/editsTogether";
import { both, SEVERITIES, type Language, type Phrase } from "../../core/words/Phrase";
import type { XlsxWorkbook } from "../../xlsx/XlsxWorkbook";
import { askedOf, auditFile, contentsOf, saySpared, sparedSheets, type AuditedFile } from "../auditFile";
import { onlyFile, outputOf, type Command } from "../Command";
import { openFile, sayRefusals, writeWorkbook } from "../files";
import { OutputFile } from "../OutputFile";
import { SURE_WORDS } from "../reportText";

/** Mending one thing can make another plain: a few rounds are enough for any table seen, and there must be an end. */
const MOST_ROUNDS = 8;

/** A round's edits, of which suggestion each is, and what could not be written. */
export interface Round {
  readonly workbook: XlsxWorkbook;
  readonly made: readonly Edit[];
  readonly taken: readonly Chosen[];
  readonly refused: readonly Refusal[];
}

/** Whether nothing is left to ask: notations have one likely meaning, but what an error is only likely to be, another cell might explain as well. */
const isSureEnough = ({ severity }: Finding, { sure, probability }: Suggestion): boolean =>
  sure === "certain" || (sure === "likely" && probability === undefined && severity !== "error");

/** What is sure enough, gravest finding first. */
const sureEnough = ({ audit }: AuditedFile): readonly Chosen[] =>
  audit.tables
    .flatMap(({ findings }) => findings)
    .flatMap((finding) => finding.suggestions.slice(0, 1).flatMap((suggestion) => (isSureEnough(finding, suggestion) ? [{ finding, suggestion }] : [])));

const keyOf = ({ sheet, at }: Edit): string => `${sheet}!${a1(at)}`;

/** How much is found fault with, the gravest first. */
const troublesOf = ({ audit }: AuditedFile): readonly number[] =>
  SEVERITIES.map((severity) => audit.tables.reduce((sum, { findings }) => sum + findings.filter((each) => each.severity === severity).length, 0));

/** Why a round must not stand: it mends a cell again, or leaves no less to be found fault with. */
export function whyNot({ made }: Round, before: ReadonlyMap<string, unknown>, found: AuditedFile, after: AuditedFile): Phrase | undefined {
  const again = made.map(keyOf).find((cell) => before.has(cell));
  if (again !== undefined) return both((language) => sayHalt(language === "vi" ? `ô ${again} phải sửa đi sửa lại` : `cell ${again} would be mended again and again`, language));
  const [were, are] = [troublesOf(found), troublesOf(after)];
  const place = were.findIndex((count, index) => count !== are[index]);
  if (place >= 0 && are[place]! < were[place]!) return undefined;
  return both((language) => sayHalt(language === "vi" ? `sửa xong vẫn còn ${are[0]} lỗi (trước khi sửa: ${were[0]})` : `${are[0]} errors would be left of ${were[0]}`, language));
}

const sayHalt = (why: string, language: Language): string =>
  language === "vi" ? `Không sửa ô nào: ${why}. Có thể còn công thức hoặc cấu trúc bảng chưa rõ; hãy xem từng lỗi rồi sửa tay.` : `Nothing was mended: ${why}. A formula or the table's structure may not be clear; look at each error and mend it by hand.`;

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

/** Applies what is certain, and notations that have one likely meaning, to a copy of a workbook, and lists it. */
export const fix: Command = {
  name: "fix",
  usage: "fix in.xlsx -o out.xlsx [--form id] [--narrative report.docx|report.txt] [--hidden]",
  async run(line, terminal) {
    const file = onlyFile(line);
    const output = await OutputFile.at(outputOf(line));
    const asked = await askedOf(line);
    const opened = await openFile(file);
    const found = await auditFile(await contentsOf(opened), file, asked);
    let [workbook, audited] = [opened, found];
    const spared = sparedSheets(audited.sheets, line);
    const left = new Set<string>();
    const refusals = new Map<string, Refusal>();
    const made = new Map<string, { readonly edit: Edit; readonly suggestion: Suggestion }>();
    let halt: Phrase | undefined;
    for (let round = 0; round < MOST_ROUNDS && !halt; round++) {
      const chosen = sureEnough(audited);
      for (const { finding } of chosen) if (spared.has(finding.sheet)) left.add(finding.sheet);
      const mended = await mend(workbook, chosen.filter(({ finding }) => !spared.has(finding.sheet)));
      for (const refusal of mended.refused) refusals.set(keyOf(refusal.edit), refusal);
      if (mended.made.length === 0) break;
      const after = await auditFile(await contentsOf(mended.workbook), file, asked);
      halt = whyNot(mended, made, audited, after);
      const suggestions = new Map(mended.taken.flatMap(({ finding, suggestion }) => editsOf(finding, suggestion).map((edit) => [keyOf(edit), suggestion] as const)));
      for (const edit of mended.made) made.set(keyOf(edit), { edit, suggestion: suggestions.get(keyOf(edit))! });
      [workbook, audited] = [mended.workbook, after];
    }
    if (halt) {
      // Where one round went astray, so may those before it.
      made.clear();
      [workbook, audited] = [opened, found];
      terminal.error(halt[terminal.language]);
    }
    await writeWorkbook(output, workbook, terminal);
    const blank = terminal.language === "vi" ? "(trống)" : "(blank)";
    const told = new Set<Suggestion>();
    for (const [cell, { edit, suggestion }] of made) {
      // Why is said once for changes that belong together.
      const why = told.has(suggestion) ? "" : ` ${suggestion.why[terminal.language]}`;
      told.add(suggestion);
      terminal.out(`${cell}: ${say(edit.from, blank)} → ${say(edit.to, blank)} [${SURE_WORDS[suggestion.sure][terminal.language]}]${why}`);
    }
    sayRefusals([...refusals.values()], terminal);
    saySpared(left, terminal);
    terminal.error(terminal.language === "vi" ? `Đã sửa ${made.size} ô trong ${output.path}.` : `Mended ${made.size} cells in ${output.path}.`);
    return hasErrors(audited.audit) ? 1 : 0;
  },
};

