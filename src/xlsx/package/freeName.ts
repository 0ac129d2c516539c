import { namesPart } from "./contentTypes";
import type { Package } from "./Package";
import { relationshipsPath } from "./relationships";

/**
 * The first number from `from` on by which new parts can be called. Parts that nobody refers to are the user's as well, and so are
 * relationships and content types of parts that are missing: a new part must not take them over, nor take them along when it goes.
 */
export function freeNumber(parts: Package, from: number, names: (number: number) => readonly string[]): number {
  const isTaken = (path: string): boolean => parts.has(path) || parts.has(relationshipsPath(path)) || namesPart(parts, path);
  let number = from;
  while (names(number).some(isTaken)) number++;
  return number;
}
