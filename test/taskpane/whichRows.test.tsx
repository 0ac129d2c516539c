/** @jest-environment jsdom */
import { cleanup, configure, fireEvent, render, screen, waitFor, within } from "@testing-library/react";
import { App } from "../../src/taskpane/App";
import { MemoryWorkbook } from "../fakes/MemoryWorkbook";
import { unclearSheet } from "../fixtures/unclearRows";
import { TestHost } from "./TestHost";

// The parts of the pane are loaded when first shown, which takes a busy machine a while.
configure({ asyncUtilTimeout: 30_000 });

afterEach(() => {
  cleanup();
  localStorage.clear();
});

async function opened(workbook: MemoryWorkbook): Promise<void> {
  render(<App host={new TestHost(workbook, true)} />);
  fireEvent.click(screen.getByTestId("check"));
  await screen.findByTestId("clear-marks");
}
const asked = () => screen.findByTestId("which-rows");
const gone = () => waitFor(() => expect(screen.queryByTestId("which-rows")).toBeNull());

describe("the question which rows a row adds up", () => {
  it("is answered by a button for each reading, kept in the workbook, and asked again once the answer is taken back", async () => {
    const workbook = new MemoryWorkbook([unclearSheet()]);
    await opened(workbook);
    const group = await asked();
    expect(group.getAttribute("aria-label")).toBe("Dòng 6 “Hộ tịch” là tổng của những dòng nào?");
    expect(within(group).getAllByRole("button").map(({ textContent }) => textContent)).toEqual(["Tổng các dòng 7–8", "Không phải dòng tổng"]);
    fireEvent.click(within(group).getByText("Không phải dòng tổng"));
    await gone();
    expect(JSON.parse((await workbook.readKept())!)).toEqual({ version: 1, sums: { "II.06a|Hộ tịch": [] } });
    const answers = within(await screen.findByTestId("answers"));
    expect(answers.getByText("không phải dòng tổng")).toBeTruthy();
    fireEvent.click(answers.getByRole("button", { name: "Bỏ: Hộ tịch" }));
    expect(await asked()).toBeTruthy();
    expect(await workbook.readKept()).toBeUndefined();
  });

  it("says of an answer that no longer holds that the rows have changed", async () => {
    const workbook = new MemoryWorkbook([unclearSheet()]);
    await workbook.writeKept(JSON.stringify({ version: 1, sums: { "II.06a|Hộ tịch": [["Khai sinh", "Nuôi con nuôi", 2]] } }));
    await opened(workbook);
    expect((await screen.findByTestId("answers")).textContent).toContain("“Khai sinh” đến “Nuôi con nuôi” (không còn áp dụng: các dòng đã thay đổi)");
    expect(await asked()).toBeTruthy();
  });
});
