import type { ReportWords } from "../quantities/Vocabulary";
import type { Claim } from "./Claim";
import { balances } from "./balances";
import { citations } from "./citations";
import { contextsOf } from "./contextsOf";
import { fractionBases } from "./fractionBases";
import { joinCauses, type ReportFinding } from "./joinCauses";
import { limits } from "./limits";
import { periods } from "./periods";
import { ratios } from "./ratios";
import { readFigures, type FiguresRead } from "./readFigures";
import { readMentions } from "./readMentions";
import { referencesIn, withoutReferences } from "./references";
import type { ReportText } from "./ReportText";
import { restated } from "./restated";
import { scores } from "./scores";
import { subsets } from "./subsets";
import { sums } from "./sums";

/** What came of reading one report against itself. */
export interface Proofreading {
  readonly text: ReportText;
  readonly figures: FiguresRead;
  readonly claims: readonly Claim[];
  /** In the order of the text, one for each cause. */
  readonly findings: readonly ReportFinding[];
}

/**
 * Reads a written report and holds its figures against one another, its periods and citations against what is known.
 * @param text Claims and findings stand in the composed one; `text.spanOf` leads back to what was handed over.
 * @param further What tables say of it.
 */
export function proofread(text: ReportText, words: ReportWords, further: readonly Claim[] = []): Proofreading {
  const { flat } = text;
  const masked = withoutReferences(flat, referencesIn(text));
  const figures = readFigures(masked, words.nouns);
  const prose = figures.figures.filter(({ start }) => text.prose[start] !== " ");
  const read = readMentions(text, masked, prose, words);
  const contexts = contextsOf(read, text);
  const claims = [
    ...sums(read.groups, words.vocabulary),
    ...ratios(read.paragraphs, masked, new Set(words.beforeShare.split(" "))),
    ...balances(read),
    ...subsets(read, words.vocabulary),
    ...restated(read, contexts),
    ...fractionBases(read),
    ...limits(read, contexts, words.vocabulary),
    ...scores(read, text),
    ...periods(text),
    ...citations(text, words.documents),
    ...further,
  ].sort((one, other) => one.at.start - other.at.start || one.at.end - other.at.end);
  return { text, figures, claims, findings: joinCauses(claims) };
}
