import fc from "fast-check";
import type { Justification } from "../../src/core/justifications/Justification";
import { KEPT_NAMESPACE, keptText, keptXml, NOTHING_KEPT, parseKept, serialiseKept, withAnswer, withJustification, withoutJustification, withRows } from "../../src/core/justifications/Kept";
import { BLANK, numberValue, textValue } from "../../src/core/sheet/Cell";
import { namedSheet } from "../fixtures/workbookOf";
import { judged, justifiedAt, justifiedCells } from "./justified";

const SHEET = namedSheet("phu-my");

const JUSTIFICATION: Justification = {
  finding: "ii-06a/II.06a/flow/C9",
  form: "ii-06a",
  sheet: "II.06a",
  checks: ["flow"],
  message: "Tiếp nhận 14, đã giải quyết 7.",
  cells: [
    { at: "C9", shown: numberValue(14), place: "received|line|1|Đất đai" },
    { at: "C2", shown: BLANK },
  ],
  compared: [
    { at: "G9", shown: numberValue(7) },
    { at: "K9", shown: textValue("08") },
    { at: "K10", shown: { kind: "error", code: "#REF!" } },
  ],
  reason: 'Rút <5> hồ sơ & trả "2"\nngày 3/3.',
  at: "2026-03-14",
};

describe("what a workbook carries", () => {
  it("is read as it was written", () => {
    const kept = withAnswer(withAnswer(withJustification(NOTHING_KEPT, JUSTIFICATION), "withdrawn", "II.06a|Đất đai", 7), "counted-twice", "II.07b|Đất đai", 0);
    expect(parseKept(serialiseKept(kept))).toEqual(kept);
  });

  it("says which rows a row adds up by the names of their ends, and carries what it cannot read of that along", () => {
    const runs = [{ first: "Hộ tịch", last: "Đất đai", count: 12 }, { first: "Y tế (2)", last: "Y tế (2)", count: 1 }];
    const kept = withRows(withRows(NOTHING_KEPT, "II.06a|Cộng", runs), "II.06a|Tổng", []);
    const text = serialiseKept(kept)!;
    expect(JSON.parse(text)).toEqual({ version: 1, sums: { "II.06a|Cộng": [["Hộ tịch", "Đất đai", 12], ["Y tế (2)"]], "II.06a|Tổng": [] } });
    expect(parseKept(text)).toEqual(kept);
    expect(serialiseKept(withRows(withRows(kept, "II.06a|Cộng", undefined), "II.06a|Tổng", undefined))).toBeUndefined();
    const odd = { version: 1, sums: { "a|b": [["x", "y"]], "a|c": "none" } };
    expect(JSON.parse(serialiseKept(parseKept(JSON.stringify(odd)))!)).toEqual({ version: 1, unread: [{ sums: odd.sums }] });
  });

  it("holds for the table it was written about", async () => {
    const text = serialiseKept(withJustification(NOTHING_KEPT, await justifiedAt(SHEET, "D12")));
    expect(justifiedCells(await judged(SHEET, ...parseKept(text).justifications))).toEqual(["D12"]);
  });

  it("is nothing when nothing is left", () => {
    const kept = withAnswer(withJustification(NOTHING_KEPT, JUSTIFICATION), "withdrawn", "a|b", 1);
    expect(serialiseKept(withAnswer(withoutJustification(kept, JUSTIFICATION), "withdrawn", "a|b", undefined))).toBeUndefined();
    expect(parseKept(undefined)).toEqual(NOTHING_KEPT);
    expect(parseKept(" ")).toEqual(NOTHING_KEPT);
  });

  it("holds one justification a finding, the last one", () => {
    const kept = withJustification(withJustification(NOTHING_KEPT, JUSTIFICATION), { ...JUSTIFICATION, reason: "Khác." });
    expect(kept.justifications.map(({ reason }) => reason)).toEqual(["Khác."]);
    const moved = { ...JUSTIFICATION, finding: "ii-06a/II.06a/flow/C10" };
    expect(withJustification(kept, moved, JUSTIFICATION).justifications).toEqual([moved]);
  });

  it("keeps what it does not understand", () => {
    const newer = { version: 1, justifications: [{ ...plain(JUSTIFICATION), by: "Nguyễn Văn A" }, { kind: "later" }], notes: ["x"] };
    const kept = parseKept(JSON.stringify(newer));
    expect(kept.justifications).toHaveLength(1);
    const again = JSON.parse(serialiseKept(kept)!) as Record<string, unknown>;
    expect(again).toMatchObject({ notes: ["x"], unread: [{ kind: "later" }], justifications: [{ by: "Nguyễn Văn A" }] });
  });

  it("keeps answers it cannot read", () => {
    const kept = parseKept('{"version":1,"withdrawn":{"a|b":2,"a|c":-1,"a|d":"ba"},"justifications":7}');
    expect([...kept.answers.get("withdrawn")!]).toEqual([["a|b", 2]]);
    expect(JSON.parse(serialiseKept(kept)!)).toMatchObject({ withdrawn: { "a|b": 2 }, unread: [{ justifications: 7 }, { withdrawn: { "a|c": -1, "a|d": "ba" } }] });
  });

  it.each(["{", "null", "[]", '"text"', '{"version":2,"justifications":[]}', "<xml/>"])("carries %s along, and adds to it", (text) => {
    const kept = parseKept(text);
    expect(kept.justifications).toEqual([]);
    const again = parseKept(serialiseKept(withJustification(kept, JUSTIFICATION)));
    expect(again.justifications).toHaveLength(1);
    expect(again.foreign).toEqual({ unread: [text] });
  });

  it("carries along as text what lies too deep to be written anew", () => {
    const deep = `{"version":1,"other":${"[".repeat(100_000)}${"]".repeat(100_000)}}`;
    expect(parseKept(deep)).toEqual({ ...NOTHING_KEPT, foreign: { unread: [deep] } });
    expect(parseKept(serialiseKept(parseKept(deep)))).toEqual(parseKept(deep));
  });

  it("never makes reading fail, whatever stands there", () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json(), fc.jsonValue().map((value) => JSON.stringify({ version: 1, justifications: value, withdrawn: value, answers: value, forms: value }))), (text) => {
        const kept = parseKept(text);
        expect(parseKept(serialiseKept(kept))).toEqual(kept);
      }),
    );
  });
});

