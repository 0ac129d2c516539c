import type { ManyCellsKind, OneCellKind } from "./Event";
import { arbitraryChange } from "./events/arbitraryChange";
import { blankParts } from "./events/blankParts";
import { exchangedCells } from "./events/exchangedCells";
import { exchangesTogether } from "./events/exchangesTogether";
import { leftBlank } from "./events/leftBlank";
import { mergedRows } from "./events/mergedRows";
import { missedRow } from "./events/missedRow";
import { repeatedRow } from "./events/repeatedRow";
import { shiftedLine } from "./events/shiftedLine";
import { shiftedValue } from "./events/shiftedValue";
import { staleSubtotal } from "./events/staleSubtotal";
import { staleSubtotalInTotal } from "./events/staleSubtotalInTotal";
import { staleTotal } from "./events/staleTotal";
import { typedOver } from "./events/typedOver";
import { typedSlip } from "./events/typedSlip";
import { wrongTotal } from "./events/wrongTotal";

/** What may have happened to a single cell. */
export const ONE_CELL_KINDS: readonly OneCellKind[] = [typedSlip, leftBlank, staleSubtotal, wrongTotal, typedOver, arbitraryChange];

/** What may have happened to several cells at once. */
export const MANY_CELLS_KINDS: readonly ManyCellsKind[] = [exchangedCells, shiftedValue, exchangesTogether, blankParts, staleSubtotalInTotal, staleTotal, missedRow, repeatedRow, mergedRows, shiftedLine];

/** Those that leave a line's sums as they are, so that only the columns tell of them. */
export const IN_ONE_LINE: readonly ManyCellsKind[] = [exchangedCells, shiftedValue];
