import type { Suggestion } from "../../core/checks/Check";
import { a1, positionKey } from "../../core/sheet/Address";
import { plainText, type Content } from "../../core/sheet/Cell";
import type { Edit, Refusal } from "../../core/sheet/WorkbookPort";
import { editsOf } from "../../core/suggestions/editsOf";
import type { AuditedFile } from "../auditFile";
import { auditFile } from "../auditFile";
import type { Command } from "../Command";
import { openFile } from "../files";
import { onlyFile, outputOf } from "../options";
import { sayRefusals } from "../sayRefusals";
import { SURE_WORDS } from "../sureWords";
import { writeWorkbook } from "../writeWorkbook";

/** Mending one thing can make another plain: a few rounds are enough for any table seen, and there must be an end. */
const MOST_ROUNDS = 8;

interface Applied {
  readonly edit: Edit;
  readonly suggestion: Suggestion;
}

/** What is sure enough, gravest finding first; a cell is written at most once a round. */
function sureEdits({ audit }: AuditedFile): readonly Applied[] {
  const taken = new Set<string>();
  return audit.tables
    .flatMap(({ findings }) => findings)
    .flatMap((finding) =>
      finding.suggestions.slice(0, 1).flatMap((suggestion) => {
        if (suggestion.sure === "possible") return [];
        return editsOf(finding, suggestion).flatMap((edit): readonly Applied[] => {
          const key = `${edit.sheet}|${positionKey(edit.at)}`;
          if (taken.has(key)) return [];
          taken.add(key);
          return [{ edit, suggestion }];
        });
      }),
    );
}

function say(content: Content, blank: string): string {
  if (content.kind === "formula") return content.formula;
  return content.kind === "text" ? `“${content.text}”` : plainText(content) || blank;
}

/** Applies the suggestions graded certain or likely to a copy of a workbook, and lists them. */
export const fix: Command = {
  name: "fix",
  usage: "fix in.xlsx -o out.xlsx",
  async run(line, terminal) {
    const file = onlyFile(line);
    const output = outputOf(line);
    const workbook = await openFile(file);
    let audited = await auditFile(workbook, file);
    const refusals = new Map<string, Refusal>();
    const made = new Map<string, Applied & { readonly first: Content }>();
    for (let round = 0; round < MOST_ROUNDS; round++) {
      const edits = sureEdits(audited);
      if (edits.length === 0) break;
      const refused = await workbook.apply(edits.map(({ edit }) => edit));
      for (const refusal of refused) refusals.set(`${refusal.edit.sheet}!${a1(refusal.edit.at)}`, refusal);
      const applied = edits.filter(({ edit }) => !refused.some((refusal) => refusal.edit === edit));
      for (const each of applied) {
        const key = `${each.edit.sheet}!${a1(each.edit.at)}`;
        made.set(key, { ...each, first: made.get(key)?.first ?? each.edit.from });
      }
      if (applied.length === 0) break;
      audited = await auditFile(workbook, file);
    }
    await writeWorkbook(output, workbook, terminal);
    const blank = terminal.language === "vi" ? "(trống)" : "(blank)";
    for (const [cell, { edit, first, suggestion }] of made) {
      terminal.out(`${cell}: ${say(first, blank)} → ${say(edit.to, blank)} [${SURE_WORDS[suggestion.sure][terminal.language]}] ${suggestion.why[terminal.language]}`);
    }
    const left = sayRefusals([...refusals.values()], terminal.language);
    if (left !== undefined) terminal.error(left);
    terminal.error(terminal.language === "vi" ? `Đã sửa ${made.size} ô trong ${output}.` : `Mended ${made.size} cells in ${output}.`);
    return audited.audit.tables.some(({ findings }) => findings.some(({ severity }) => severity === "error")) ? 1 : 0;
  },
};