describe("its XML", () => {
  it("gives back any text", () => {
    fc.assert(fc.property(fc.string({ unit: "grapheme" }), (text) => expect(keptText(keptXml(text))).toBe(text)));
  });

  it.each([
    `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<kept xmlns="${KEPT_NAMESPACE}">{"a":"&lt;"}</kept>`,
    `\uFEFF<?xml version="1.0" encoding="utf-16"?><k:kept xmlns:k="${KEPT_NAMESPACE}"><![CDATA[{"a":"<"}]]></k:kept>\n`,
    `<kept xmlns='${KEPT_NAMESPACE}'>{"a":"&#60;"}<!-- x --></kept>`,
  ])("is read as other programs write it: %s", (xml) => expect(keptText(xml)).toBe('{"a":"<"}'));

  it.each(["", "<kept>x</kept>", '<other xmlns="urn:x">y</other>', "no xml"])("is not %s", (xml) => expect(keptText(xml)).toBeUndefined());

  it("has no sign that XML forbids", () => {
    const text = serialiseKept(withJustification(NOTHING_KEPT, { ...JUSTIFICATION, reason: "a\u0001\u000b\uffff\ud800b" }))!;
    expect(keptXml(text)).toMatch(/^[\t\n\r\u0020-\ud7ff\ue000-\ufffd]*$/);
    expect(parseKept(text).justifications[0]!.reason).toBe("a\u0001\u000b\uffff\ud800b");
  });
});

/** A justification as it stands in the file. */
function plain(justification: Justification): object {
  return (JSON.parse(serialiseKept(withJustification(NOTHING_KEPT, justification))!) as { justifications: readonly object[] }).justifications[0]!;
}
