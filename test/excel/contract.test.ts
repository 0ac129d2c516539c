import { ExcelWorkbook } from "../../src/excel/ExcelWorkbook";
import { FakeExcel } from "../fakes/FakeExcel";
import type { SheetDescription } from "../ports/SheetDescription";
import { describeMergesContract, describeWorkbookContract } from "../ports/workbookContract";

const inExcel = (apiVersion: string) => (sheets: readonly SheetDescription[]) => {
  new FakeExcel(sheets, { apiVersion }).install();
  return new ExcelWorkbook();
};

describeWorkbookContract("A workbook open in today's Excel", inExcel("1.20"));
describeMergesContract("A workbook open in today's Excel", inExcel("1.13"));
describeWorkbookContract("A workbook open in the oldest Excel we support", inExcel("1.9"));
