import { useRef, type KeyboardEvent, type PointerEvent } from "react";

/** CSS pixels, as Excel has it. */
const [LEAST, MOST] = [320, 500];
const STEP = 10;

interface SplitterProps {
  /** Of the pane to its right, in CSS pixels. */
  readonly width: number;
  readonly label: string;
  readonly onResize: (width: number) => void;
}

/** The line between workbook and pane, to be dragged or moved with the arrow keys. */
export function Splitter({ width, label, onResize }: SplitterProps) {
  const grip = useRef<{ readonly x: number; readonly width: number }>(undefined);
  const resize = (to: number) => onResize(Math.min(MOST, Math.max(LEAST, to)));

  const onPointerDown = (event: PointerEvent<HTMLDivElement>) => {
    event.currentTarget.setPointerCapture(event.pointerId);
    grip.current = { x: event.clientX, width };
  };
  const onPointerMove = (event: PointerEvent) => {
    if (grip.current) resize(grip.current.width + grip.current.x - event.clientX);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === "ArrowLeft") resize(width + STEP);
    else if (event.key === "ArrowRight") resize(width - STEP);
    else return;
    event.preventDefault();
  };
  return (
    <div
      role="separator"
      aria-orientation="vertical"
      aria-label={label}
      aria-valuenow={width}
      aria-valuemin={LEAST}
      aria-valuemax={MOST}
      tabIndex={0}
      className="demo-splitter"
      onPointerDown={onPointerDown}
      onPointerMove={onPointerMove}
      onPointerUp={() => {
        grip.current = undefined;
      }}
      onKeyDown={onKeyDown}
    />
  );
}
