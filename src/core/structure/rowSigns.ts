import { fold } from "../sheet/fold";
import { isNote as beginsNote, leads } from "../table/rowWords";
import { ordinalOfLabel, readOrdinal, type Ordinal } from "./readOrdinal";
import { addedIn, sumWords, type SumWords } from "../table/sumWords";
import type { RowEvidence } from "./RowEvidence";

/** What ordinal and words of a row say by themselves. They are hints: figures may say otherwise. */
export interface RowSigns {
  readonly ordinal: Ordinal;
  readonly sum?: SumWords;
  /** What is added up, folded, where a sum says so: "cap tinh" of "Cộng cấp tỉnh", "i" of "Tổng mục I". */
  readonly of: string;
  /** The label, without an ordinal before it. */
  readonly label: string;
  /** "Trong đó", "Chia ra": what follows belongs to the row above. */
  readonly leads: boolean;
}

/** The label as it is compared with others. */
export const nameOf = ({ label }: RowSigns): string => fold(label);
/** Whether a label begins a note, or the name of a unit. */
export const isNote = (signs: RowSigns): boolean => beginsNote(signs.label) || NOTE.test(nameOf(signs));
export const isUnit = (signs: RowSigns): boolean => UNIT.test(nameOf(signs));

/** Further texts that are no rows, where no figures stand beside them. */
const NOTE = /^\s*(?:so lieu (?:trich|lay|tinh|tu)|\(|\*)/u;
const UNIT = /^(?:ubnd|uy ban|so |phong |trung tam|ban |chi cuc|don vi|van phong|bo phan|xa |phuong |thi tran )/u;

/** Words for sums, and those that lead to parts, begin so once folded, or end in "total". Hardly any other row does. */
const MAY_SAY = /^[^\p{L}]*(?:t(?:ong|o(?:tal|an)|rong|c|\s?\.)|c(?:ong|a\s|hia|u the|hi tiet)|grand|gom|sub|bao|o do)|total$/u;

/** What a row's ordinal and words say. */
export function rowSigns({ ordinal: printed, label: written, says }: RowEvidence): RowSigns {
  const own = readOrdinal(printed);
  const isBare = own.kind === "none" || own.kind === "words";
  const { ordinal, rest: label } = isBare ? ordinalOfLabel((written === "" ? printed : written).trim()) : { ordinal: own, rest: written.trim() };
  const name = fold(label);
  if (says !== "total" && !MAY_SAY.test(name)) return { ordinal, of: "", label, leads: false };
  const sum = says === "total" ? "grand" : sumWords(label);
  return {
    ordinal,
    ...(sum ? { sum } : {}),
    of: sum ? addedIn(name) : "",
    label,
    leads: leads(label),
  };
}
