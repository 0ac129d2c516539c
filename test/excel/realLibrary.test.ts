import { ExcelWorkbook } from "../../src/excel/ExcelWorkbook";
import { hostOf } from "../excel-host/hostOf";
import { openInNode } from "../excel-host/openInNode";
import type { SheetDescription } from "../ports/SheetDescription";
import { describeMergesContract, describeWorkbookContract } from "../ports/workbookContract";

const inExcel = (version: string) => async (sheets: readonly SheetDescription[]) => {
  const page = await openInNode(hostOf(sheets, { apiSets: { ExcelApi: version } }));
  page.install();
  return new ExcelWorkbook();
};

describeWorkbookContract("A workbook behind Microsoft's client library", inExcel("1.15"));
describeMergesContract("A workbook behind Microsoft's client library", inExcel("1.13"));
describeWorkbookContract("A workbook behind Microsoft's client library in the oldest Excel we support", inExcel("1.9"));
