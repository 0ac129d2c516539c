import { writeBook } from "../fixtures/book/writeBook";
import { inTcvn3, tcvn3Font } from "../../bench/layouts/oldLetters";
import { NUMBERING, WORDS } from "../fixtures/report";
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { book, draft, PLAIN, rewritten, styled, type Written } from "./draft";
import { checked, mended } from "./tried";

const SLIP = { D13: 42 };

/** The slip on row 13 is found as in a plain table. */
async function findsTheSlip(made: Parameters<typeof checked>[0], at = "D13"): Promise<void> {
  const { status, errors, offers } = await checked(made);
  expect({ status, errors }).toEqual({ status: 1, errors: [at] });
  expect(offers).toContain(`${at} → 24`);
}

describe("counts in some dress are read as meant, and a slip among them is found", () => {
  const MARKS = ["…", "//", "/", "KPS", "Không", "- -", "−", "0%"];

  it("where nothing is written as a mark", async () => {
    let met = 0;
    await findsTheSlip(book(rewritten(draft(PLAIN, SLIP), [10, 15], (figure) => (figure === 0 ? MARKS[met++ % MARKS.length]! : figure))));
  });

  it.each([
    ["words of their unit", (figure: number): Written => `${figure} hồ sơ TTHC`],
    ["a space of no width before them", (figure: number): Written => `\u200b${figure}`],
    ["shares in brackets", (figure: number): Written => `${figure} (100%)`],
    ["digits of full width", (figure: number): Written => [...String(figure)].map((digit) => String.fromCharCode(0xff10 + Number(digit))).join("")],
  ])("with %s", async (_, write) => {
    await findsTheSlip(book(rewritten(draft(PLAIN, SLIP), [10, 16], write)));
  });
});

describe("what is shown is read, not what is stored", () => {
  it("of a count with a raised footnote mark", async () => {
    const parts = unzipSync(writeBook(book(draft(PLAIN, { E10: "64" }))));
    const path = "xl/worksheets/sheet1.xml";
    const raised = '<is><r><t>64</t></r><r><rPr><vertAlign val="superscript"/></rPr><t>3</t></r></is>';
    const xml = strFromU8(parts[path]!).replace('<is><t xml:space="preserve">64</t></is>', raised);
    expect(xml).toContain(raised);
    const { words } = await checked(zipSync({ ...parts, [path]: strToU8(xml) }));
    expect(words).not.toContain("643");
  });

  it("of a count that became a date", async () => {
    const { status, errors, offers, words } = await checked(book(draft(PLAIN, { F10: { value: 45421, style: { format: "d\\-mmm" } } })));
    expect({ status, errors }).toEqual({ status: 1, errors: ["F10"] });
    expect(offers).toContain("F10 → 9");
    expect(words).toMatch(/ngày|9-May|09\/5|9\/5/);
    expect(words).not.toContain("45.421");
  });

  it("of a share that is wrong", async () => {
    const rows: Record<string, Written> = { N6: "Tỷ lệ trước hạn, đúng hạn (%)" };
    PLAIN.forEach(([, , figures = []], at) => {
      const share = (Number(figures[5]) + Number(figures[6])) / Number(figures[4]);
      rows[`N${10 + at}`] = { value: at === 2 ? share - 0.0613 : share, style: { format: "0.0%" } };
    });
    const { found, words } = await checked(book(draft(PLAIN, rows)));
    expect(found).toContain("N12");
    expect(words).toContain("82,2");
    expect(words).not.toContain("0.82");
  });
});

it("a table in TCVN3 is checked as any other", async () => {
  const sheet = draft(PLAIN, SLIP);
  const old = styled(
    {
      ...sheet,
      rows: new Map(
        [...sheet.rows].map(([row, cells]) => [
          row,
          new Map(
            [...cells].map(([column, cell]) => [
              column,
              typeof cell.value === "string" ? { ...cell, value: inTcvn3(cell.value), style: { font: tcvn3Font(cell.value) } } : cell,
            ]),
          ),
        ]),
      ),
    },
    ({ style }) => style,
  );
  await findsTheSlip(book(old));
  expect((await mended(book(old))).after).toBe(0);
});

describe("headings are known", () => {
  it("by names that Excel's tables made unique", async () => {
    const leaves = [
      "STT",
      "Lĩnh vực giải quyết",
      "Tổng số",
      "Trực tuyến",
      "Trực tiếp, dịch vụ bưu chính",
      "Từ kỳ trước",
      "Tổng số2",
      "Trước hạn",
      "Đúng hạn",
      "Quá hạn",
      "Tổng số3",
      "Trong hạn",
      "Quá hạn4",
    ];
    // Headings of groups, a row that was left empty, and the names of the table: lines from row 9.
    const sheet = draft(PLAIN, { D12: 42 }, "II.06a", [WORDS[0]!, [], leaves]);
    expect(sheet.rows.get(11)?.get(1)?.value).toBe("Y tế");
    await findsTheSlip(book({ ...sheet, tables: [{ name: "Bieu", range: { top: 7, left: 0, bottom: 13, right: 12 }, columns: leaves }] }), "D12");
  });

  it("over names that Excel makes up for a table without headings", async () => {
    const made = Array.from({ length: 13 }, (_, at) => `Column${at + 1}`);
    await findsTheSlip(book(draft(PLAIN, { D14: 42 }, "II.06a", [...WORDS, NUMBERING, made])), "D14");
  });

  it("beside a small table with figures in the same rows", async () => {
    const beside = { P6: "Địa bàn", Q6: "Số thôn", P7: "Xã Tân An", Q7: 12, P8: "Xã Hòa Lợi", Q8: 9 };
    await findsTheSlip(book(draft(PLAIN, { ...SLIP, ...beside })));
  });

  it("with a long note within", async () => {
    const note =
      "Số lượng hồ sơ tiếp nhận (gồm hồ sơ nhận tại Bộ phận Một cửa, hồ sơ nộp qua mạng và hồ sơ gửi bưu điện; hồ sơ trả lại để bổ sung thì không tính, hồ sơ rút giữa chừng tính theo ngày rút, hồ sơ liên thông tính cho đơn vị nhận trước)";
    const header = [WORDS[0]!.map((words) => (words === "Số lượng hồ sơ tiếp nhận" ? note : words)), ...WORDS.slice(1), NUMBERING];
    await findsTheSlip(book(draft(PLAIN, SLIP, "II.06a", header)));
    expect((await mended(book(draft(PLAIN, SLIP, "II.06a", header)))).after).toBe(0);
  });
});
