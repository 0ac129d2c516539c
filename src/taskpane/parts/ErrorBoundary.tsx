import { Component, type ReactNode } from "react";
import { CrashView } from "./CrashView";

interface ErrorBoundaryProps {
  /** Forgets what may have led to the fault. */
  readonly onRestart: () => void;
  readonly children: ReactNode;
}

interface ErrorBoundaryState {
  readonly crashed: boolean;
}

/** Shows words and two ways on instead of a blank pane. React has this for classes only. */
export class ErrorBoundary extends Component<ErrorBoundaryProps, ErrorBoundaryState> {
  override state: ErrorBoundaryState = { crashed: false };

  static getDerivedStateFromError(): ErrorBoundaryState {
    return { crashed: true };
  }

  override render(): ReactNode {
    if (!this.state.crashed) return this.props.children;
    const show = () => this.setState({ crashed: false });
    return (
      <CrashView
        onRetry={show}
        onRestart={() => {
          this.props.onRestart();
          show();
        }}
      />
    );
  }
}
