/** @jest-environment jsdom */
import { cleanup, configure, fireEvent, render, screen, waitFor, within } from "@testing-library/react";
import { narrated } from "../narrative/narrated";
import { locate } from "../fixtures/locate";
import { FORMS } from "../../src/forms/forms";
import { App } from "../../src/taskpane/App";
import { SCREEN_STRINGS } from "../../src/taskpane/strings/screenStrings";
import { plainText } from "../../src/word/html";
import { MemoryWorkbook } from "../fakes/MemoryWorkbook";
import { liveTotals } from "../fixtures/liveTotals";
import { TestHost } from "./TestHost";

// The parts of the pane are loaded when first shown, which takes a busy machine a while.
configure({ asyncUtilTimeout: 30_000 });

afterEach(() => {
  cleanup();
  localStorage.clear();
});

const TEXT = plainText(narrated(locate(liveTotals(), FORMS).tables[0]!, "official"));

/** Without marks: what is checked is all there is to wait for. */
function open(): MemoryWorkbook {
  localStorage.setItem("kiem-soat-tthc.preferences", JSON.stringify({ marks: false }));
  const workbook = new MemoryWorkbook([liveTotals({ F9: "28" })]);
  render(<App host={new TestHost(workbook)} />);
  return workbook;
}

async function paste(text: string): Promise<void> {
  fireEvent.click(screen.getByTestId("narrative"));
  const details = await screen.findByTestId("written");
  fireEvent.click(within(details).getByText(SCREEN_STRINGS.vi.written.heading));
  fireEvent.change(within(details).getByLabelText(SCREEN_STRINGS.vi.written.label), { target: { value: text } });
  fireEvent.click(within(details).getByRole("button", { name: SCREEN_STRINGS.vi.written.compare }));
  await settled();
}

/** What the pane did last is done. */
const settled = () => waitFor(() => expect(screen.queryByTestId("working")).toBeNull());

const sureness = (): readonly (string | null)[] => screen.queryAllByTestId("sure").map(({ textContent }) => textContent);

describe("a text that is written already", () => {
  it("waits behind a closed heading, below the paragraph", async () => {
    open();
    fireEvent.click(screen.getByTestId("narrative"));
    expect(await screen.findByTestId("written")).toHaveProperty("open", false);
  });

  it("is held against the table: what was a guess is certain, and the reason says so", async () => {
    open();
    fireEvent.click(screen.getByTestId("check"));
    expect((await screen.findAllByTestId("finding")).map(({ dataset }) => dataset["cells"])).toEqual(["D9"]);
    expect(sureness()).not.toContain("Chắc chắn");

    await paste(`  ${TEXT}\n`);
    await waitFor(() => expect(screen.getAllByTestId("finding").map(({ dataset }) => dataset["cells"])).toEqual(["F9"]));
    expect(sureness()).toEqual(["Chắc chắn"]);
    const card = within(screen.getByTestId("finding"));
    fireEvent.click(card.getByText("Vì sao?"));
    expect(card.getByText(/Lời văn \(đã dán vào ngăn\) ghi 62 hồ sơ từ kỳ trước chuyển qua, còn bảng ghi 52 ở ô F11/)).toBeTruthy();
  });

  it("says how much of it was read, on the screen and to a screen reader", async () => {
    open();
    await paste(TEXT);
    const said = "Lời văn (đã dán vào ngăn): đọc được 16 số hồ sơ, đã đối chiếu 16 số với bảng.";
    expect((await screen.findByTestId("texts")).textContent).toContain(said);
    expect(screen.getByTestId("announcement").textContent).toContain(said);
  });

  it("says so where nothing could be read", async () => {
    open();
    await paste("Trong kỳ, UBND xã thực hiện tốt công tác tiếp nhận và trả kết quả.");
    expect((await screen.findByTestId("texts")).textContent).toContain("không đọc được số hồ sơ nào để đối chiếu");
  });

  it("holds for the checks after it, is still there to be changed, and is never written into the workbook", async () => {
    const workbook = open();
    await paste(TEXT);
    await screen.findByTestId("texts");
    fireEvent.click(screen.getByTestId("check"));
    await settled();
    expect(screen.getByTestId("texts")).toBeTruthy();
    fireEvent.click(screen.getByTestId("narrative"));
    const details = await screen.findByTestId("written");
    expect(details).toHaveProperty("open", true);
    expect(within(details).getByLabelText<HTMLTextAreaElement>(SCREEN_STRINGS.vi.written.label).value).toBe(TEXT.trim());
    expect(workbook.steps).toEqual([]);
    expect(await workbook.readKept()).toBeUndefined();
  });

  it("is dropped at the press of a button; the guess is back", async () => {
    open();
    await paste(TEXT);
    const forget = await screen.findByTestId("forget-text");
    forget.focus();
    fireEvent.click(forget);
    await waitFor(() => expect(screen.queryByTestId("texts")).toBeNull());
    await waitFor(() => expect(screen.getAllByTestId("finding").map(({ dataset }) => dataset["cells"])).toEqual(["D9"]));
    await waitFor(() => expect(document.activeElement?.getAttribute("aria-label")).toBe(SCREEN_STRINGS.vi.summary.heading));
  });

  it("is asked for where there is none", async () => {
    open();
    await paste("   ");
    const details = screen.getByTestId("written");
    expect(within(details).getByText(SCREEN_STRINGS.vi.written.missing)).toBeTruthy();
    expect(document.activeElement).toBe(screen.getByTestId("written-text"));
    expect(screen.queryByTestId("finding")).toBeNull();
  });
});
