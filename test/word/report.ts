import { narrated } from "../narrative/narrated";
import type { Paragraph } from "../../src/core/narrative/Paragraph";
import { PHU_QUOC, PHU_QUOC_WITHDRAWN } from "../narrative/reports";
import { settlementTable } from "../narrative/settlementTable";

/** A paragraph with lines on two levels, and a line without a bullet. */
export const REPORT: readonly Paragraph[] = [
  ...narrated(settlementTable(PHU_QUOC), "official", PHU_QUOC_WITHDRAWN),
  ...narrated(settlementTable(PHU_QUOC), "commune", PHU_QUOC_WITHDRAWN),
];

/** A paragraph whose words would be markup if nobody took care. */
export const AWKWARD: readonly Paragraph[] = [
  { id: "awkward", heading: 'A & B <b>"C"</b>', sheet: "S", lines: [{ level: 0, bullet: "", spans: [{ kind: "text", text: "1 < 2 && '&lt;'" }] }] },
];
