/** @jest-environment jsdom */
import { paragraphsOf } from "../../src/core/narrative/narrate";
import { act, cleanup, configure, fireEvent, render, screen, waitFor, within } from "@testing-library/react";
import { TroubleError } from "../../src/core/Trouble";
import { FORMS } from "../../src/forms/forms";
import { App } from "../../src/taskpane/App";
import type { MemoryWorkbook } from "../fakes/MemoryWorkbook";
import { at, phuMy } from "./phuMy";
import { TestHost } from "./TestHost";

// The parts of the pane are loaded when first shown, which takes a busy machine a while.
configure({ asyncUtilTimeout: 30_000 });

afterEach(() => {
  cleanup();
  localStorage.clear();
});

function open(workbook: MemoryWorkbook = phuMy()): TestHost {
  const host = new TestHost(workbook);
  render(<App host={host} />);
  return host;
}

async function check(): Promise<readonly HTMLElement[]> {
  fireEvent.click(screen.getByTestId("check"));
  return screen.findAllByTestId("finding");
}

describe("the pane", () => {
  it("begins with what it does, and that data stays here", () => {
    open();
    const welcome = screen.getByTestId("welcome");
    expect(within(welcome).getByText(/Dữ liệu không rời máy/)).toBeTruthy();
    expect(screen.getByTestId("clear-marks")).toHaveProperty("disabled", true);
  });

  it("lists findings with their cells and severity in words", async () => {
    open();
    const findings = await check();
    expect(findings.map((each) => [each.dataset["severity"], each.dataset["cells"]?.split(" ")[0]])).toEqual([
      ["error", "D12"],
      ["error", "D13"],
      ["info", "C9"],
    ]);
    expect(within(findings[0]!).getByText("Lỗi")).toBeTruthy();
    expect(screen.getByTestId("count-fail").textContent).toBe("4 không đạt");
    expect(screen.getByTestId("count-skip").textContent).toBe("1 bỏ qua");
  });

  it("leads to the cell of a finding", async () => {
    const workbook = phuMy();
    open(workbook);
    const [finding] = await check();
    fireEvent.click(within(finding!).getByText(/phải là 14/));
    await waitFor(() => expect(workbook.revealed?.cells[0]).toEqual(at("D12")));
    expect(finding!.dataset["active"]).toBe("true");
  });

  it("does not leave for the cell when a suggestion or the reasons are clicked", async () => {
    const workbook = phuMy();
    open(workbook);
    const [finding] = await check();
    fireEvent.click(within(finding!).getByText("Vì sao?"));
    fireEvent.click(within(finding!).getByTestId("fix"));
    await waitFor(() => expect(screen.getAllByTestId("finding")).toHaveLength(2));
    expect(workbook.revealed).toBeUndefined();
  });

  it("shows the finding of the cell the user selects", async () => {
    const host = open();
    await check();
    act(() => host.select("II.06a", at("D13")));
    const [, second] = screen.getAllByTestId("finding");
    expect(second!.dataset["active"]).toBe("true");
  });

  it("goes on at the next finding once one is mended by keyboard", async () => {
    open();
    const [finding] = await check();
    const button = within(finding!).getByTestId("fix");
    button.focus();
    fireEvent.click(button);
    await waitFor(() => expect(screen.getAllByTestId("finding")).toHaveLength(2));
    await waitFor(() => expect(screen.getAllByTestId("finding")[0]!.contains(document.activeElement)).toBe(true));
  });

  it("writes the text from the table, warns of its errors beside it, and leads from figures to cells", async () => {
    const workbook = phuMy();
    open(workbook);
    fireEvent.click(screen.getByTestId("narrative"));
    const text = await screen.findByTestId("narrative-text");
    expect(text.textContent).toContain("1.652");
    expect(text.textContent).not.toContain("lỗi");
    expect(screen.getByTestId("narrative-errors").textContent).toContain("2 lỗi");
    fireEvent.keyDown(within(text).getAllByTestId("figure")[0]!, { key: "Enter" });
    await waitFor(() => expect(workbook.revealed?.sheet).toBe("II.06a"));
  });

  it("asks for a period that is one before it makes a sheet", async () => {
    const workbook = phuMy();
    open(workbook);
    fireEvent.click(screen.getByTestId("scaffold"));
    fireEvent.change(await screen.findByTestId("year"), { target: { value: "24" } });
    fireEvent.click(screen.getByTestId("create-sheet"));
    expect(await screen.findByText("Hãy nhập năm gồm bốn chữ số.")).toBeTruthy();
    expect(workbook.plans.size).toBe(0);
    fireEvent.change(screen.getByTestId("year"), { target: { value: "2024" } });
    fireEvent.click(screen.getByTestId("create-sheet"));
    await waitFor(() => expect(workbook.plans.size).toBe(1));
  });

  it("takes the user's own list of fields and names what it repeats", async () => {
    const workbook = phuMy();
    open(workbook);
    fireEvent.click(screen.getByTestId("scaffold"));
    fireEvent.click(await screen.findByTestId("own-fields"));
    fireEvent.change(screen.getByTestId("fields"), { target: { value: "Hộ tịch\nĐất đai\nLĩnh vực Hộ tịch" } });
    expect(screen.getByText(/Dòng 3 .* trùng với dòng 1/)).toBeTruthy();
    fireEvent.click(screen.getByTestId("create-sheet"));
    await waitFor(() => expect(workbook.plans.size).toBe(1));
    const labels = [...workbook.plans.values()][0]!.cells.map(({ content }) => (content.kind === "text" ? content.text : ""));
    expect(labels).toEqual(expect.arrayContaining(["Hộ tịch", "Đất đai"]));
  });

  it("says what would be computed before it writes anything", async () => {
    const workbook = phuMy({ C9: "" });
    open(workbook);
    fireEvent.click(screen.getByTestId("compute"));
    expect((await screen.findByTestId("compute-preview")).textContent).toContain("Không có ô trống");
    fireEvent.click(screen.getByTestId("convert-text"));
    await waitFor(() => expect(screen.getByTestId("compute-preview").textContent).toContain("1 ô trống"));
    expect(workbook.steps).toHaveLength(0);
    fireEvent.click(screen.getByTestId("run-compute"));
    await waitFor(() => expect(workbook.steps).toHaveLength(1));
  });

  it("says what went wrong, where and what to do, with two ways on", async () => {
    const workbook = phuMy();
    const trouble = {
      what: { vi: "Trang tính bị khóa.", en: "The sheet is locked." },
      where: "II.06a",
      remedy: { vi: "Hãy mở khóa rồi thử lại.", en: "Unlock it and try again." },
    };
    jest.spyOn(workbook, "mark").mockRejectedValueOnce(new TroubleError(trouble));
    open(workbook);
    fireEvent.click(screen.getByTestId("check"));
    const shown = await screen.findByTestId("trouble");
    expect(shown.textContent).toMatch(/II\.06a.*Trang tính bị khóa\..*Hãy mở khóa rồi thử lại\./);
    fireEvent.click(within(shown).getByText("Thử lại"));
    expect(await screen.findAllByTestId("finding")).toHaveLength(3);
  });

  it("never shows a blank pane: a fault gets words and two ways on", async () => {
    const silence = jest.spyOn(console, "error").mockImplementation(() => undefined);
    const workbook = phuMy();
    open(workbook);
    const [table] = FORMS;
    const broken = jest.spyOn(paragraphsOf(table!)[0]!.styles[0], "write").mockImplementation(() => {
      throw new Error("fault");
    });
    fireEvent.click(screen.getByTestId("narrative"));
    const crash = await screen.findByTestId("crash");
    broken.mockRestore();
    fireEvent.click(within(crash).getByText("Làm lại từ đầu"));
    expect(await screen.findByTestId("welcome")).toBeTruthy();
    silence.mockRestore();
  });

  it("speaks English when asked to, and remembers it", async () => {
    open();
    fireEvent.click(screen.getByTestId("settings"));
    fireEvent.click(await screen.findByLabelText("English"));
    await waitFor(() => expect(screen.getByTestId("check").textContent).toBe("Check"));
    cleanup();
    open();
    expect((await screen.findByTestId("check")).textContent).toBe("Check");
  });

  it("marks no cells where the user has switched that off, says so, and remembers it", async () => {
    const workbook = phuMy();
    open(workbook);
    const label = "Đánh dấu ô trên trang tính";
    fireEvent.click(screen.getByLabelText(label));
    await check();
    expect(await workbook.marks()).toEqual([]);
    expect(screen.getByLabelText(label).getAttribute("aria-describedby")).toBe(screen.getByText(/^Đang tắt: kiểm tra và chọn ô không ghi gì/).parentElement!.id);
    expect(screen.queryByTestId("marks-left")).toBeNull();
    cleanup();
    open(workbook);
    expect(screen.getByLabelText<HTMLInputElement>(label).checked).toBe(false);
    await check();
    expect(await workbook.marks()).toEqual([]);
    fireEvent.click(screen.getByLabelText(label));
    await waitFor(async () => expect((await workbook.marks()).length).toBeGreaterThan(0));
    await waitFor(() => expect(screen.getByTestId("clear-marks")).toHaveProperty("disabled", false));
    fireEvent.click(screen.getByLabelText(label));
    expect(screen.getByTestId("marks-left").textContent).toMatch(/Bấm Bỏ đánh dấu để gỡ/);
    expect(screen.getByTestId("announcement").textContent).toMatch(/Dấu đã có vẫn để nguyên/);
  });

  it("announces the result politely", async () => {
    open();
    await check();
    const announcement = screen.getByTestId("announcement");
    expect(announcement.getAttribute("aria-live")).toBe("polite");
    expect(announcement.textContent).toBe("Đã kiểm tra: 2 lỗi, 0 điểm cần xem lại, 1 lưu ý.");
  });
});
