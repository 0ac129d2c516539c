import { useEffect, useState } from "react";
import type { Language } from "../../core/words/Phrase";
import { later } from "../later";
import { vi, type Strings } from "./strings.vi";

/** The pane's texts, and the language they are in. */
export interface Spoken {
  readonly language: Language;
  readonly strings: Strings;
}

const VIETNAMESE: Spoken = { language: "vi", strings: vi };

/** English is loaded when first wanted; where it cannot be, the pane stays Vietnamese. */
const load = async (language: Language): Promise<Spoken> =>
  language === "vi" ? VIETNAMESE : later.english().then(({ en }) => ({ language, strings: en }), () => VIETNAMESE);

/** The texts in a language. Until these are loaded those before, undefined where there were none. */
export function useSpoken(wanted: Language): Spoken | undefined {
  const [spoken, setSpoken] = useState(wanted === "vi" ? VIETNAMESE : undefined);
  useEffect(() => {
    let ended = false;
    void load(wanted).then((loaded) => {
      if (!ended) setSpoken(loaded);
    });
    return () => {
      ended = true;
    };
  }, [wanted]);
  return spoken;
}
