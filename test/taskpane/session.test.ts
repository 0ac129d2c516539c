import { audit } from "../../src/core/audit";
import { applyJustifications } from "../fixtures/atOnce";
import { NOTHING_KEPT, withAnswer } from "../../src/core/justifications/Kept";
import { LIBRARY } from "../../src/library";
import { afterEvent, findingsOf, NEW_SESSION, type Checked, type Session, type SessionEvent } from "../../src/taskpane/session/session";
import { at, phuMySheet } from "./phuMy";

async function checkedPhuMy(cells: Readonly<Record<string, string>> = {}): Promise<Checked> {
  const sheets = [phuMySheet(cells)];
  return { sheets, ...applyJustifications(await audit(sheets, LIBRARY), sheets, []) };
}

const after = (session: Session, ...events: readonly SessionEvent[]): Session => events.reduce(afterEvent, session);

describe("the session", () => {
  let listed: Session;
  beforeAll(async () => {
    listed = after(NEW_SESSION, { kind: "checked", checked: await checkedPhuMy(), listed: true });
  });
  const activeCells = (session: Session) => findingsOf(session).find(({ id }) => id === session.active)?.cells;

  it("looks at the gravest finding of a selected cell", () => {
    const session = after(listed, { kind: "selected", sheet: "II.06a", at: at("D12") });
    expect(activeCells(session)).toEqual([at("D12")]);
  });

  it("stays with the finding chosen when its first cell also has a graver one", () => {
    const info = findingsOf(listed).find(({ severity }) => severity === "info")!;
    const session = after(listed, { kind: "chosen", finding: info.id }, { kind: "selected", sheet: "II.06a", at: at("D12") });
    expect(session.active).toBe(info.id);
  });

  it("looks at nothing when the selected cell has no finding, or lies on another sheet", () => {
    expect(after(listed, { kind: "selected", sheet: "II.06a", at: at("B12") }).active).toBeUndefined();
    expect(after(listed, { kind: "selected", sheet: "Khác", at: at("D12") }).active).toBeUndefined();
  });

  it("forgets a finding that is gone after a check", async () => {
    const looking = after(listed, { kind: "selected", sheet: "II.06a", at: at("D12") });
    const mended = after(looking, { kind: "checked", checked: await checkedPhuMy({ D12: "14" }), listed: false });
    expect(looking.active).toBeDefined();
    expect(mended.active).toBeUndefined();
  });

  it("keeps the list open when it is brought up to date", async () => {
    const session = after(listed, { kind: "checked", checked: await checkedPhuMy({ D12: "14" }), listed: false });
    expect(session.listed).toBe(true);
  });

  it("does not list findings that nobody asked for", async () => {
    expect(after(NEW_SESSION, { kind: "checked", checked: await checkedPhuMy(), listed: false }).listed).toBe(false);
  });

  it("takes progress only while something is done", () => {
    const progressed: SessionEvent = { kind: "progressed", done: 3, total: 9 };
    expect(after(listed, progressed).working).toBeUndefined();
    expect(after(listed, { kind: "started", task: "check" }, progressed).working).toEqual({ task: "check", done: 3, total: 9 });
  });

  it("ends work that fails, and starts the next with a clean slate", () => {
    const trouble = { what: { vi: "Khóa.", en: "Locked." }, remedy: { vi: "Mở khóa.", en: "Unlock." } };
    const failed = after(listed, { kind: "started", task: "apply" }, { kind: "failed", trouble });
    expect(failed).toMatchObject({ working: undefined, trouble });
    expect(after(failed, { kind: "started", task: "check" }).trouble).toBeUndefined();
  });

  it("keeps what was told while it keeps up with typing", () => {
    const told = after(listed, { kind: "told", notice: { tone: "done", phrases: [], shown: true } });
    expect(after(told, { kind: "started", task: "recheck" }).notice).toBeDefined();
    expect(after(told, { kind: "started", task: "check" }).notice).toBeUndefined();
  });

  it("holds what the workbook keeps", () => {
    const kept = withAnswer(NOTHING_KEPT, "withdrawn", "II.06a|Đất đai", 2);
    expect(after(listed, { kind: "kept", kept }).kept).toBe(kept);
  });

  it("knows after a fresh start only that marks stand", () => {
    const marked = after(listed, { kind: "marked", marked: true }, { kind: "restarted" });
    expect(marked).toEqual({ ...NEW_SESSION, marked: true });
  });
});
