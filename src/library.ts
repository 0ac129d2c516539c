import type { Library } from "./core/audit";
import { FORMS } from "./forms/forms";
import { VOCABULARY } from "./vocabulary/vocabulary";

/** Everything that workbooks are judged by. */
export const LIBRARY: Library = { forms: FORMS, vocabulary: VOCABULARY };
