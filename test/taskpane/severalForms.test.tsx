/** @jest-environment jsdom */
import { cleanup, configure, fireEvent, render, screen, waitFor, within } from "@testing-library/react";
import { useState, type ReactNode } from "react";
import { placeOfTable, type Ask } from "../../src/core/Ask";
import type { Form } from "../../src/core/form/Form";
import { parseKept } from "../../src/core/justifications/Kept";
import type { Language } from "../../src/core/words/Phrase";
import { ii06a } from "../../src/forms/ii-06a";
import { FORM_IDS } from "../../src/forms/loadForm";
import { App } from "../../src/taskpane/App";
import { PaneContext, type Pane } from "../../src/taskpane/PaneContext";
import { PaneWork } from "../../src/taskpane/session/PaneWork";
import { SessionStore } from "../../src/taskpane/session/session";
import { sayChecked } from "../../src/taskpane/session/tellings";
import { PANE_STRINGS } from "../../src/taskpane/strings/paneStrings";
import { FormChoice } from "../../src/taskpane/views/FormChoice";
import { RecordedAnswers } from "../../src/taskpane/views/RecordedAnswers";
import { WhichForm } from "../../src/taskpane/views/WhichForm";
import { phuMy } from "./phuMy";
import { TestHost } from "./TestHost";

// The parts of the pane are loaded when first shown, which takes a busy machine a while.
configure({ asyncUtilTimeout: 30_000 });

afterEach(() => {
  cleanup();
  localStorage.clear();
});

/** A part of the pane beside a workbook, and what works on it. */
function shown(children: ReactNode, language: Language = "vi") {
  const workbook = phuMy();
  const host = new TestHost(workbook);
  const store = new SessionStore();
  const work = new PaneWork(host, store);
  const pane: Pane = { host, work, language, strings: PANE_STRINGS[language], say: (phrase) => phrase[language] };
  render(<PaneContext value={pane}>{children}</PaneContext>);
  return { workbook, store, work };
}

const ASK: Ask = {
  sheet: "NQ",
  range: { top: 7, left: 1, bottom: 20, right: 6 },
  why: { vi: "Bảng ở B8:G21 giống cả hai biểu chỉ tiêu.", en: "The table at B8:G21 is like both tables of targets." },
  candidates: [
    { form: "nq-01-2024", name: "Chỉ tiêu NQ 01" },
    { form: "nq-02-2024", name: "Chỉ tiêu NQ 02" },
  ],
};
const now = (act: () => Promise<void>) => () => void act();

describe("a table that may be one of several forms", () => {
  it("is asked about, with the candidates as buttons", () => {
    shown(<WhichForm asks={[ASK]} onChoose={now} />);
    const card = within(screen.getByRole("region", { name: "Đây là biểu nào? Trang tính “NQ”, vùng B8:G21" }));
    expect(card.getAllByRole("button").map(({ textContent }) => textContent)).toEqual([
      "Trang tính “NQ”, vùng B8:G21",
      "Chỉ tiêu NQ 01",
      "Chỉ tiêu NQ 02",
      "Không phải biểu nào trong số này",
    ]);
  });

  it("is asked about in English, too, and by its one candidate", () => {
    shown(<WhichForm asks={[{ ...ASK, candidates: ASK.candidates.slice(1) }]} onChoose={now} />, "en");
    expect(screen.getByRole("heading").textContent).toBe("Which form is this?");
    expect(screen.getByTestId("is-none").textContent).toBe("Not this one");
  });

  it("is shown in the workbook", async () => {
    const { workbook } = shown(<WhichForm asks={[ASK]} onChoose={now} />);
    fireEvent.click(screen.getByText("Trang tính “NQ”, vùng B8:G21"));
    await waitFor(() => expect(workbook.revealed).toEqual({ sheet: "NQ", cells: [{ row: 7, column: 1 }] }));
  });

  it.each([["is-nq-02-2024", "nq-02-2024"], ["is-none", ""]])("is remembered in the workbook once %s is pressed, and can be taken back", async (button, form) => {
    const { workbook, work, store } = shown(<WhichForm asks={[ASK]} onChoose={now} />);
    fireEvent.click(screen.getByTestId(button));
    await waitFor(async () => expect([...parseKept(await workbook.readKept()).chosen]).toEqual([["NQ|B8", form]]));
    expect(store.get().kept?.chosen.get(placeOfTable(ASK))).toBe(form);
    await work.reporter.chooseForm(placeOfTable(ASK), undefined);
    expect(await workbook.readKept()).toBeUndefined();
  });

  it("is listed with what it was said to be", () => {
    const chosen = new Map([["II.06a|A5", "ii-06a"], ["NQ|B8", ""]]);
    shown(<RecordedAnswers audit={{ tables: [], sheets: [], unrecognised: [], texts: [] }} kept={{ ...parseKept(undefined), chosen }} />);
    expect(screen.getAllByRole("listitem").map(({ firstChild }) => firstChild?.textContent)).toEqual(["II.06a, A5: ii-06a", "NQ, B8: không kiểm tra"]);
  });

  it("is told of when the check is over", () => {
    const said = (tables: number) => sayChecked({ audit: { tables: Array.from({ length: tables }, () => ({ findings: [] })) as never, sheets: [], unrecognised: [{ sheet: ASK.sheet, why: ASK.why, question: ASK }], texts: [] }, justified: [] });
    expect(said(0)).toEqual({ vi: "Có 1 bảng chưa rõ là biểu nào: hãy chọn biểu để kiểm tra.", en: "Tables of which it is not clear which form they are: 1. Choose their forms to have them checked." });
    expect(said(1).vi).toMatch(/^Đã kiểm tra: số liệu khớp.*Có 1 bảng chưa rõ/);
  });
});

