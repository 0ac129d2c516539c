import { useEffect, useRef, useState, type KeyboardEvent } from "react";

/** Where the selection goes once a text is taken over. */
export type Move = "down" | "up" | "right" | "left" | "stay";

interface CellEditorProps {
  readonly text: string;
  readonly label: string;
  readonly onCommit: (text: string, move: Move) => void;
  readonly onCancel: () => void;
}

/** Typing into a cell: Enter and Tab take the text over, Escape forgets it, a click elsewhere takes it over. */
export function CellEditor({ text, label, onCommit, onCancel }: CellEditorProps) {
  const [typed, setTyped] = useState(text);
  const input = useRef<HTMLInputElement>(null);
  const done = useRef(false);

  useEffect(() => {
    const end = input.current?.value.length ?? 0;
    input.current?.setSelectionRange(end, end);
  }, []);

  const finish = (deed: () => void) => {
    if (done.current) return;
    done.current = true;
    deed();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    // Enter also ends a composition of the input method, such as Vietnamese by Telex.
    if (event.nativeEvent.isComposing) return;
    event.stopPropagation();
    if (event.key === "Escape") finish(onCancel);
    else if (event.key === "Enter") finish(() => onCommit(typed, event.shiftKey ? "up" : "down"));
    else if (event.key === "Tab") finish(() => onCommit(typed, event.shiftKey ? "left" : "right"));
    else return;
    event.preventDefault();
  };
  return (
    <input
      ref={input}
      autoFocus
      className="grid-editor"
      aria-label={label}
      value={typed}
      onChange={(event) => setTyped(event.target.value)}
      onKeyDown={onKeyDown}
      onMouseDown={(event) => event.stopPropagation()}
      onBlur={() => finish(() => onCommit(typed, "stay"))}
    />
  );
}
