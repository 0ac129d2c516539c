import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import type { SheetPlan } from "../../src/core/sheet/SheetPlan";
import { BLANK, numberValue, textValue } from "../../src/core/sheet/Cell";
import { SILENT, Stopped, type Edit, type Progress } from "../../src/core/sheet/WorkbookPort";
import { finish } from "../../src/core/steps";
import { cutText, PIECE } from "../../src/xlsx/package/cutText";
import { openZip } from "../../src/xlsx/package/openZip";
import { newWorkbook } from "../../src/xlsx/newWorkbook";
import { XlsxWorkbook } from "../../src/xlsx/XlsxWorkbook";
import { textOf } from "./partsOf";

const ROWS = 16_000;
const SHEET = "xl/worksheets/sheet1.xml";
const COMMENT = "<!-- <row r=\"1\"> -->";

const longPlan: SheetPlan = {
  name: "Dài",
  cells: Array.from({ length: ROWS }, (_, row) => [
    { at: { row: 2 * row, column: 0 }, content: textValue(`Lĩnh vực ${row}`), style: { bold: true } },
    { at: { row: 2 * row, column: 1 }, content: numberValue(row), style: {} },
    { at: { row: 2 * row, column: 2 }, content: { kind: "formula", formula: `=SUM(A${2 * row + 1}:B${2 * row + 1})`, value: numberValue(row) } as const, style: {} },
  ]).flat(),
  merges: [{ top: 0, left: 4, bottom: 1, right: 5 }],
  columnWidths: new Map([[0, 20]]),
  rowHeights: new Map([[3, 30]]),
  frozen: { rows: 1, columns: 1 },
  validations: [],
  print: { repeatedRows: [0, 0], area: { top: 0, left: 0, bottom: 2 * ROWS, right: 5 } },
  start: { row: 0, column: 0 },
};

/** The same file, one whose sheet is cut and one whose sheet is not, for a comment in it might hold a row. */
async function both(): Promise<readonly [cut: XlsxWorkbook, whole: XlsxWorkbook]> {
  const made = newWorkbook();
  await made.addSheet(longPlan);
  const file = made.save();
  const parts = unzipSync(file);
  const commented = { ...parts, [SHEET]: strToU8(strFromU8(parts[SHEET]!).replace("<sheetData>", `${COMMENT}<sheetData>`)) };
  return [await XlsxWorkbook.openInSteps(file, "a.xlsx"), await XlsxWorkbook.openInSteps(zipSync(commented), "a.xlsx")];
}

const sheetOf = (workbook: XlsxWorkbook): string => textOf(workbook.save(), SHEET).replace(COMMENT, "");
const edit = (row: number, column: number, from: Edit["from"], to: Edit["to"]): Edit => ({ sheet: "Dài", at: { row, column }, from, to });
const edits: readonly Edit[] = [
  ...Array.from({ length: ROWS / 40 }, (_, index) => edit(80 * index, 1, numberValue(40 * index), numberValue(7))),
  // Cells that are not there yet, in rows that are and that are not, and behind all rows.
  ...Array.from({ length: 300 }, (_, index) => edit(100 * index, 9, BLANK, textValue("mới"))),
  ...Array.from({ length: 300 }, (_, index) => edit(100 * index + 1, 9, BLANK, numberValue(index))),
  edit(2 * ROWS + 5, 0, BLANK, textValue("cuối")),
];

