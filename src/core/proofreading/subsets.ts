import type { Vocabulary } from "../quantities/Vocabulary";
import { exceeds } from "./Amount";
import { around, sayPrinted, type Claim } from "./Claim";
import { amountOf, type Mention, type ReportRead } from "./Mention";

/**
 * What "Trong đó" tells at the beginning of a sentence is of what the paragraph has told in the same word: of 21 files "quá hạn" no field can
 * have 69. And what is told online, or of a field, is no more than everything received.
 */
export function subsets({ paragraphs }: ReportRead, vocabulary: Vocabulary): readonly Claim[] {
  const claims: Claim[] = [];
  for (const { mentions } of paragraphs) {
    for (const [place, mention] of mentions.entries()) {
      if (mention.group?.opener !== "which" || mention.group.parts.length > 1 || mention.residue === "") continue;
      const whole = lastNamed(mention, mentions.slice(Math.max(0, place - FURTHEST), place), vocabulary);
      if (whole) claims.push(bound(mention, whole));
    }
  }
  return claims;
}

/** So many figures before it a whole may have been told. */
const FURTHEST = 30;

/** The last figure before one that is told in the same words, of everything. */
function lastNamed({ kinds, figure }: Mention, before: readonly Mention[], { words }: Vocabulary): Mention | undefined {
  const states = [...kinds].filter((kind) => words.some((each) => each.kind === kind && each.listed));
  const [state] = states;
  if (state === undefined || states.length > 1) return undefined;
  return before.filter((each) => each.kinds.has(state) && each.residue === "" && each.figure.noun === figure.noun).at(-1);
}

function bound(part: Mention, whole: Mention): Claim {
  const at = around(whole.figure, part.figure);
  const figures = [part.figure.start, whole.figure.start];
  if (!exceeds(amountOf(part), amountOf(whole))) return { kind: "bound", at, verdict: "agrees", figures };
  const [stated, most] = [sayPrinted(part.figure), sayPrinted(whole.figure)];
  const message = { vi: `Số ${stated} là một phần của ${most} nêu trước đó nhưng lại lớn hơn.`, en: `${stated} is a part of the ${most} told before, but greater.` };
  return { kind: "bound", at, verdict: "differs", figures, difference: { severity: "error", at: part.figure, stated, expected: "", other: { at: whole.figure }, message } };
}
