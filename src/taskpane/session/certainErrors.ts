import type { Finding } from "../../core/findings/Finding";

/** Errors with one way out that independent checks bear out, or with one that is far likelier than all others. */
export function certainErrors(findings: readonly Finding[]): readonly Finding[] {
  return findings.filter(({ severity, suggestions: [first, ...others] }) => severity === "error" && first?.sure === "certain" && (others.length === 0 || first.probability !== undefined));
}
