import type { Language } from "../core/words/Phrase";
import { demoStrings } from "./demoStrings";

interface DiscardQuestionProps {
  readonly language: Language;
  readonly onDiscard: () => void;
  readonly onKeep: () => void;
}

/** Asks before changes that were not saved are left behind. */
export function DiscardQuestion({ language, onDiscard, onKeep }: DiscardQuestionProps) {
  const strings = demoStrings(language);
  return (
    <div className="demo-trouble" role="alertdialog" aria-label={strings.discard} data-testid="discard-question">
      <span>{strings.discard}</span>
      <span className="demo-answers">
        <button type="button" className="demo-button" onClick={onDiscard} data-testid="discard">
          {strings.discardYes}
        </button>
        <button type="button" className="demo-button demo-button-primary" autoFocus onClick={onKeep}>
          {strings.discardNo}
        </button>
      </span>
    </div>
  );
}
