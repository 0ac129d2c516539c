import { sayTrouble, type Trouble } from "../core/Trouble";
import type { Language } from "../core/words/Phrase";
import { demoStrings } from "./demoStrings";

interface TroubleBannerProps {
  readonly trouble: Trouble;
  readonly language: Language;
  readonly onDismiss: () => void;
}

/** What could not be opened, and what to do. */
export function TroubleBanner({ trouble, language, onDismiss }: TroubleBannerProps) {
  return (
    <div className="demo-trouble" role="alert" data-testid="file-trouble">
      <span>{sayTrouble(trouble, language)}</span>
      <button type="button" className="demo-button" onClick={onDismiss}>
        {demoStrings(language).close}
      </button>
    </div>
  );
}
