import { a1, columnLetters } from "../../src/core/sheet/Address";
import type { Chance } from "../localisation/chance";

const LAST = "XFD1048576";

/** Where a formula stands, and what it may well name. */
export interface Around {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
  /** Rows of the table, zero-based, both included. */
  readonly top: number;
  readonly bottom: number;
}

/** Formulas that are written wrongly, name strange things or run in circles; for a cell of a table. */
const STRANGE: readonly ((around: Around, draw: Chance) => string)[] = [
  ({ row, column }) => `=${a1({ row, column })}`,
  ({ row, column }) => `=SUM(${columnLetters(column)}${row + 1}:${columnLetters(column)}${row + 3})`,
  ({ column }) => `=SUM(${columnLetters(column)}:${columnLetters(column)})`,
  ({ row }) => `=SUM(${row + 1}:${row + 1})`,
  () => `=SUM(A1:${LAST})`,
  () => "=SUM($A$1:$N$1048576)-SUM(A1:N9)",
  ({ sheet }) => `=SUM('${sheet}:Không có'!C8:C20)`,
  () => "='Không có'!C9+1",
  () => "='[1]Sheet1'!$C$9",
  () => "=#REF!+C9",
  () => "=SUM(C9:#REF!)",
  () => "=INDIRECT(\"C\"&ROW())",
  () => "=OFFSET(C9,-1,0,COUNTA(A:A),1)",
  () => "=INDEX(C:C,ROW()-1)",
  () => "=SUMPRODUCT((A1:A1048576<>\"\")*(C1:C1048576))",
  () => "=SUMIF(B:B,\"*\",C:C)",
  () => "=LET(x,C9,x+x)",
  () => "=LAMBDA(x,x+1)(C9)",
  () => "=C9:C12",
  () => "=C9:C12 C10:D11",
  () => "=(C9,C10)",
  () => "=SUM(Tong,_x,ten_khong_co)",
  () => "=Bảng1[[#Totals],[Số]]",
  () => "={1,2;3,4}",
  () => "=\"chữ \"\"trong\"\" nháy\"",
  () => "=+-+-C9",
  () => "=C9%%",
  () => "=1E999",
  () => "=-2^2",
  () => "=C9/0",
  () => "=",
  () => "==C9",
  () => "=SUM(",
  () => "=SUM())",
  () => "=C9+",
  () => "=SUM(C9;C10)",
  () => "=sum( c9 , c10 )",
  () => "=R1C1+R[-1]C",
  () => "=_xlfn.SINGLE(C9)",
  (_, draw) => `=${"(".repeat(draw.pick([64, 3000]))}C9${")".repeat(64)}`,
  (_, draw) => `=${"SUM(".repeat(draw.pick([64, 2000]))}C9${")".repeat(2000)}`,
  (_, draw) => `=${"C9+".repeat(draw.pick([100, 2500]))}C9`,
  (_, draw) => `=IF(${"C9,IF(".repeat(draw.pick([60, 1000]))}C9`,
  () => `="${"a".repeat(8000)}"`,
  () => `=SUM(${Array.from({ length: 255 }, (_, index) => `A${index + 1}:C${index + 1}`).join(",")})`,
];

/** Sums as people write them, of cells near by. */
const usual = ({ column, top, bottom }: Around, draw: Chance): string => {
  const letters = columnLetters(draw.hit(0.7) ? column : draw.whole(2, 12));
  const [from, to] = [draw.whole(top, bottom), draw.whole(top, bottom)].sort((one, other) => one - other) as [number, number];
  const range = `${letters}${from + 1}:${letters}${to + 1}`;
  const cell = (): string => `${columnLetters(draw.whole(2, 12))}${draw.whole(top, bottom) + 1}`;
  return draw.pick([
    `=SUM(${range})`, `=SUBTOTAL(9,${range})`, `=AGGREGATE(9,5,${range})`, `=${cell()}+${cell()}`, `=${cell()}-${cell()}`, `=SUM(${range})-${cell()}`, `=ROUND(${cell()}/${cell()}*100,2)`,
    `=IFERROR(SUM(${range}),0)`, `=IF(${cell()}="","",SUM(${range}))`, `=N(${cell()})+VALUE(${cell()})`, `=SUM(${range})/2`, `=37+4`, `=SUM(${range},5)`, `=MAX(${range})`, `=COUNT(${range})`, `=${cell()}&""`,
  ]); // prettier-ignore
};

/** A formula with some of its signs gone, doubled or exchanged. */
function damaged(text: string, draw: Chance): string {
  const at = draw.whole(1, Math.max(1, text.length - 1));
  return draw.pick([text.slice(0, at), text.slice(0, at) + text.slice(at + 1), text.slice(0, at) + text.slice(at - 1), text.slice(0, at) + draw.pick([..."(),:;!'\"$#@{}[]%^&*+-/<>= ~|\\ắ"]) + text.slice(at)]);
}

/** A formula for a place in a table: usual, strange or damaged. */
export function formulaText(around: Around, draw: Chance): string {
  const text = draw.hit(0.5) ? usual(around, draw) : draw.pick(STRANGE)(around, draw);
  return draw.hit(0.2) ? damaged(text, draw) : text;
}
