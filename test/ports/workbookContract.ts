import { a1, parseA1, parseA1Range, type Position } from "../../src/core/sheet/Address";
import { BLANK, contentOf, numberValue, textValue, type Content } from "../../src/core/sheet/Cell";
import { cellAt, type Sheet } from "../../src/core/sheet/Sheet";
import type { PlannedCell, SheetPlan } from "../../src/core/sheet/SheetPlan";
import { SILENT, Stopped, type Edit, type Mark, type WorkbookPort } from "../../src/core/sheet/WorkbookPort";
import type { SheetDescription } from "./SheetDescription";

/** Makes a workbook of one kind that holds exactly the sheets described. */
export type MakeWorkbook = (sheets: readonly SheetDescription[]) => WorkbookPort | Promise<WorkbookPort>;

const at = (address: string): Position => parseA1(address)!;
const readAll = (workbook: WorkbookPort): Promise<readonly Sheet[]> => workbook.read(SILENT);

async function contents(workbook: WorkbookPort, sheet: string, ...addresses: readonly string[]): Promise<readonly Content[]> {
  const [read] = await workbook.read(SILENT, [sheet]);
  return addresses.map((address) => contentOf(cellAt(read!, at(address))));
}

/** Marks without regard to the order in which cells are told. */
async function standing(workbook: WorkbookPort): Promise<Record<string, readonly string[]>> {
  const marks = await workbook.marks();
  return Object.fromEntries(marks.map(({ sheet, kind, cells }) => [`${sheet} ${kind}`, cells.map(a1).sort()]));
}

const mark = (sheet: string, kind: Mark["kind"], ...addresses: readonly string[]): Mark => ({ sheet, kind, cells: addresses.map(at) });

const edit = (sheet: string, address: string, from: Content, to: Content): Edit => ({ sheet, at: at(address), from, to });

/** A sheet to be made, with a merged title, numbers to type in and a formula. */
export function smallPlan(name: string): SheetPlan {
  const cell = (address: string, content: Content, style: PlannedCell["style"] = {}): PlannedCell => ({ at: at(address), content, style });
  return {
    name,
    cells: [
      cell("A1", textValue("BÁO CÁO"), { bold: true, horizontal: "center" }),
      cell("A2", textValue("Đất đai"), { border: true }),
      cell("B2", numberValue(8), { border: true, numberFormat: "00" }),
      cell("C2", BLANK, { border: true }),
      cell("D2", { kind: "formula", formula: "=B2+C2", value: numberValue(8) }, { border: true, fill: "#EEF3FA" }),
    ],
    merges: [parseA1Range("A1:D1")!],
    columnWidths: new Map([[0, 30]]),
    rowHeights: new Map([[0, 24]]),
    frozen: { rows: 1, columns: 1 },
    validations: [{ cells: [parseA1Range("B2:C2")!], errorTitle: "Số hồ sơ", errorMessage: "Nhập số nguyên từ 0 trở lên." }],
    print: { repeatedRows: [0, 0], area: parseA1Range("A1:D2")! },
    start: at("B2"),
  };
}

