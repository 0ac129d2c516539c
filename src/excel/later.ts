import { part } from "../page/part";

/** What is loaded when first used: lifting marks and looking for them, which pages begin with, need none of it. */
export const later = {
  readSheets: part(() => import("./readSheets")),
  applyEdits: part(() => import("./applyEdits")),
  makeSheet: part(() => import("./makeSheet")),
};
