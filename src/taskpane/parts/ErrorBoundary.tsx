import { Component, type ReactNode } from "react";
import { TroubleError, type Trouble } from "../../core/Trouble";
import { TroubleBar } from "./TroubleBar";

/** What is told of a fault of ours. */
const CRASH: Trouble = {
  what: {
    vi: "Ngăn tác vụ gặp sự cố và đã dừng. Sổ làm việc không bị ảnh hưởng.",
    en: "The pane ran into a fault and stopped. Your workbook is not affected.",
  },
  remedy: {
    vi: "Bấm Thử lại để hiện lại nội dung; nếu vẫn vậy, bấm Làm lại từ đầu.",
    en: "Choose Try again to show it anew; if that does not help, choose Start over.",
  },
};

interface ErrorBoundaryProps {
  /** Forgets what may have led to the fault. */
  readonly onRestart: () => void;
  readonly children: ReactNode;
}

interface ErrorBoundaryState {
  /** The fault, in a box of its own: anything may be thrown. */
  readonly fault: { readonly error: unknown } | undefined;
}

/** Shows words and two ways on instead of a blank pane. React has this for classes only. */
export class ErrorBoundary extends Component<ErrorBoundaryProps, ErrorBoundaryState> {
  override state: ErrorBoundaryState = { fault: undefined };

  static getDerivedStateFromError(error: unknown): ErrorBoundaryState {
    return { fault: { error } };
  }

  override render(): ReactNode {
    const { fault } = this.state;
    if (!fault) return this.props.children;
    const show = () => this.setState({ fault: undefined });
    const trouble = fault.error instanceof TroubleError ? fault.error.trouble : undefined;
    // A screen that could not be loaded stays so until the page is loaded again.
    const retry = trouble ? () => location.reload() : show;
    const restart = () => {
      this.props.onRestart();
      show();
    };
    return <TroubleBar trouble={trouble ?? CRASH} testId="crash" onRetry={retry} onRestart={restart} />;
  }
}
