import type { Finding } from "./Finding";

/** A finding before it has its id. */
export type Draft = Omit<Finding, "id" | "sheet" | "form">;