describe("making a sheet of one of several forms", () => {
  const open = async () => {
    const workbook = phuMy();
    render(<App host={new TestHost(workbook)} />);
    fireEvent.click(screen.getByTestId("scaffold"));
    return { workbook, form: (await screen.findByTestId("form")) as HTMLSelectElement };
  };
  const choose = (form: HTMLElement, id: string) => fireEvent.change(form, { target: { value: id } });

  it("offers them all, by what they are about", async () => {
    const { form } = await open();
    expect([...form.options].map(({ value }) => value).sort()).toEqual([...FORM_IDS].sort());
    expect(form.querySelector("optgroup")!.label).toBe("Tình hình giải quyết hồ sơ");
    const groups = [...form.querySelectorAll("optgroup")].map(({ label }) => label);
    expect(new Set(groups).size).toBe(groups.length);
    expect(groups).not.toContain("Mẫu của đơn vị");
  });

  it("offers those of a level, and first of all those used last", async () => {
    localStorage.setItem("kiem-soat-tthc.reporting", JSON.stringify({ recent: ["pakn", "không còn"], level: 7 }));
    const { form } = await open();
    expect(form.querySelector("optgroup")!.label).toBe("Dùng gần đây");
    expect(form.options[0]!.value).toBe("pakn");
    expect(form.querySelectorAll("option[value=pakn]")).toHaveLength(1);
    fireEvent.change(screen.getByTestId("level"), { target: { value: "commune" } });
    const offered = [...form.options].map(({ value }) => value);
    expect(offered).toContain("chung-thuc");
    expect(offered).not.toContain("cong-bo");
  });

  it("tells editions that are called the same apart by when they came into force", async () => {
    const { form } = await open();
    const named = [...form.options].map(({ textContent }) => textContent);
    expect(new Set(named).size).toBe(named.length);
  });

  it("says of the one chosen what it is called, on what basis, how well attested and when in force", async () => {
    await open();
    const about = screen.getByTestId("about-form").textContent!;
    expect(about).toContain(ii06a.title);
    expect(about).toContain("Hiệu lực từ 21/10/2020 đến 14/02/2026. Bố cục đã thấy trong biểu, báo cáo đã ban hành.");
  });

  it("asks for the names of its rows where these are no fields, and for none where the form gives them", async () => {
    const { workbook, form } = await open();
    expect(screen.getByTestId("own-fields")).toBeTruthy();
    choose(form, "ii-07b");
    expect(screen.queryByTestId("own-fields")).toBeNull();
    fireEvent.click(screen.getByTestId("create-sheet"));
    expect(await screen.findByText("Hãy nhập ít nhất một dòng.")).toBeTruthy();
    fireEvent.change(screen.getByTestId("fields"), { target: { value: "Sở Nội vụ\nSở Tư pháp" } });
    expect(screen.getByText("2 dòng")).toBeTruthy();
    choose(form, "danh-gia-mau-02");
    expect(screen.queryByTestId("fields")).toBeNull();
    fireEvent.click(screen.getByTestId("create-sheet"));
    await waitFor(() => expect(workbook.plans.size).toBe(1));
  });

  it("warns of a form that is out of force in the period chosen", async () => {
    await open();
    const outdated = () => screen.queryByTestId("out-of-force")?.textContent ?? "";
    fireEvent.change(screen.getByTestId("year"), { target: { value: "2024" } });
    expect(outdated()).toBe("");
    fireEvent.change(screen.getByTestId("year"), { target: { value: "2027" } });
    expect(outdated()).toContain("không có hiệu lực vào ngày cuối kỳ");
  });

  const many = (count: number): readonly Form[] =>
    Array.from({ length: count }, (_, index) => ({ ...ii06a, id: `form-${index}`, family: `form-${index}`, mark: `Biểu số ${index}`, title: index === 7 ? "PHẢN ÁNH, KIẾN NGHỊ" : ii06a.title }));

  function Choice({ forms }: { readonly forms: readonly Form[] }) {
    const [chosen, onChoose] = useState(forms[0]!);
    return <FormChoice forms={forms} chosen={chosen} period={{ from: { year: 2027, month: 1, day: 1 }, to: { year: 2027, month: 3, day: 14 } }} onChoose={onChoose} />;
  }

  it("lets many be searched without diacritics, and takes the first that is found", () => {
    shown(<Choice forms={many(12)} />);
    fireEvent.change(screen.getByTestId("form-search"), { target: { value: "kien nghi" } });
    expect(screen.getByText("1 biểu")).toBeTruthy();
    expect((screen.getByTestId("form") as HTMLSelectElement).value).toBe("form-7");
    fireEvent.change(screen.getByTestId("form-search"), { target: { value: "xyz" } });
    expect(screen.getByText("Không có biểu nào có các từ này.")).toBeTruthy();
    expect((screen.getByTestId("form") as HTMLSelectElement).value).toBe("form-7");
  });

  it("has no search for a few", () => {
    shown(<Choice forms={many(5)} />);
    expect(screen.queryByTestId("form-search")).toBeNull();
  });

  it("offers the edition that is in force instead", () => {
    const newer: Form = { ...ii06a, id: "ii-06a-2026", basis: "Thông tư mới", from: "2026-02-15", to: "2030-12-31" };
    shown(<Choice forms={[ii06a, newer]} />);
    fireEvent.click(screen.getByText("Dùng mẫu theo Thông tư mới"));
    expect((screen.getByTestId("form") as HTMLSelectElement).value).toBe("ii-06a-2026");
    expect(screen.queryByTestId("out-of-force")).toBeNull();
  });
});
