import { openDemo, stage } from "./browser";
import { brokenRules } from "./brokenRules";
import { carrying, quarterSheet } from "../fixtures/quarterSheet";
import { withCells } from "../fixtures/sheetFromText";
import { workbookOf } from "../fixtures/workbookOf";

const scene = stage();

const XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

it.each(["light", "dark"] as const)("a workbook of the period before is read in the browser, and what it left is filled in; in the %s theme no rule of accessibility is broken", async (colorScheme) => {
  const { page } = await openDemo(scene.browser, scene.served, { colorScheme, reducedMotion: "reduce", viewport: { width: 1200, height: 1000 } });
  const second = withCells(quarterSheet("second", carrying([16, 5, 38, 3])), { F7: "", F9: "" });
  await page.locator('input[type="file"]').first().setInputFiles({ name: "quy-2.xlsx", mimeType: XLSX, buffer: Buffer.from(await workbookOf(second)) });
  await page.getByTestId("cell-F10").filter({ hasText: "3" }).waitFor();
  await page.getByTestId("compare").click();
  await page.getByTestId("open-former").setInputFiles({ name: "quy-1.xlsx", mimeType: XLSX, buffer: Buffer.from(await workbookOf(quarterSheet("first"))) });
  await page.getByTestId("growth").first().waitFor();
  expect(await brokenRules(page)).toEqual([]);
  await page.getByTestId("fill-carried").click();
  await page.getByTestId("cell-F9").filter({ hasText: "38" }).waitFor();
  await page.getByTestId("fill-carried").waitFor({ state: "detached" });
  await page.context().close();
});
