import { reportingPeriod } from "../../src/core/table/Period";
import { ii06a } from "../../src/forms/ii-06a";
import { PaneWork } from "../../src/taskpane/session/PaneWork";
import { SessionStore } from "../../src/taskpane/session/SessionStore";
import { phuMy } from "../taskpane/phuMy";
import { TestHost } from "../taskpane/TestHost";

/** The pane over Phú Mỹ, checked; from now on whatever it begins is told to stop as soon as it has begun. */
async function hurried() {
  const workbook = phuMy({ C12: "" });
  const store = new SessionStore();
  const work = new PaneWork(new TestHost(workbook), store);
  await work.check();
  store.subscribe(() => {
    if (store.get().working) work.stop();
  });
  return { workbook, store, work, table: store.get().checked!.audit.tables[0]!.table };
}

describe("told to stop", () => {
  it("computing writes nothing", async () => {
    const { workbook, store, work, table } = await hurried();
    await work.compute(table, { convertEqual: true });
    expect(workbook.steps).toEqual([]);
    expect(store.get()).toMatchObject({ working: undefined, trouble: undefined });
  });

  it("making a form adds no sheet", async () => {
    const { workbook, store, work } = await hurried();
    await work.scaffold(ii06a, { fields: ["Đất đai"], period: reportingPeriod("quarter-1", 2024) });
    expect(workbook.plans.size).toBe(0);
    expect(store.get()).toMatchObject({ working: undefined, trouble: undefined });
  });
});
