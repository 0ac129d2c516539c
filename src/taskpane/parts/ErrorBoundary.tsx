import { Component, type ReactNode } from "react";
import { TroubleError } from "../../core/Trouble";
import { CrashView } from "./CrashView";

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
    return (
      <CrashView
        trouble={trouble}
        // A screen that could not be loaded stays so until the page is loaded again.
        onRetry={trouble ? () => location.reload() : show}
        onRestart={() => {
          this.props.onRestart();
          show();
        }}
      />
    );
  }
}
