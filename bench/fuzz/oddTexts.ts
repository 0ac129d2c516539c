/** Texts that people and other programs leave in cells, and some that nobody would: what reads them must not mind. */
export const ODD_TEXTS: readonly string[] = [
  "", " ", "0", "-", "–", "…", "x", "không", "08", "1.652", "1,652", "1.652,5", "12,5%", "1 652", "1.652 hồ sơ", "(12)", "-3", "+7", "1e3", "1E+308", "0x1F", "９８", "١٢", "½", "10²",
  "15/6/2024", "45458", "2024-06-15", "tháng 6", "TRUE", "#N/A", "#REF!", "'12", "=1+1", "@SUM(A1)", "+1+1", "Tổng", "TỔNG CỘNG", "Cộng", "Trong đó:", "I", "II", "A", "1.1", "a)",
  "(1)", "(1)=(2)+(3)", "(4)=(5)+(6)+(7)", "Biểu số II.06a/VPCP/KSTT", "NGƯỜI LẬP BIỂU", "Ghi chú: số liệu tạm tính", "Lĩnh vực Đất đai", "To\u0302\u0309ng co\u0323\u0302ng", "TÔNG CÔNG",
  "\u200b12\u200b", "\u00a012\u00a0", "\u202e21", "\ufeff7", "12\n13", "12\t13", "\u0007", "👍", "<b>12</b>", "&amp;", "]]>", "__proto__", "constructor", "hasOwnProperty", "Z͑͗ạ̌̇l̔̂g̃o",
  "9007199254740993", "99999999999999999999999999", "0.1", "0,30000000000000004", "1/3", "951/1.652", "Tối thiểu 80", "98,8%",
]; // prettier-ignore

/** Numbers that a cell may hold, whole and not, and those near the limits of arithmetic. */
export const ODD_NUMBERS: readonly number[] = [
  0, -0, 1, -1, 7, 99, 100, 1000, 1.652, 0.5, 12.5, 0.1, 1 / 3, 45458, 45458.75, 1e6, 1e15, 9007199254740991, 9007199254740993, 1e21, 1e300, -1e300, 5e-324, 1e-7, 0.30000000000000004,
];

/** A text of Excel's maximum length, made of one that repeats. */
export const longest = (text: string): string => text.repeat(Math.ceil(32_767 / text.length)).slice(0, 32_767);
