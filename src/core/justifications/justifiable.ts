import type { Finding } from "../findings/Finding";
import type { Form } from "../form/Form";

/** Whether a person may confirm what a finding questions, whatever its severity. */
export function justifiable({ reasons }: Finding, { checks }: Form): boolean {
  const kinds = new Map(checks.map(({ id, justifiable: mayBe }) => [id, mayBe]));
  return reasons.every(({ check }) => kinds.get(check) ?? true);
}
