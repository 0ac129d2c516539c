import { readFileSync } from "node:fs";
import { a1, parseA1, positionKey } from "../../src/core/sheet/Address";
import { contentOf, numberValue, textValue } from "../../src/core/sheet/Cell";
import { planSheet } from "../../src/core/scaffold/scaffold";
import { cellAt } from "../../src/core/sheet/Sheet";
import { DemoWorkbook } from "../../src/demo/DemoWorkbook";
import { ii06a } from "../../src/forms/ii-06a";
import { openWorkbookFile } from "../../src/xlsx/openWorkbookFile";

const at = (address: string) => parseA1(address)!;

async function open(name = "phu-my.xlsx"): Promise<DemoWorkbook> {
  const bytes = new Uint8Array(readFileSync(`${__dirname}/../../assets/samples/${name}`));
  return DemoWorkbook.of(await openWorkbookFile(bytes, name));
}

const held = (demo: DemoWorkbook, address: string) => contentOf(cellAt(demo.get().sheets.find(({ name }) => name === demo.get().sheet)!, at(address)));
const markAt = (demo: DemoWorkbook, address: string) => demo.get().marks.get("II.06a")?.get(positionKey(at(address)));

describe("the workbook on the demo page", () => {
  it("takes what the user types, and goes back step by step", async () => {
    const demo = await open();
    await demo.write(at("D12"), numberValue(14));
    await demo.write(at("D13"), numberValue(6));
    expect(demo.get()).toMatchObject({ canUndo: true, changed: true });
    await demo.undo();
    expect(held(demo, "D13")).toEqual(textValue("0"));
    expect(held(demo, "D12")).toEqual(numberValue(14));
    await demo.undo();
    expect(held(demo, "D12")).toEqual(textValue("0"));
    expect(demo.get().canUndo).toBe(false);
  });

  it("computes sums again when a cell they add up is typed over", async () => {
    const demo = await open();
    await demo.write(at("O9"), { kind: "formula", formula: "=P9+Q9", value: numberValue(0) });
    await demo.write(at("P9"), numberValue(40));
    await demo.write(at("Q9"), numberValue(2));
    expect(held(demo, "O9")).toMatchObject({ formula: "=P9+Q9", value: numberValue(42) });
  });

  it("keeps what is kept for us when an edit is undone, as Excel does", async () => {
    const demo = await open();
    await demo.write(at("D12"), numberValue(14));
    await demo.writeKept("Lý do.");
    await demo.undo();
    expect(held(demo, "D12")).toEqual(textValue("0"));
    expect(await demo.readKept()).toBe("Lý do.");
  });

  it("keeps marks where they stand when an edit is undone", async () => {
    const demo = await open();
    await demo.write(at("D12"), numberValue(14));
    await demo.mark([{ sheet: "II.06a", kind: "error", cells: [at("D13")] }]);
    await demo.undo();
    expect(markAt(demo, "D13")).toBe("error");
    await demo.mark([]);
    expect(markAt(demo, "D13")).toBeUndefined();
  });

  it("shows a sheet that is added, and takes it away again", async () => {
    const demo = await open();
    const period = { from: { year: 2024, month: 3, day: 15 }, to: { year: 2024, month: 6, day: 14 } };
    const name = await demo.addSheet(planSheet(ii06a, { fields: ["Hộ tịch"], period }));
    expect(demo.get().sheet).toBe(name);
    expect(demo.get().looks.get(name)?.frozen).toEqual({ rows: 9, columns: 2 });
    await demo.undo();
    expect(demo.get().sheets.map((sheet) => sheet.name)).toEqual(["II.06a"]);
    expect(demo.get().sheet).toBe("II.06a");
  });

  it("tells who watches what is selected and typed, but not what the pane itself writes", async () => {
    const demo = await open();
    const heard: string[] = [];
    const end = demo.watch({ selected: (sheet, position) => heard.push(`${sheet}!${a1(position)}`), changed: () => heard.push("changed") });
    demo.select(at("D12"));
    await demo.apply([{ sheet: "II.06a", at: at("D12"), from: textValue("0"), to: numberValue(14) }]);
    await demo.write(at("D13"), numberValue(6));
    await demo.reveal("II.06a", [at("D13"), at("C13")]);
    await end();
    demo.select(at("A1"));
    expect(heard).toEqual(["II.06a!D12", "changed", "II.06a!D13"]);
    expect(demo.get().revealed.size).toBe(0);
  });

  it("saves what was typed", async () => {
    const demo = await open();
    await demo.write(at("D12"), numberValue(14));
    const again = await DemoWorkbook.of(await openWorkbookFile(await demo.save(), "phu-my.xlsx"));
    expect(held(again, "D12")).toEqual(numberValue(14));
    expect(demo.get().changed).toBe(false);
  });

  it("knows how the sample looks", async () => {
    const demo = await open();
    const look = demo.get().looks.get("II.06a")!;
    expect(look.styleAt(4, 0)).toMatchObject({ bold: true, border: true, horizontal: "center", fontName: "Times New Roman" });
    expect(look.styleAt(8, 1)).toMatchObject({ horizontal: "left" });
    expect(Math.round(look.columnWidths.get(1)!)).toBe(35);
    expect(look.rowHeights.get(0)).toBe(48);
  });
});
