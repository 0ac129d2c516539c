import type { Strings } from "../strings/strings.vi";

/** "khoảng 12 %": a probability from 0 to 1 as a whole percentage that never claims to be nothing or everything. */
export function likelihoodWords(probability: number, { finding }: Strings): string {
  const percent = Math.round(probability * 100);
  if (percent < 1) return finding.under(1);
  return percent > 99 ? finding.over(99) : finding.about(percent);
}
