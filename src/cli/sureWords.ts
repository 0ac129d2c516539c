import type { Sureness } from "../core/checks/Check";
import type { Phrase } from "../core/words/Phrase";

/** How sure a suggestion is, in words. */
export const SURE_WORDS: Readonly<Record<Sureness, Phrase>> = {
  certain: { vi: "chắc chắn", en: "certain" },
  likely: { vi: "nhiều khả năng", en: "likely" },
  possible: { vi: "có thể", en: "possible" },
};
