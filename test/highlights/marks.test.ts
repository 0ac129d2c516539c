import type { Finding } from "../../src/core/findings/Finding";
import { kindOfMark, MARK_LOOKS, markFormula } from "../../src/core/highlights/markRule";
import { marksInSteps, sameMarks } from "../../src/core/highlights/marks";
import { a1, parseA1, type Position } from "../../src/core/sheet/Address";
import { finish } from "../../src/core/steps";
import { MARK_KINDS, type Severity } from "../../src/core/words/Phrase";
import type { Audit } from "../../src/core/audit";

const at = (address: string): Position => parseA1(address)!;
const words = { vi: "Sai.", en: "Wrong." };

function finding(severity: Severity, cells: readonly string[], follows: readonly string[] = []): Finding {
  const [first, ...rest] = cells.map(at);
  return {
    id: `${severity} ${cells.join()}`,
    sheet: "II.06a",
    form: "ii-06a",
    severity,
    cells: [first!, ...rest],
    ...(follows.length > 0 ? { follows: follows.map(at) } : {}),
    message: words,
    reasons: [{ check: "balance", phrase: words }],
    suggestions: [],
  };
}

const marked = (...findings: readonly Finding[]) =>
  finish(marksInSteps({ tables: [{ findings }], sheets: [], unrecognised: [] } as unknown as Audit)).map(({ kind, cells }) => `${kind} ${cells.map(a1).join(" ")}`);

/** Relative luminance (WCAG 2). */
function luminance(colour: string): number {
  const [red, green, blue] = [1, 3, 5].map((from) => {
    const share = parseInt(colour.slice(from, from + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red! + 0.7152 * green! + 0.0722 * blue!;
}

function contrast(one: string, other: string): number {
  const [dark, light] = [luminance(one), luminance(other)].sort((first, second) => first - second);
  return (light! + 0.05) / (dark! + 0.05);
}

describe("marks of findings", () => {
  it("tell the guilty cell from the sums that follow it", () => {
    expect(marked(finding("error", ["D12"], ["D20", "G12", "G20"]))).toEqual(["error D12", "follows D20 G12 G20"]);
  });

  it("a cell that is guilty of something itself is marked by that, whichever comes first", () => {
    const follower = finding("error", ["D12"], ["D20", "G20"]);
    const guilty = finding("info", ["D20"]);
    expect(marked(follower, guilty)).toEqual(["error D12", "info D20", "follows G20"]);
    expect(marked(guilty, follower)).toEqual(["error D12", "info D20", "follows G20"]);
  });

  it("a sum that follows two wrong cells is marked once", () => {
    expect(marked(finding("error", ["D12"], ["G20"]), finding("error", ["E12"], ["G20"]))).toEqual(["error D12 E12", "follows G20"]);
  });

  it("differ where the same cell follows instead of being guilty", () => {
    const cells = [at("D12")];
    expect(finish(sameMarks([{ sheet: "A", kind: "error", cells }], [{ sheet: "A", kind: "follows", cells }]))).toBe(false);
  });
});

describe("how marks look", () => {
  it.each(MARK_KINDS)("%s can be read: text stands out at least 7:1", (kind) => {
    expect(contrast(MARK_LOOKS[kind].font, MARK_LOOKS[kind].fill)).toBeGreaterThanOrEqual(7);
  });

  it("no two kinds are told apart by colour alone", () => {
    const shapes = MARK_KINDS.map((kind) => `${MARK_LOOKS[kind].lineStyle} ${MARK_LOOKS[kind].italic === true}`);
    expect(new Set(shapes).size).toBe(MARK_KINDS.length);
  });

  it("a follower is paler than what it follows", () => {
    expect(luminance(MARK_LOOKS.follows.fill)).toBeGreaterThan(luminance(MARK_LOOKS.error.fill));
  });

  it("each kind is found again by its formula, with or without the equals sign, as earlier versions wrote it", () => {
    for (const kind of MARK_KINDS) {
      expect(kindOfMark(markFormula(kind))).toBe(kind);
      expect(kindOfMark(` N( "kstt:${kind}" ) = 0`)).toBe(kind);
    }
    expect(kindOfMark('=N("kstt:other")=0')).toBeUndefined();
    expect(kindOfMark('=N("kstt: error")=0')).toBeUndefined();
  });
});
