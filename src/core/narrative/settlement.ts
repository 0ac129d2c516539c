import type { ParagraphKind } from "./Paragraph";
import { commune } from "./settlement/commune";
import { official } from "./settlement/official";
import { onTimeRate } from "./settlement/onTimeRate";
import { shares } from "./settlement/shares";

/** Paragraph I.6 of the periodic report, fed by Biểu II.06a: files received, resolved and pending, and the late ones by field. */
export const settlement: ParagraphKind = {
  id: "settlement",
  heading: "Tình hình, kết quả giải quyết thủ tục hành chính",
  styles: [official, onTimeRate, shares, commune],
};
