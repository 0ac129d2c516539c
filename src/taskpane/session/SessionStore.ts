import { afterEvent, NEW_SESSION, type Session, type SessionEvent } from "./session";

/** Holds the session and tells who listens when it changes. */
export class SessionStore {
  private current: Session = NEW_SESSION;
  private readonly listeners = new Set<() => void>();

  readonly get = (): Session => this.current;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  send(event: SessionEvent): void {
    const next = afterEvent(this.current, event);
    if (next === this.current) return;
    this.current = next;
    this.listeners.forEach((listener) => listener());
  }
}
