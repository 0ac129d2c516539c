/** @jest-environment jsdom */
import { act, cleanup, configure, fireEvent, render, screen, waitFor, within } from "@testing-library/react";
import { a1 } from "../../src/core/sheet/Address";
import { numberValue } from "../../src/core/sheet/Cell";
import { App } from "../../src/taskpane/App";
import { likelihoodWords } from "../../src/taskpane/views/SuggestionItem";
import { SCREEN_STRINGS } from "../../src/taskpane/strings/screenStrings";
import type { MemoryWorkbook } from "../fakes/MemoryWorkbook";
import { at, held, phuMy } from "./phuMy";
import { TestHost } from "./TestHost";

// The parts of the pane are loaded when first shown, which takes a busy machine a while.
configure({ asyncUtilTimeout: 30_000 });

afterEach(() => {
  cleanup();
  localStorage.clear();
});

/** Phú Mỹ's table, its two errors mended, with others planted; checked. */
async function check(cells: Readonly<Record<string, string>>, undoes = true): Promise<{ readonly workbook: MemoryWorkbook; readonly host: TestHost; readonly cards: readonly HTMLElement[] }> {
  const workbook = phuMy({ D12: "14", D13: "6", ...cells });
  const host = new TestHost(workbook, undoes);
  render(<App host={host} />);
  fireEvent.click(screen.getByTestId("check"));
  return { workbook, host, cards: await screen.findAllByTestId("finding") };
}

const errors = () => screen.queryAllByTestId("finding").filter((each) => each.dataset["severity"] === "error");
const gone = () => waitFor(() => expect(errors()).toEqual([]));

/** Digits of a total of fields transposed, and what was added up from it. */
const FOLLOWED = { C10: "994", C16: "1697" };
const EXCHANGED = { H10: "9", I10: "940" };
/** More was resolved than received: one of several counts, and the totals that followed it. */
const RIVALS = { G11: "5", H11: "5", G16: "1653", H16: "1643" };

describe("an answer", () => {
  it("is told with its button, how sure it is, and the sums that follow; there are no runners-up to one that is certain", async () => {
    const { cards } = await check(FOLLOWED);
    const card = within(cards[0]!);
    expect(cards[0]!.dataset).toMatchObject({ cells: "C10", follows: "C16" });
    expect(card.getByText("sai theo: C16")).toBeTruthy();
    expect(card.getByTestId("sure").textContent).toBe("Chắc chắn");
    expect(card.getAllByTestId("fix")).toHaveLength(1);
    expect(card.queryByTestId("runners-up")).toBeNull();
    expect(card.getByRole("button", { name: "Sửa ô C10 thành 949, Sửa ô C16 thành 1.652" })).toBeTruthy();
  });

  it("tells, folded away, which rows the sums behind it add up", async () => {
    const { cards } = await check(FOLLOWED);
    const bases = within(cards[0]!).getByTestId("rests-on");
    expect(bases.closest("details")!.open).toBe(false);
    expect(bases.textContent).toMatch(/được hiểu là tổng các dòng .*: khớp \d+ cột; tên dòng là tên dòng tổng\./);
  });

  it("leads to the guilty cell first, and shows those that follow along with it", async () => {
    const { workbook, cards } = await check(FOLLOWED);
    fireEvent.click(within(cards[0]!).getByText(/phải là 949/));
    await waitFor(() => expect(workbook.revealed?.cells.map(a1)).toEqual(["C10", "C16"]));
  });

  it("is found from a cell that follows, too", async () => {
    const { host, cards } = await check(FOLLOWED);
    act(() => host.select("II.06a", at("C16")));
    expect(cards[0]!.dataset["active"]).toBe("true");
  });

  it("is made as one step with the sums that follow, checked again, and taken back as one", async () => {
    const { workbook, cards } = await check(FOLLOWED, false);
    fireEvent.click(within(cards[0]!).getByTestId("fix"));
    await gone();
    expect(workbook.steps.map((edits) => edits.map((edit) => a1(edit.at)))).toEqual([["C10", "C16"]]);
    expect(await held(workbook, "C16")).toEqual(numberValue(1652));
    fireEvent.click(await screen.findByTestId("undo-fix"));
    await waitFor(() => expect(errors()).toHaveLength(1));
    expect(workbook.steps).toHaveLength(2);
    expect([await held(workbook, "C10"), await held(workbook, "C16")]).toEqual([numberValue(994), numberValue(1697)]);
  });

  it("exchanges two cells as one step, and back", async () => {
    const { workbook, cards } = await check(EXCHANGED, false);
    expect(cards[0]!.dataset["cells"]).toBe("H10 I10");
    fireEvent.click(within(cards[0]!).getByTestId("fix"));
    await gone();
    expect(workbook.steps).toHaveLength(1);
    expect([await held(workbook, "H10"), await held(workbook, "I10")]).toEqual([numberValue(940), numberValue(9)]);
    fireEvent.click(await screen.findByTestId("undo-fix"));
    await waitFor(() => expect(errors()).toHaveLength(1));
    expect([await held(workbook, "H10"), await held(workbook, "I10")]).toEqual([numberValue(9), numberValue(940)]);
  });

  it("and another with a sum that follows both are mended at once, the sum by both", async () => {
    const { workbook } = await check({ C9: "657", C10: "994", C16: "1679" });
    fireEvent.click(screen.getByTestId("fix-all"));
    await gone();
    expect(workbook.steps).toHaveLength(1);
    expect(await held(workbook, "C16")).toEqual(numberValue(1652));
  });

  it("that is only likely keeps its runners-up until they are asked for, each with how probable it is and its own button", async () => {
    const { workbook, cards } = await check({ H9: "0", H16: "968", I9: "0", I16: "9" });
    const card = within(cards[0]!);
    expect(card.getByTestId("sure").textContent).toMatch(/^Nhiều khả năng, khoảng \d\d\u00a0%$/);
    expect(card.getAllByTestId("fix")).toHaveLength(1);
    const runnersUp = card.getByTestId("runners-up");
    expect(within(runnersUp).queryByTestId("fix-other")).toBeNull();
    fireEvent.click(within(runnersUp).getByText(/^Khả năng khác \(\d\)$/));
    const buttons = await within(runnersUp).findAllByTestId("fix-other");
    expect(within(runnersUp).getAllByTestId("likelihood")[0]!.textContent).toMatch(/^khoảng \d+\u00a0%$/);
    fireEvent.click(buttons[0]!);
    await gone();
    expect(await held(workbook, "J9")).toEqual(numberValue(675));
  });
});

describe("a choice among equals", () => {
  it("shows every way openly, with how probable it is and what would have happened; each button says which it is", async () => {
    const { cards } = await check(RIVALS);
    const card = within(cards[0]!);
    expect(card.getByTestId("choose").textContent).toBe("Cần chọn.");
    expect(card.queryByTestId("sure")).toBeNull();
    expect(card.queryByTestId("runners-up")).toBeNull();
    const names = card.getAllByTestId("fix").map((button) => button.getAttribute("aria-label"));
    expect(names.length).toBeGreaterThan(1);
    expect(new Set(names).size).toBe(names.length);
    expect(card.getAllByTestId("likelihood")).toHaveLength(names.length);
  });
});

describe("a probability in words", () => {
  it.each([
    [0.1234, "khoảng 12\u00a0%"],
    [0.999, "trên 99\u00a0%"],
    [0.001, "dưới 1\u00a0%"],
  ])("%f is “%s”", (probability, words) => {
    expect(likelihoodWords(probability, SCREEN_STRINGS.vi)).toBe(words);
  });
});
