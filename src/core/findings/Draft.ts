import type { Finding } from "./Finding";

/** A finding before it has its id, of which `about` becomes a part. */
export type Draft = Omit<Finding, "id" | "sheet" | "form"> & { readonly about?: string };
