/** @jest-environment jsdom */
import { cleanup, configure, fireEvent, render, screen, waitFor } from "@testing-library/react";
import { parseA1 } from "../../src/core/sheet/Address";
import { BLANK, numberValue, textValue } from "../../src/core/sheet/Cell";
import { SILENT } from "../../src/core/sheet/WorkbookPort";
import { App } from "../../src/taskpane/App";
import { loadReporting } from "../../src/taskpane/settings/reporting";
import { MemoryWorkbook } from "../fakes/MemoryWorkbook";
import { TestHost } from "./TestHost";

configure({ asyncUtilTimeout: 12_000 });

afterEach(() => {
  cleanup();
  localStorage.clear();
});

const OWN = { name: "Của tôi", cells: { A1: "Ghi chú" } };

async function open(workbook: MemoryWorkbook): Promise<void> {
  render(<App host={new TestHost(workbook)} />);
  fireEvent.click(screen.getByTestId("scaffold"));
  fireEvent.click(await screen.findByTestId("make-set"));
}

const names = async (workbook: MemoryWorkbook): Promise<readonly string[]> => (await workbook.read(SILENT)).map(({ name }) => name);
/** What the pane tells, once it does. */
const told = (what: RegExp | string) => waitFor(() => expect(screen.getByTestId("notice").textContent).toEqual(typeof what === "string" ? expect.stringContaining(what) : expect.stringMatching(what)));
const type = (id: string, value: string) => fireEvent.change(screen.getByTestId(id), { target: { value } });
const box = (id: string) => screen.getByTestId<HTMLInputElement>(`set-${id}`);

/** Makes the set of a commune for the first quarter of 2024. */
async function makeSet(workbook: MemoryWorkbook): Promise<void> {
  await open(workbook);
  type("unit", "UBND xã Phú Sơn");
  type("place", "Phú Sơn");
  type("period", "quarter-1");
  type("year", "2024");
  fireEvent.click(screen.getByTestId("create-sheet"));
  await told(/^Đã thêm \d+ trang tính/);
}

describe("the set of forms that a level files", () => {
  it("is made in one go, with a sheet of details that every head takes its unit from", async () => {
    const workbook = MemoryWorkbook.of(OWN);
    await makeSet(workbook);
    const [own, info, ...forms] = await names(workbook);
    expect([own, info]).toEqual(["Của tôi", "Thông tin báo cáo"]);
    expect(forms.length).toBeGreaterThan(8);
    for (const form of forms) expect(workbook.plans.get(form)!.cells.some(({ content }) => content.kind === "formula" && content.formula.includes("'Thông tin báo cáo'!"))).toBe(true);
  });

  it("has those in force ticked, asks about those of which nobody knows, and leaves out the outdated with why", async () => {
    await open(MemoryWorkbook.of(OWN));
    type("period", "quarter-1");
    type("year", "2024");
    expect(box("pakn").checked).toBe(true);
    type("year", "2019");
    expect(screen.getByTestId("set-outdated").textContent).toContain("Hiệu lực từ");
    const outdated = screen.getByTestId("set-outdated").querySelectorAll("input");
    expect(outdated.length).toBeGreaterThan(0);
    expect([...outdated].every(({ checked }) => !checked)).toBe(true);
    type("year", "2040");
    const unsure = screen.getByTestId("set-unsure");
    expect(unsure.textContent).toContain("Chưa rõ các biểu này còn hiệu lực");
    expect([...unsure.querySelectorAll("input")].every(({ checked }) => checked)).toBe(true);
  });

  it("leaves out what is not ticked, and is not made of nothing", async () => {
    const workbook = MemoryWorkbook.of(OWN);
    await open(workbook);
    type("period", "quarter-1");
    type("year", "2024");
    const boxes = [...screen.getByTestId("set-forms").querySelectorAll("input")];
    boxes.filter(({ checked }) => checked).forEach((each) => fireEvent.click(each));
    fireEvent.click(screen.getByTestId("create-sheet"));
    expect((await screen.findByRole("alert")).textContent).toBe("Hãy chọn ít nhất một biểu.");
    fireEvent.click(box("pakn"));
    expect(screen.getByTestId("create-sheet").textContent).toBe("Tạo 1 biểu");
    fireEvent.click(screen.getByTestId("create-sheet"));
    await told(/^Đã thêm 2 trang tính/);
    expect(await names(workbook)).toHaveLength(3);
  });

  it("takes the details from the sheet that the workbook has, as single forms do", async () => {
    const workbook = MemoryWorkbook.of(OWN);
    await makeSet(workbook);
    const before = await names(workbook);
    fireEvent.click(screen.getByTestId("scaffold"));
    await screen.findByText(/Đầu biểu lấy thông tin từ trang “Thông tin báo cáo”/);
    fireEvent.click(screen.getByTestId("create-sheet"));
    await told(/^Đã thêm trang tính/);
    const [added] = (await names(workbook)).filter((name) => !before.includes(name));
    expect(workbook.plans.get(added!)!.cells.some(({ content }) => content.kind === "formula" && content.formula.includes("'Thông tin báo cáo'!"))).toBe(true);
    fireEvent.click(screen.getByTestId("scaffold"));
    fireEvent.click(await screen.findByTestId("make-set"));
    expect(screen.queryByTestId("place")).toBeNull();
    fireEvent.click(screen.getByTestId("create-sheet"));
    await told(/^Đã thêm \d+ trang tính/);
    expect((await names(workbook)).filter((name) => name.startsWith("Thông tin"))).toHaveLength(1);
  });
});

