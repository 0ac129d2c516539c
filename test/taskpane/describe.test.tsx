/** @jest-environment jsdom */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { cleanup, configure, fireEvent, render, screen, waitFor, within } from "@testing-library/react";
import { parseKept } from "../../src/core/justifications/Kept";
import { App } from "../../src/taskpane/App";
import { MemoryWorkbook } from "../fakes/MemoryWorkbook";
import { sheetFromText, withCells } from "../fixtures/sheetFromText";
import { TestHost } from "./TestHost";

// The parts of the pane are loaded when first shown, which takes a busy machine a while.
configure({ asyncUtilTimeout: 30_000 });

afterEach(() => {
  cleanup();
  localStorage.clear();
});

const SALES = sheetFromText(readFileSync(join(__dirname, "../described/fields/sales.tsv"), "utf8"), "Vốn bán");

function open(cells: Readonly<Record<string, string>> = {}): MemoryWorkbook {
  localStorage.setItem("kiem-soat-tthc.preferences", JSON.stringify({ marks: false }));
  const workbook = new MemoryWorkbook([withCells(SALES, cells)]);
  render(<App host={new TestHost(workbook)} />);
  fireEvent.click(screen.getByTestId("describe"));
  return workbook;
}

const settled = () => waitFor(() => expect(screen.queryByTestId("working")).toBeNull());
const relations = () => screen.findAllByTestId("relation");
const standings = async () => (await relations()).map(({ dataset }) => dataset["standing"]);
const findings = () => screen.queryAllByTestId("finding").map(({ dataset }) => dataset["cells"]);

describe("what a table says of itself", () => {
  it("is shown as sentences, with how often the figures obey, before anything is marked", async () => {
    const workbook = open({ M9: "999" });
    const items = await relations();
    expect(within(items[0]!).getByRole("switch", { name: /Cột 11 phải bằng cột 9 cộng cột 10: đúng ở cả 7 dòng/ })).toHaveProperty("checked", true);
    expect(await standings()).toEqual(["used", "used", "used", "used"]);
    expect(await workbook.readKept()).toBeUndefined();
  });

  it("is not judged by once it is switched off, and the workbook keeps that", async () => {
    // One slip in the column of a sum: it is told until the sum is switched off, and the column has no total row for it to fail in.
    const workbook = open({ O10: "", P10: "999", Q10: "1362" });
    await relations();
    fireEvent.click(screen.getByTestId("check"));
    await waitFor(() => expect(findings().length).toBeGreaterThan(0));
    const before = findings().length;
    fireEvent.click(screen.getByTestId("describe"));
    for (const name of [/Cột 14 phải bằng/, /Cột 15 phải bằng/]) {
      fireEvent.click(within((await relations()).find((item) => name.test(item.textContent ?? ""))!).getByRole("switch"));
      await settled();
    }
    await waitFor(async () => expect(await standings()).toEqual(["used", "off", "off", "used"]));
    expect(parseKept(await workbook.readKept()).relations.size).toBe(2);
    fireEvent.click(screen.getByTestId("check"));
    await settled();
    await waitFor(() => expect(findings().length).toBeLessThanOrEqual(before));
  });

  it("is read otherwise where the reporter says so", async () => {
    const workbook = open();
    const item = (await relations())[3]!;
    fireEvent.change(within(item).getByTestId("correct-relation"), { target: { value: "16=5-6-15" } });
    fireEvent.submit(within(item).getByTestId("correct-relation").closest("form")!);
    await settled();
    await waitFor(async () => expect((await relations())[3]!.textContent).toMatch(/Cột 16 phải bằng cột 5 trừ cột 6 trừ cột 15/));
    expect([...parseKept(await workbook.readKept()).relations.values()]).toEqual(["16=5-6-15"]);
  });

  it("asks for another text where that is no relation", async () => {
    open();
    const item = (await relations())[3]!;
    fireEvent.change(within(item).getByTestId("correct-relation"), { target: { value: "năm trừ sáu" } });
    fireEvent.submit(within(item).getByTestId("correct-relation").closest("form")!);
    expect((await relations())[3]!.textContent).toMatch(/Chưa đọc được quan hệ này/);
  });

  it("is kept as a form of the agency's own, by which the table is known from then on", async () => {
    const workbook = open();
    await relations();
    fireEvent.change(screen.getByTestId("own-name"), { target: { value: "Biểu bán hàng" } });
    fireEvent.click(screen.getByTestId("keep-own"));
    await screen.findByTestId("own-outcome");
    await settled();
    expect(parseKept(await workbook.readKept()).own).toMatchObject([{ id: "own:bieu-ban-hang", sheetName: "Biểu bán hàng" }]);
    fireEvent.click(screen.getByTestId("check"));
    await settled();
    expect((await screen.findAllByText(/VỐN BÁN|Vốn bán nộp/i)).length).toBeGreaterThan(0);
  });
});
