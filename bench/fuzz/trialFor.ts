import { formulaTrial } from "./formulas";
import { layoutTrial } from "./layouts";
import { packageTrial } from "./packages";
import { sheetTrial } from "./sheets";
import { textTrial } from "./texts";
import type { Kind, Trial } from "./Trial";

const MAKERS: Readonly<Record<Kind, (seed: number) => Trial | Promise<Trial>>> = {
  sheets: sheetTrial,
  packages: packageTrial,
  texts: textTrial,
  formulas: formulaTrial,
  layouts: layoutTrial,
};

/** The case of that number among those of a seed: always the same. */
export const trialFor = async (kind: Kind, seed: number, index: number): Promise<Trial> => MAKERS[kind](seed * 1_000_003 + index);
