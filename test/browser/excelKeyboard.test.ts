import type { Page } from "playwright-core";
import { eventually, excelWith, expectFindings, marksOn, panes, phuMy } from "./excel";

const open = panes();
const PHU_MY = ["error D12", "error D13", "info C9"];

/** What a screen reader would say of the element that has the focus. */
const focused = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const element = document.activeElement;
    return element?.getAttribute("aria-label") ?? element?.textContent ?? "";
  });

/** Presses Tab until the focus is on what is wanted; fails telling what it passed. */
async function tabTo(page: Page, wanted: RegExp, key: "Tab" | "Shift+Tab" = "Tab"): Promise<void> {
  const passed: string[] = [];
  for (let press = 0; press < 30; press++) {
    const on = await focused(page);
    if (wanted.test(on)) return;
    passed.push(on.slice(0, 40));
    await page.keyboard.press(key);
  }
  throw new Error(`Tab does not lead to ${wanted}, only to ${passed.join(" | ")}`);
}

const announced = (page: Page, words: RegExp | string): Promise<void> =>
  eventually(async () => {
    const said = await page.getByTestId("announcement").textContent();
    return typeof words === "string" ? said : words.test(said ?? "");
  }, typeof words === "string" ? words : true);

describe("the main job by keyboard alone, as a screen reader tells it", () => {
  it("checks, visits a cell, mends, takes back, mends all, writes the text and lifts the marks", async () => {
    const { page, host } = await open(excelWith([phuMy()]));
    await tabTo(page, /^Kiểm tra$/);
    await page.keyboard.press("Enter");
    await expectFindings(page, PHU_MY);
    await announced(page, "Đã kiểm tra: 2 lỗi, 0 điểm cần xem lại, 1 lưu ý.");

    await tabTo(page, /^Lỗi\s*D12/);
    await page.keyboard.press("Enter");
    await eventually(() => host.selected, "II.06a!D12");
    await page.locator('[data-finding-main][aria-current="true"]').waitFor();

    await tabTo(page, /^Sửa ô D12 thành 14$/);
    await page.keyboard.press("Enter");
    await expectFindings(page, PHU_MY.slice(1));
    await announced(page, "Đã sửa 1 ô (D12).");
    // The button is gone with its finding: the next finding has the focus.
    await eventually(async () => /^Lỗi\s*D13/.test(await focused(page)), true);

    await tabTo(page, /^Hoàn tác việc sửa ô D12$/, "Shift+Tab");
    await page.keyboard.press("Enter");
    await expectFindings(page, PHU_MY);
    await announced(page, "Đã hoàn tác 1 ô (D12).");

    // That button is gone, too: the list it stood over has the focus.
    await eventually(() => page.evaluate(() => document.activeElement?.getAttribute("aria-label")), "Kết quả kiểm tra");
    await tabTo(page, /^Sửa cả 2 lỗi chắc chắn$/);
    await page.keyboard.press("Space");
    await expectFindings(page, PHU_MY.slice(2));
    await announced(page, "Đã sửa 2 ô (D12, D13).");

    await tabTo(page, /^Viết báo cáo$/, "Shift+Tab");
    await page.keyboard.press("Enter");
    await page.getByTestId("narrative-text").waitFor();
    await tabTo(page, /^Sao chép$/);

    await tabTo(page, /^Bỏ đánh dấu$/, "Shift+Tab");
    await page.keyboard.press("Enter");
    await announced(page, "Đã bỏ mọi đánh dấu.");
    expect(marksOn(host, "II.06a")).toEqual({});
  });

  it("tells what came of typing in the sheet, once it is over, and nothing where nothing changed", async () => {
    const { page, host } = await open(excelWith([phuMy()]), "/taskpane.html?action=check");
    await announced(page, /2 lỗi/);
    host.edit("II.06a!D12", 14);
    await announced(page, "Đã kiểm tra: 1 lỗi, 0 điểm cần xem lại, 1 lưu ý.");
    await page.evaluate(() => {
      const words = document.querySelector('[data-testid="announcement"]')!;
      new MutationObserver(() => (document.body.dataset["again"] = "yes")).observe(words, { childList: true, characterData: true, subtree: true });
    });
    host.edit("II.06a!B9", "Chứng thực");
    await page.waitForTimeout(800);
    expect(await page.evaluate(() => document.body.dataset["again"])).toBeUndefined();
  });

  it("tells at once what went wrong", async () => {
    const { page, host } = await open(excelWith([phuMy()]));
    host.protect("II.06a");
    await tabTo(page, /^Kiểm tra$/);
    await page.keyboard.press("Enter");
    expect(await page.getByRole("alert").textContent()).toMatch(/đang được bảo vệ/);
    await announced(page, /2 lỗi/);
  });
});
