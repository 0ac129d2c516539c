import { useState, type KeyboardEvent } from "react";
import { a1, type Position } from "../../core/sheet/Address";
import type { Content } from "../../core/sheet/Cell";
import { cellAt, type Sheet } from "../../core/sheet/Sheet";
import { editableText, typedContent } from "../typedContent";

interface FormulaBarProps {
  readonly sheet: Sheet;
  readonly selected: Position;
  readonly label: string;
  readonly onWrite: (at: Position, content: Content) => void;
}

/** Where the selection is, and what the cell really holds: its formula, or text that looks like a number. */
export function FormulaBar({ sheet, selected, label, onWrite }: FormulaBarProps) {
  const held = editableText(cellAt(sheet, selected));
  return (
    <div className="formula-bar">
      <output className="formula-address" data-testid="selected-cell">
        {a1(selected)}
      </output>
      <ContentField key={`${a1(selected)} ${held}`} held={held} label={label} onWrite={(text) => onWrite(selected, typedContent(text))} />
    </div>
  );
}

interface ContentFieldProps {
  /** What the cell holds; another content makes another field. */
  readonly held: string;
  readonly label: string;
  readonly onWrite: (text: string) => void;
}

function ContentField({ held, label, onWrite }: ContentFieldProps) {
  const [typed, setTyped] = useState(held);
  const commit = () => {
    if (typed !== held) onWrite(typed);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === "Enter") commit();
    else if (event.key === "Escape") setTyped(held);
  };
  return (
    <input
      className="formula-content"
      aria-label={label}
      data-testid="formula-bar"
      value={typed}
      onChange={(event) => setTyped(event.target.value)}
      onKeyDown={onKeyDown}
      onBlur={commit}
    />
  );
}
