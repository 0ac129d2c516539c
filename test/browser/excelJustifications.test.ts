import { KEPT_NAMESPACE, keptText, parseKept } from "../../src/core/justifications/Kept";
import type { ExcelHost } from "../excel-host/ExcelHost";
import { withCells } from "../fixtures/sheetFromText";
import { check, eventually, excelWith, findings, panes, phuMy } from "./excel";

const open = panes();

const keptIn = (host: ExcelHost) => host.workbook.xmlParts.filter(({ ns }) => ns === KEPT_NAMESPACE).map(({ xml }) => parseKept(keptText(xml)));

it("a finding confirmed in Excel is kept in the workbook, for the next time the pane is opened, and lapses when its cell is typed over", async () => {
  const host = excelWith([phuMy()]);
  const { page } = await open(host);
  await check(page);
  expect(keptIn(host)).toEqual([]);
  await page.locator('[data-testid="finding"][data-cells="D12"]').getByTestId("justify").click();
  await page.getByTestId("justification-reason").fill("Hồ sơ nhận qua bưu chính.");
  await page.getByTestId("justification-save").click();
  await page.getByTestId("justified-finding").waitFor();
  expect(keptIn(host).map(({ justifications }) => justifications.map(({ reason }) => reason))).toEqual([["Hồ sơ nhận qua bưu chính."]]);

  const later = await open(host);
  await check(later.page);
  await later.page.getByTestId("justified-finding").waitFor();
  expect((await findings(later.page)).some((each) => each.endsWith("D12"))).toBe(false);
  host.edit("'II.06a'!D12", 1);
  await later.page.getByTestId("lapsed").waitFor();
});

it("an answer about withdrawn files is kept in the workbook, too", async () => {
  const host = excelWith([withCells(phuMy(), { C14: "3", D14: "1", C16: "1653", D16: "1641" })]);
  const { page } = await open(host);
  await check(page);
  await page.getByTestId("withdrawn").fill("1");
  await page.getByTestId("withdrawn").press("Enter");
  await page.getByTestId("answers").waitFor();
  await eventually(() => keptIn(host).flatMap(({ answers }) => [...answers.get("withdrawn")!.values()]), [1]);
  const later = await open(host);
  await check(later.page);
  await later.page.getByTestId("answers").waitFor();
  expect(await later.page.getByTestId("withdrawn").count()).toBe(0);
});
