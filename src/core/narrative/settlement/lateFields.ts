import type { Table } from "../../table/Table";
import { capitalised } from "../../words/Phrase";
import { fieldCounts } from "../fieldCounts";
import type { Span, TextLine } from "../Paragraph";
import { count, fraction, joined, percentage, prose, type Piece } from "../prose";
import type { Quantity } from "../Quantity";

/** Decimals of a field's share. */
const DECIMALS = 2;

/**
 * One bullet a field: "+ Lĩnh vực Đất đai: 111 hồ sơ, chiếm 63,79% số hồ sơ quá hạn (111/174 hồ sơ);".
 * `whole` says what they are a share of. Empty where nothing is late.
 */
export function lateFieldLines(table: Table, key: string, total: Quantity, whole: string): readonly TextLine[] {
  const fields = fieldCounts(table, key);
  return fields.map(({ name, quantity }, index) => {
    const share = percentage(quantity, total, DECIMALS);
    const shared: Piece = share ? prose`, chiếm ${share} ${whole} (${fraction(quantity, total)} hồ sơ)` : "";
    const end = index === fields.length - 1 ? "." : ";";
    return { level: 1, bullet: "+", spans: prose`${capitalised(name)}: ${count(quantity)} hồ sơ${shared}${end}` };
  });
}

/** One sentence for all: "Hồ sơ trễ hạn: lĩnh vực Đất đai 111/174 hồ sơ, chiếm 63,79%; … ." Empty where nothing is late. */
export function lateFieldSentence(table: Table, key: string, total: Quantity, opening: string): readonly Span[] {
  const fields = fieldCounts(table, key).map(({ name, quantity }) => {
    const share = percentage(quantity, total, DECIMALS);
    return share
      ? prose`${name} ${fraction(quantity, total)} hồ sơ, chiếm ${share}`
      : prose`${name} ${count(quantity)} hồ sơ`;
  });
  return fields.length === 0 ? [] : prose`${opening}: ${joined(fields, "; ")}.`;
}
