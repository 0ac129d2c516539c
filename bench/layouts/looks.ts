import type { Style } from "../../test/fixtures/book/Book";
import type { Layout } from "./Layout";

/** How rows that stand out look, and whether labels of parts are indented by their style. */
export const LOOKS: Readonly<Record<Layout["looks"], { readonly strong: Style; readonly indents: boolean }>> = {
  "bold and indents": { strong: { bold: true }, indents: true },
  none: { strong: {}, indents: false },
  bold: { strong: { bold: true }, indents: false },
  "italic sums": { strong: { italic: true }, indents: true },
  fills: { strong: { bold: true, fill: "FFF2CC" }, indents: false },
};