/** What every WorkbookPort promises, run over each of its kinds. */
export function describeWorkbookContract(name: string, make: MakeWorkbook): void {
  describe(`${name} keeps the workbook's promises`, () => {
    const REPORT: SheetDescription = {
      name: "II.06a",
      cells: {
        A1: "Biểu số II.06a/VPCP/KSTT",
        A3: "Đất đai",
        B3: 14,
        C3: "08",
        D3: { formula: "=B3+1", result: 15 },
        E3: "#REF!",
        F3: 0,
        B5: { formula: "=SUM(B3:B4)", result: 14 },
        C5: "1.652",
      },
      merges: ["A1:F1"],
    };
    const HIDDEN: SheetDescription = { name: "Ghi chú", cells: { B2: "ẩn" }, hidden: true };

    it("tells numbers, texts, errors, formulas and blanks apart", async () => {
      const [sheet] = await readAll(await make([REPORT]));
      const value = (address: string) => cellAt(sheet!, at(address)).value;
      expect(value("B3")).toEqual(numberValue(14));
      expect(value("F3")).toEqual(numberValue(0));
      expect(value("C3")).toEqual(textValue("08"));
      expect(value("C5")).toEqual(textValue("1.652"));
      expect(value("E3")).toEqual({ kind: "error", code: "#REF!" });
      expect(value("B4")).toEqual(BLANK);
      expect(value("D3")).toEqual(numberValue(15));
      expect(cellAt(sheet!, at("D3")).formula).toBe("=B3+1");
      expect(cellAt(sheet!, at("B5")).formula).toBe("=SUM(B3:B4)");
      expect(cellAt(sheet!, at("B3")).formula).toBeUndefined();
    });

    it("reads booleans as the words TRUE and FALSE", async () => {
      const workbook = await make([{ name: "A", cells: { A1: true, A2: false } }]);
      expect(await contents(workbook, "A", "A1", "A2")).toEqual([textValue("TRUE"), textValue("FALSE")]);
    });

    it("lists only rows that hold something, in order", async () => {
      const [sheet] = await readAll(await make([REPORT]));
      expect([...sheet!.rows.keys()]).toEqual([0, 2, 4]);
    });

    it("gives the sheets in order, hidden ones told apart", async () => {
      const sheets = await readAll(await make([REPORT, HIDDEN, { name: "Phụ lục", cells: {} }]));
      expect(sheets.map(({ name, visible }) => [name, visible])).toEqual([["II.06a", true], ["Ghi chú", false], ["Phụ lục", true]]);
    });

    it("tells rows that are hidden by hand from those that a filter leaves out", async () => {
      const cells = { A1: "STT", A2: 1, A3: 2, A4: 3, A5: 4 };
      const [sheet, other] = await readAll(await make([{ name: "A", cells, hiddenRows: [3, 5], filtered: "A1:A4" }, { name: "B", cells, filtered: "A1:A5" }]));
      expect(sheet!.hiddenRows).toEqual(new Map([[2, "filtered"], [4, "hidden"]]));
      expect(other!.hiddenRows).toBeUndefined();
    });

    it("reads only the sheets asked for", async () => {
      const workbook = await make([REPORT, HIDDEN]);
      expect((await workbook.read(SILENT, ["Ghi chú"])).map(({ name }) => name)).toEqual(["Ghi chú"]);
      expect(await workbook.read(SILENT, ["không có"])).toEqual([]);
    });

    it("gives number formats, and none for General", async () => {
      const workbook = await make([{ name: "A", cells: { A1: { value: 8, numberFormat: "00" }, A2: 8 } }]);
      const [sheet] = await readAll(workbook);
      expect(cellAt(sheet!, at("A1")).numberFormat).toBe("00");
      expect(cellAt(sheet!, at("A2")).numberFormat).toBeUndefined();
    });

    it("reading twice gives the same, so reading writes nothing", async () => {
      const workbook = await make([REPORT, HIDDEN]);
      const first = await readAll(workbook);
      expect(await readAll(workbook)).toEqual(first);
      expect(await workbook.marks()).toEqual([]);
    });

    it("stops when told to", async () => {
      const workbook = await make([REPORT]);
      await expect(workbook.read({ report: () => undefined, stopped: true })).rejects.toBeInstanceOf(Stopped);
    });

    it("tells of its progress up to the end", async () => {
      const steps: [number, number][] = [];
      await (await make([REPORT, HIDDEN])).read({ report: (done, total) => steps.push([done, total]), stopped: false });
      const [done, total] = steps.at(-1)!;
      expect(done).toBe(total);
      expect(steps.every(([some, all]) => some <= all)).toBe(true);
    });

    it("marks stand as set, by sheet and kind", async () => {
      const workbook = await make([REPORT, { name: "Phụ lục", cells: { A1: 1 } }]);
      await workbook.mark([
        mark("II.06a", "error", "B3", "C3", "B4", "C4", "F9"),
        mark("II.06a", "info", "C5"),
        mark("II.06a", "follows", "B5", "D3"),
        mark("Phụ lục", "warning", "A1"),
      ]);
      expect(await standing(workbook)).toEqual({
        "II.06a error": ["B3", "B4", "C3", "C4", "F9"],
        "II.06a info": ["C5"],
        "II.06a follows": ["B5", "D3"],
        "Phụ lục warning": ["A1"],
      });
    });

    it("marking again replaces the marks", async () => {
      const workbook = await make([REPORT]);
      await workbook.mark([mark("II.06a", "error", "B3"), mark("II.06a", "warning", "C3"), mark("II.06a", "follows", "B5")]);
      await workbook.mark([mark("II.06a", "error", "D3")]);
      expect(await standing(workbook)).toEqual({ "II.06a error": ["D3"] });
    });

    it("two marks of one sheet and kind become one", async () => {
      const workbook = await make([REPORT]);
      await workbook.mark([mark("II.06a", "error", "B3"), mark("II.06a", "error", "B3", "C3")]);
      expect(await standing(workbook)).toEqual({ "II.06a error": ["B3", "C3"] });
    });

    it("an empty list lifts all marks", async () => {
      const workbook = await make([REPORT]);
      await workbook.mark([mark("II.06a", "error", "B3"), mark("II.06a", "follows", "B5")]);
      await workbook.mark([]);
      expect(await workbook.marks()).toEqual([]);
    });

    it("a mark without cells, or on a sheet that is gone, marks nothing", async () => {
      const workbook = await make([REPORT]);
      await workbook.mark([mark("II.06a", "error"), mark("không có", "error", "A1")]);
      expect(await workbook.marks()).toEqual([]);
    });

    it("marks leave contents as they were", async () => {
      const workbook = await make([REPORT]);
      const before = await readAll(workbook);
      await workbook.mark([mark("II.06a", "error", "B3", "D3", "A9")]);
      expect(await readAll(workbook)).toEqual(before);
    });

    it("writes numbers, texts, formulas and blanks over cells that hold what was expected", async () => {
      const workbook = await make([REPORT]);
      const formula: Content = { kind: "formula", formula: "=SUM(B3:B4)*2", value: numberValue(28) };
      const refusals = await workbook.apply([
        edit("II.06a", "B3", numberValue(14), numberValue(15)),
        edit("II.06a", "C3", textValue("08"), numberValue(8)),
        edit("II.06a", "C5", textValue("1.652"), BLANK),
        edit("II.06a", "H9", BLANK, textValue(" <Lĩnh vực> & \"BTXH\" ")),
        edit("II.06a", "B5", { kind: "formula", formula: "=SUM(B3:B4)", value: BLANK }, formula),
        edit("II.06a", "D3", { kind: "formula", formula: "=B3+1", value: BLANK }, numberValue(1)),
      ]);
      expect(refusals).toEqual([]);
      expect(await contents(workbook, "II.06a", "B3", "C3", "C5", "H9", "D3")).toEqual([
        numberValue(15),
        numberValue(8),
        BLANK,
        textValue(" <Lĩnh vực> & \"BTXH\" "),
        numberValue(1),
      ]);
      expect((await contents(workbook, "II.06a", "B5"))[0]).toMatchObject({ kind: "formula", formula: "=SUM(B3:B4)*2" });
    });

    it("text that looks like a number, a formula or a date stays text", async () => {
      const workbook = await make([{ name: "A", cells: {} }]);
      const texts = ["08", "1.652", "12/5/2024", "=1+1", "TRUE", "#REF!", "'x", "-Tổng-"];
      const edits = texts.map((text, row) => ({ sheet: "A", at: { row, column: 0 }, from: BLANK, to: textValue(text) }));
      expect(await workbook.apply(edits)).toEqual([]);
      expect(await contents(workbook, "A", ...texts.map((_, row) => `A${row + 1}`))).toEqual(texts.map(textValue));
    });

    it("gives back edits whose cell holds something else, and makes the others", async () => {
      const workbook = await make([REPORT]);
      const late = edit("II.06a", "B3", numberValue(13), numberValue(15));
      const numberForText = edit("II.06a", "C3", numberValue(8), numberValue(9));
      const valueForFormula = edit("II.06a", "D3", numberValue(15), numberValue(9));
      const nowhere = edit("không có", "A1", BLANK, numberValue(1));
      const fine = edit("II.06a", "F3", numberValue(0), numberValue(2));
      expect(await workbook.apply([late, numberForText, fine, valueForFormula, nowhere])).toEqual([
        { edit: late, why: "changed" },
        { edit: numberForText, why: "changed" },
        { edit: valueForFormula, why: "changed" },
        { edit: nowhere, why: "no-such-sheet" },
      ]);
      expect(await contents(workbook, "II.06a", "B3", "F3")).toEqual([numberValue(14), numberValue(2)]);
    });

    it("refuses edits of a locked sheet", async () => {
      const workbook = await make([{ ...REPORT, locked: true }]);
      const refused = edit("II.06a", "B3", numberValue(14), numberValue(15));
      expect((await readAll(workbook))[0]!.locked).toBe(true);
      expect(await workbook.apply([refused])).toEqual([{ edit: refused, why: "locked" }]);
      expect(await contents(workbook, "II.06a", "B3")).toEqual([numberValue(14)]);
    });

    it("undoing an edit by its reverse brings the content back", async () => {
      const workbook = await make([REPORT]);
      const before = await contents(workbook, "II.06a", "C3", "F3");
      const there = [edit("II.06a", "C3", textValue("08"), numberValue(8)), edit("II.06a", "F3", numberValue(0), BLANK)];
      await workbook.apply(there);
      expect(await workbook.apply(there.map((each) => ({ ...each, from: each.to, to: each.from })))).toEqual([]);
      expect(await contents(workbook, "II.06a", "C3", "F3")).toEqual(before);
    });

    it("lays formatting over a cell: a number format given with an edit is read back", async () => {
      const workbook = await make([REPORT]);
      await workbook.apply([{ ...edit("II.06a", "C3", textValue("08"), numberValue(8)), style: { numberFormat: "00" } }]);
      const [sheet] = await readAll(workbook);
      expect(cellAt(sheet!, at("C3"))).toEqual({ value: numberValue(8), numberFormat: "00" });
    });

    it("adds a sheet at the end with its contents, formulas and number formats", async () => {
      const workbook = await make([REPORT]);
      expect(await workbook.addSheet(smallPlan("Mới"))).toBe("Mới");
      const sheets = await readAll(workbook);
      expect(sheets.map(({ name }) => name)).toEqual(["II.06a", "Mới"]);
      const added = sheets[1]!;
      expect(cellAt(added, at("A1")).value).toEqual(textValue("BÁO CÁO"));
      expect(cellAt(added, at("B2"))).toMatchObject({ value: numberValue(8), numberFormat: "00" });
      expect(cellAt(added, at("C2")).value).toEqual(BLANK);
      expect(cellAt(added, at("D2"))).toMatchObject({ value: numberValue(8), formula: "=B2+C2" });
    });

    it("a taken name is made unique whatever its case, and kept within 31 characters", async () => {
      const workbook = await make([REPORT, { name: "B".repeat(31), cells: {} }]);
      const names = [await workbook.addSheet(smallPlan("ii.06A")), await workbook.addSheet(smallPlan("ii.06A")), await workbook.addSheet(smallPlan("b".repeat(31)))];
      expect(new Set([...names, "II.06a"].map((each) => each.toLowerCase())).size).toBe(4);
      expect(names.every((each) => each.length <= 31)).toBe(true);
      expect((await readAll(workbook)).slice(2).map(({ name }) => name)).toEqual(names);
    });

    it("an added sheet can be marked and edited", async () => {
      const workbook = await make([REPORT]);
      const added = await workbook.addSheet(smallPlan("Mới"));
      await workbook.mark([mark(added, "warning", "C2")]);
      expect(await standing(workbook)).toEqual({ "Mới warning": ["C2"] });
      expect(await workbook.apply([edit(added, "C2", BLANK, numberValue(4))])).toEqual([]);
      expect(await contents(workbook, added, "C2")).toEqual([numberValue(4)]);
    });

    it("takes away the sheets named, with their marks, and leaves the others as they were", async () => {
      const workbook = await make([REPORT, HIDDEN]);
      const before = await readAll(workbook);
      const [first, second] = [await workbook.addSheet(smallPlan("Mới")), await workbook.addSheet(smallPlan("Mới"))];
      await workbook.mark([mark("II.06a", "error", "B3"), mark(first, "warning", "C2")]);
      expect(await workbook.removeSheets([first, "không có", second])).toEqual([first, second]);
      expect(await readAll(workbook)).toEqual(before);
      expect(await standing(workbook)).toEqual({ "II.06a error": ["B3"] });
      expect(await workbook.removeSheets([first])).toEqual([]);
    });

    it("takes away a sheet between others, and its name is free again", async () => {
      const workbook = await make([REPORT]);
      const added = await workbook.addSheet(smallPlan("Mới"));
      const last = await workbook.addSheet(smallPlan("Sau"));
      expect(await workbook.removeSheets([added])).toEqual([added]);
      expect((await readAll(workbook)).map(({ name }) => name)).toEqual(["II.06a", last]);
      expect(await contents(workbook, last, "B2")).toEqual([numberValue(8)]);
      expect(await workbook.addSheet(smallPlan("Mới"))).toBe("Mới");
    });

    it("leaves one sheet in view", async () => {
      const workbook = await make([REPORT, HIDDEN]);
      const added = await workbook.addSheet(smallPlan("Mới"));
      expect(await workbook.removeSheets([added, "II.06a"])).toEqual(["Mới"]);
      expect((await readAll(workbook)).map(({ name }) => name)).toEqual(["II.06a", "Ghi chú"]);
    });

    it("carries nothing of ours at first", async () => {
      const workbook = await make([REPORT]);
      expect(await workbook.readKept()).toBeUndefined();
      await readAll(workbook);
      expect(await workbook.readKept()).toBeUndefined();
      await workbook.writeKept(undefined);
      expect(await workbook.readKept()).toBeUndefined();
    });

    it("carries a text, which changes no cell and no mark", async () => {
      const workbook = await make([REPORT, HIDDEN]);
      await workbook.mark([mark("II.06a", "error", "B3")]);
      const before = await readAll(workbook);
      const text = '{"lý do":"Rút <5> hồ sơ & trả \\"2\\"; ]]> 😀"}';
      await workbook.writeKept(text);
      expect(await workbook.readKept()).toBe(text);
      expect(await readAll(workbook)).toEqual(before);
      expect(await workbook.readKept()).toBe(text);
      expect(await standing(workbook)).toEqual({ "II.06a error": ["B3"] });
    });

    it("carries the last text only, and none once that is taken out", async () => {
      const workbook = await make([REPORT]);
      await workbook.writeKept("một");
      await readAll(workbook);
      await workbook.writeKept("hai");
      expect(await workbook.readKept()).toBe("hai");
      await readAll(workbook);
      await workbook.writeKept(undefined);
      expect(await workbook.readKept()).toBeUndefined();
    });

    it("revealing cells changes nothing", async () => {
      const workbook = await make([REPORT]);
      const before = await readAll(workbook);
      await workbook.reveal("II.06a", [at("B3"), at("C5")]);
      expect(await readAll(workbook)).toEqual(before);
    });
  });
}

/** Further promises of workbooks that know merged blocks and cached results (older Excels cannot tell the first). */
export function describeMergesContract(name: string, make: MakeWorkbook): void {
  describe(`${name} knows merged blocks`, () => {
    it("gives merged blocks", async () => {
      const [sheet] = await readAll(await make([{ name: "A", cells: { A1: "x" }, merges: ["A1:C1", "B3:B4"] }]));
      expect(sheet!.merges).toEqual([parseA1Range("A1:C1"), parseA1Range("B3:B4")]);
    });

    it("an added sheet has the plan's merges", async () => {
      const workbook = await make([{ name: "A", cells: { A1: "x" } }]);
      await workbook.addSheet(smallPlan("Mới"));
      const [added] = await workbook.read(SILENT, ["Mới"]);
      expect(added!.merges).toEqual([parseA1Range("A1:D1")]);
    });
  });
}
