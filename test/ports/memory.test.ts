import { MemoryWorkbook } from "../fakes/MemoryWorkbook";
import { describeMergesContract, describeWorkbookContract } from "./workbookContract";

describeWorkbookContract("A workbook in memory", (sheets) => MemoryWorkbook.of(...sheets));
describeMergesContract("A workbook in memory", (sheets) => MemoryWorkbook.of(...sheets));
