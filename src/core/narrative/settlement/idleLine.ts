import type { Table } from "../../table/Table";
import { capitalised } from "../../words/Phrase";
import type { TextLine } from "../Paragraph";
import { duringPeriod } from "../../words/Period";
import { figure, prose } from "../prose";
import type { SettlementFigures } from "./settlementFigures";

/** "- Trong quý I năm 2024, không phát sinh hồ sơ.", where nothing was received, resolved or left pending; else undefined. */
export function idleLine(table: Table, { received, resolved, pending }: SettlementFigures): TextLine | undefined {
  const quantities = [received, resolved, pending];
  if (quantities.some(({ count }) => count !== 0)) return undefined;
  const none = figure("không phát sinh", quantities.flatMap(({ cells }) => cells));
  return { level: 0, bullet: "-", spans: prose`${capitalised(duringPeriod(table.period?.period))}, ${none} hồ sơ.` };
}
