import type { Problem } from "./Problem";

/** Whether nothing speaks against a table: every sum comes out, every statement agrees, and every cell is what it reads as. */
export function comesOut({ residuals, counts, isAddedAsMeant, facts, oddBlanks }: Problem): boolean {
  return isAddedAsMeant && oddBlanks.length === 0 && facts.every(({ cell, fact }) => counts[cell] === fact.count) && residuals.every((residual) => residual === 0);
}