describe("a long sheet, cut into pieces between rows", () => {
  it("is cut, and reads and looks as it does in one piece", async () => {
    const [cut, whole] = await both();
    expect(finish(cutText(unzipSync(cut.save())[SHEET]!)).pieces.length).toBeGreaterThan(3);
    expect(finish(cutText(unzipSync(whole.save())[SHEET]!)).pieces).toHaveLength(1);
    const [read] = await cut.read(SILENT);
    expect([read]).toEqual(await whole.read(SILENT));
    expect(read!.rows.size).toBe(ROWS);
    expect(read!.merges).toHaveLength(1);
    const [look, same] = [(await cut.look("Dài"))!, (await whole.look("Dài"))!];
    expect({ ...look, styleAt: undefined }).toEqual({ ...same, styleAt: undefined });
    for (const row of [0, 2 * ROWS - 2]) expect(look.styleAt(row, 0)).toMatchObject({ bold: true });
  });

  it("holds after every change what it would hold in one piece", async () => {
    const [cut, whole] = await both();
    for (const workbook of [cut, whole]) {
      expect(await workbook.apply([...edits, { ...edit(4, 9, BLANK, numberValue(1)), columnWidth: 33 }])).toEqual([]);
      await workbook.mark([{ sheet: "Dài", kind: "error", cells: edits.map(({ at }) => at) }]);
    }
    expect(sheetOf(cut)).toBe(sheetOf(whole));
    expect(await cut.marks()).toEqual(await whole.marks());
    // Formulas over what was written show what they come to.
    expect((await cut.read(SILENT))[0]!.rows.get(80)![2]).toMatchObject({ value: numberValue(7) });
    await cut.addSheet({ ...longPlan, name: "Khác", cells: longPlan.cells.slice(0, 9) });
    expect(sheetOf(cut)).not.toContain("tabSelected");
    expect(await XlsxWorkbook.open(cut.save(), "a.xlsx").read(SILENT)).toEqual(await cut.read(SILENT));
  });

  it("writes its marks without turning the other pieces into bytes again", async () => {
    const [cut] = await both();
    await cut.read(SILENT);
    let written = 0;
    const encode = TextEncoder.prototype.encode;
    const spy = jest.spyOn(TextEncoder.prototype, "encode").mockImplementation(function (this: TextEncoder, text = "") {
      written += text.length;
      return encode.call(this, text) as Uint8Array<ArrayBuffer>;
    });
    await cut.mark([{ sheet: "Dài", kind: "error", cells: [{ row: 0, column: 1 }] }]);
    spy.mockRestore();
    expect(written).toBeGreaterThan(0);
    expect(written).toBeLessThan(2 * PIECE);
  });

  it.each([
    ["a comment", "<!--<row r=\"9\">-->"],
    ["CDATA", "<is><t><![CDATA[<row r=\"9\">]]></t></is>"],
    ["an instruction", "<?x <row r=\"9\"?>"],
  ])("is left in one piece where %s might hold a row", (_, hiding) => {
    const text = `<worksheet><sheetData>${`<row r="1">${"x".repeat(999)}</row>`.repeat(2_000)}${hiding}</sheetData></worksheet>`;
    expect(finish(cutText(strToU8(text))).pieces).toEqual([text]);
    expect(finish(cutText(strToU8(text.replace(hiding, "")))).pieces.length).toBeGreaterThan(2);
  });

  it("is not cut behind its rows", () => {
    const tail = `</sheetData><x><row r="9"/>${"y".repeat(3 * PIECE)}<row r="9"/></x></worksheet>`;
    const { pieces, chunks } = finish(cutText(strToU8(`<worksheet><sheetData>${`<row r="1">${"x".repeat(999)}</row>`.repeat(2_000)}${tail}`)));
    expect(pieces.length).toBeGreaterThan(1);
    expect(pieces.at(-1)!.endsWith(tail)).toBe(true);
    expect(chunks.map((chunk) => strFromU8(chunk))).toEqual(pieces);
  });

  it("is one piece in an encoding other than UTF-8", () => {
    const text = `<?xml version="1.0" encoding="windows-1258"?><worksheet><sheetData>${`<row r="1">${"x".repeat(999)}</row>`.repeat(2_000)}</sheetData></worksheet>`;
    expect(finish(cutText(strToU8(text))).pieces).toEqual([text]);
  });

  it("is read with a pause a piece", () => {
    const bytes = strToU8(`<worksheet><sheetData>${`<row r="1">${"x".repeat(999)}</row>`.repeat(4_000)}</sheetData></worksheet>`);
    expect([...cutText(bytes)].length).toBeGreaterThanOrEqual(Math.floor(bytes.length / (PIECE + 2_000)));
  });
});

/** Told to stop at its so-many-th look. */
const stoppedAt = (look: number): Progress => {
  let looks = 0;
  return {
    report: () => undefined,
    get stopped() {
      return ++looks >= look;
    },
  };
};

describe("packing a file", () => {
  it("gives the same bytes with pauses as without, whether the sheet was looked at or not", async () => {
    const [cut] = await both();
    const unread = cut.save();
    await cut.read(SILENT);
    expect(Buffer.compare(await cut.saveInSteps(), unread)).toBe(0);
    expect(Buffer.compare(cut.save(), unread)).toBe(0);
  });

  it("pauses at least every 64 kB of the sheet", async () => {
    const [cut] = await both();
    const length = unzipSync(cut.save())[SHEET]!.length;
    let looks = 0;
    await cut.saveInSteps({ report: () => undefined, get stopped() { return ++looks < 0; } });
    expect(looks).toBeGreaterThanOrEqual(Math.floor(length / 65_536));
  });

  it("packs the file as it stood when that was asked for", async () => {
    const [cut] = await both();
    const before = cut.save();
    const saving = cut.saveInSteps();
    expect(await cut.apply(edits)).toEqual([]);
    expect(Buffer.compare(await saving, before)).toBe(0);
    expect(Buffer.compare(cut.save(), before)).not.toBe(0);
  });

  it("ends where it is told to stop, and the workbook goes on", async () => {
    const [cut] = await both();
    await expect(cut.saveInSteps(stoppedAt(5))).rejects.toThrow(Stopped);
    expect(await cut.apply(edits)).toEqual([]);
  });
});

describe("unpacking a file", () => {
  const long = strToU8(Array.from({ length: 300_000 }, (_, index) => `<c>${index * 7919}</c>`).join(""));
  const entries = { "a.xml": strToU8("a"), "dài.xml": long, "long.xml": long, "stored.bin": [long.slice(0, 1_500_000), { level: 0 }] as [Uint8Array, { level: 0 }], "z.xml": strToU8("z") };
  const zip = zipSync(entries);

  it("gives all entries in order, long ones in steps", () => {
    const steps = openZip(zip, "a.xlsx");
    let pauses = 0;
    let step = steps.next();
    for (; !step.done; step = steps.next()) pauses++;
    expect(pauses).toBeGreaterThan(10);
    expect([...step.value.keys()]).toEqual(Object.keys(entries));
    for (const [name, bytes] of Object.entries(unzipSync(zip))) expect(Buffer.compare(step.value.get(name)!, bytes)).toBe(0);
  });

  it.each([
    ["breaks off in a long entry", zip.slice(0, 400_000)],
    ["is damaged in a long entry", zip.map((byte, index) => (index > 300_000 && index < 301_000 ? 0xff : byte))],
  ])("says that a file %s", async (_, bytes) => {
    await expect(XlsxWorkbook.openInSteps(bytes, "a.xlsx")).rejects.toMatchObject({ name: "TroubleError" });
  });
});
