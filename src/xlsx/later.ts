import { part } from "../page/part";

/** What is loaded with the first change, so that a workbook opens sooner. */
export const later = {
  writeEdits: part(() => import(/* webpackChunkName: "edit-workbook" */ "./writeEdits")),
  writeMarks: part(() => import(/* webpackChunkName: "edit-workbook" */ "./marks/writeMarks")),
  removeSheetParts: part(() => import(/* webpackChunkName: "edit-workbook" */ "./workbook/removeSheetParts")),
  keptPart: part(() => import(/* webpackChunkName: "edit-workbook" */ "./keptPart")),
};
