import { bareText, saysNothing, visible, writtenCount } from "../../src/core/table/writtenCount";

describe("a count with something around it", () => {
  it.each([
    ["12", "12", "none"],
    ["1.652", "1.652", "none"],
    ["12.", "12", "none"],
    ["12 hồ sơ TTHC", "12", "unit"],
    ["12 (hồ sơ)", "12", "unit"],
    ["12 h/s", "12", "unit"],
    ["07 trường hợp.", "07", "unit"],
    ["12 hồ sơ quá hạn", "12", "words"],
    ["12 (mười hai) hồ sơ", "12", "words"],
    ["SL: 12", "12", "words"],
    ["1.200 (100%)", "1.200", "share"],
    ["41 (5,2 %)", "41", "share"],
    ["41\n(5,2%)", "41", "share"],
    ["41 - 5,2%", "41", "share"],
    ["41 hồ sơ, đạt 98%", "41", "share"],
    ["41 (5,25)", "41", "share"],
    ["12 người", "12", "words"],
    ["75(1)", "75", "bracketed"],
    ["75 (12)", "75", "bracketed"],
  ] as const)("%j is %s (%s)", (text, digits, dress) => expect(writtenCount(text)).toEqual({ digits, dress }));

  it("may be of whatever its column counts", () => {
    expect(writtenCount("12 phương tiện")).toBeUndefined();
    expect(writtenCount("12 phương tiện", "phương tiện")).toEqual({ digits: "12", dress: "unit" });
  });

  it.each(["12-15", "12-15%", "khoảng 12", "~12", "12 trở lên", "12 nghìn", "12 ngày", "1200 100%", "12 (không rõ)", "12 hồ sơ, 3 quá hạn", "mười hai", "12/15", ""])(
    "%j does not say how many",
    (text) => expect(writtenCount(text)).toBeUndefined(),
  );
});

describe("nothing", () => {
  it.each(["//", "/", "_", "KPS", "K.P.S", "Không", "KHÔNG", "không có hồ sơ nào", "Chưa phát sinh", "0%", "0,0 %", "0 (không)", "(0)", "nil", "(-)", "–//–", "Ø", "Không phát sinh trong kỳ"])("is said by %j", (text) => {
    expect(saysNothing(text)).toBe(true);
    expect(writtenCount(text)).toEqual({ digits: "0", dress: "nothing" });
  });

  it.each(["…", "...", "……"])("or what is not known yet is said by %j", (text) => expect(writtenCount(text)).toEqual({ digits: "0", dress: "dots" }));

  it.each(["Không rõ", "không có số liệu", "Chưa", "x", "N/A", "như trên", "″", "Không 5"])("is not said by %j", (text) => expect(saysNothing(text)).toBe(false));
});

describe("a text as it is seen", () => {
  it.each([
    ["\u200b680", "680", ["\u200b"]],
    ["6\u00ad80\u200e", "680", ["\u00ad", "\u200e"]],
    ["\u00a01\u00a0652\u00a0", "1 652", ["\u00a0"]],
    ["\ufeff12 hồ sơ", "12 hồ sơ", ["\ufeff"]],
  ])("%j is %s", (written, text, hidden) => expect(bareText(written)).toEqual({ text, hidden }));

  it("has its digits whatever their width", () => expect(bareText("１２（１００％）").text).toBe("12(100%)"));

  it.each([
    ["75²", 0, "75", "²"],
    ["75*", 0, "75", "*"],
    ["75 (*)", 0, "75 ", "(*)"],
    ["75[1]", 0, "75", "[1]"],
    ["752", 1, "75", "2"],
    ["75(1)", 3, "75", "(1)"],
  ] as const)("%j with %d raised is %j with the mark %j", (written, raised, text, mark) => expect(bareText(written, raised)).toEqual({ text, hidden: [], mark }));

  it("all of it raised is itself", () => expect(bareText("75", 2)).toEqual({ text: "75", hidden: [] }));

  it("keeps what can be seen", () => expect(visible("6\u200b8")).toBe("68"));
});
