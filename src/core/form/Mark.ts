import { fold } from "../sheet/fold";
import { withoutEnd } from "../words/withoutEnd";

/** The mark of a form, taken apart: "Biểu số II.06a/VPCP/KSTT". */
export interface Mark {
  readonly kind: "bieu" | "mau";
  /** "ii." or "". */
  readonly part: string;
  readonly number: number;
  /** "a" or "". */
  readonly letter: string;
  /** "vpcp/kstt" or "". */
  readonly issuer: string;
}

const MARK = /(?:^|[^a-z\d])(bieu|mau)(?: mau)?(?: so)?[ :.]*([ivx]{1,4}\.)?0*(\d{1,3})[ .-]?([a-z]?)(?![a-z\d])(?: ?\/ ?([a-z\d./-]+))?/g;
/** Sheets go by the number alone; only "II.06a" and "06a" are surely one. */
const SHEET_NAME = /^(bieu |mau )?(?:so )?(?:([ivx]{1,4}\.)0*(\d{1,3})([a-z]?)|0(\d)([a-z]))(?![a-z\d])/;

/** The marks that stand in a text. "01/NQ-CP" is the number of a resolution, not a mark. */
export function marksIn(text: string): readonly Mark[] {
  return [...fold(text).matchAll(MARK)].map(([, kind, part = "", number, letter = "", issuer = ""]) => ({
    kind: kind as Mark["kind"],
    part,
    number: Number(number),
    letter,
    issuer: withoutEnd(issuer, /[.-]/),
  }));
}

/** The mark that a sheet goes by, if any. */
export function markOfSheet(name: string): readonly Mark[] {
  const match = SHEET_NAME.exec(fold(name));
  if (!match) return [];
  const [, kind, part = "", number, letter, bare, bareLetter] = match;
  return [{ kind: kind === "mau " ? "mau" : "bieu", part, number: Number(number ?? bare), letter: letter ?? bareLetter ?? "", issuer: "" }];
}

const agree = (one: string, other: string): boolean => one === "" || other === "" || one === other;

/** Whether two marks are of one form; what either leaves out is no difference, but for the letter. */
export function sameMark(one: Mark, other: Mark): boolean {
  const { kind, number, letter, part, issuer } = other;
  return one.kind === kind && one.number === number && one.letter === letter && agree(one.part, part) && agree(one.issuer, issuer);
}

const isFull = ({ part, letter, issuer }: Mark): boolean => part !== "" || letter !== "" || issuer !== "";

/** Whether two marks are made alike, so that a sheet with the one is not of the form with the other. "Biểu số 1" is a number of its own report. */
export function sameMake(one: Mark, other: Mark): boolean {
  return one.kind === other.kind && isFull(one) === isFull(other);
}