describe("a set that was just made", () => {
  const remove = async () => {
    fireEvent.click(screen.getByTestId("scaffold"));
    fireEvent.click(await screen.findByTestId("remove-set"));
  };

  it("is taken away whole while it is as made", async () => {
    const workbook = MemoryWorkbook.of(OWN);
    await makeSet(workbook);
    await remove();
    await told(/^Đã bỏ \d+ trang tính/);
    expect(await names(workbook)).toEqual(["Của tôi"]);
    fireEvent.click(screen.getByTestId("scaffold"));
    await screen.findByTestId("create-sheet");
    expect(screen.queryByTestId("remove-set")).toBeNull();
  });

  it("keeps the sheets that were typed into, and what these look at, and names both", async () => {
    const workbook = MemoryWorkbook.of(OWN);
    await makeSet(workbook);
    const touched = (await names(workbook)).at(-1)!;
    await workbook.apply([{ sheet: touched, at: workbook.plans.get(touched)!.start, from: BLANK, to: numberValue(4) }]);
    await remove();
    await told(`Giữ lại vì đã có nội dung khác lúc tạo: “${touched}”.`);
    await told("Giữ lại vì ô của trang khác đang lấy số liệu từ đó: “Thông tin báo cáo”.");
    expect(await names(workbook)).toEqual(["Của tôi", "Thông tin báo cáo", touched]);
  });

  it("keeps a sheet that a formula of the user's looks at", async () => {
    const workbook = MemoryWorkbook.of(OWN);
    await makeSet(workbook);
    const last = (await names(workbook)).at(-1)!;
    await workbook.apply([{ sheet: "Của tôi", at: parseA1("B1")!, from: BLANK, to: { kind: "formula", formula: `='${last}'!C9+1`, value: textValue("") } }]);
    await remove();
    await told(new RegExp(`Giữ lại vì ô của trang khác.*“${last}”`));
    expect(await names(workbook)).toContain(last);
  });
});

describe("what was said of the report", () => {
  it("is remembered on this computer for next time, and forgotten when asked", async () => {
    await makeSet(MemoryWorkbook.of(OWN));
    expect(loadReporting()).toMatchObject({ unit: "UBND xã Phú Sơn", place: "Phú Sơn", level: "commune" });
    cleanup();
    await open(MemoryWorkbook.of(OWN));
    expect(screen.getByTestId<HTMLInputElement>("unit").value).toBe("UBND xã Phú Sơn");
    fireEvent.click(screen.getByTestId("settings"));
    fireEvent.click(await screen.findByTestId("forget-reporting"));
    expect(await screen.findByText("Đã quên.")).toBeTruthy();
    expect(loadReporting()).toEqual({ unit: "", receiver: "", place: "", signatory: "", recent: [] });
  });

  it("may be anything in storage", () => {
    for (const kept of ["{", "null", "7", '{"unit":3,"level":"xã","recent":"pakn"}']) {
      localStorage.setItem("kiem-soat-tthc.reporting", kept);
      expect(loadReporting()).toEqual({ unit: "", receiver: "", place: "", signatory: "", recent: [] });
    }
  });
});
