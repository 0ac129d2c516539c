import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { Component, type ReactNode } from "react";
import { TroubleError, type Trouble } from "../../core/Trouble";
import { usePane } from "../PaneContext";

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

const useStyles = makeStyles({
  view: { padding: tokens.spacingHorizontalXL },
  actions: { display: "flex", gap: tokens.spacingHorizontalS },
});

interface CrashViewProps {
  /** What broke down, where it is known. */
  readonly trouble: Trouble | undefined;
  readonly onRetry: () => void;
  readonly onRestart: () => void;
}

/** Stands where the pane broke down. */
function CrashView({ trouble, onRetry, onRestart }: CrashViewProps) {
  const styles = useStyles();
  const { strings, say } = usePane();
  return (
    <div role="alert" className={styles.view} data-testid="crash">
      <h2>{strings.trouble.heading}</h2>
      <p>{trouble ? say(trouble.what) : strings.trouble.crash}</p>
      <p>{trouble ? say(trouble.remedy) : strings.trouble.crashRemedy}</p>
      <div className={styles.actions}>
        <Button appearance="primary" onClick={onRetry}>
          {strings.trouble.retry}
        </Button>
        <Button onClick={onRestart}>{strings.trouble.restart}</Button>
      </div>
    </div>
  );
}
