import { markOfRow, type Members, type Sums } from "./Block";
import { formulaSays, isOfShown } from "./sumEvidence";
import type { Body } from "./Body";
import type { RowRole } from "./RowEvidence";
import type { Reading } from "./State";
import { STEP, type Steps } from "../steps";

/** A sum as one reading has it. */
export interface SumRead {
  readonly row: number;
  readonly parts: readonly number[];
  /** The same with those that are not shown. */
  readonly all: readonly number[];
  /** Those with figures. */
  readonly members: Members;
  readonly isShownOnly: boolean;
  /** In how many columns that are not nought it comes out, and does not. */
  readonly holds: number;
  readonly fails: number;
  /** The most that words, ordinal or looks ask for it, or for one of its parts. */
  readonly oddity: number;
  /** Whether its formulas add up just these. */
  readonly isByFormula: boolean;
}

/** What the rows are by one reading. */
export interface RolesRead {
  readonly roles: readonly RowRole[];
  readonly sections: readonly number[];
  readonly hosts: readonly number[];
  readonly sums: readonly SumRead[];
  readonly cost: number;
}

/** A block being put together again. */
interface Open {
  readonly kind: "table" | "section" | "line";
  readonly row: number;
  stated: number;
  readonly members: number[];
  /** Where those begin that stand by themselves. */
  loose: number;
  readonly section: number;
}

/** Puts together what a reading makes of a table. */
export function* replay(body: Body, { choices, cost }: Reading): Steps<RolesRead> {
  const { size, rows, counts, width, unknown } = body;
  const roles: RowRole[] = new Array<RowRole>(size).fill("note");
  const [sections, hosts, oddities] = [new Array<number>(size).fill(-1), new Array<number>(size).fill(-1), new Float64Array(size)];
  const sums: SumRead[] = [];
  /** By the row of a sum: what was first told of it. */
  const partsOf = new Map<number, readonly number[]>();
  /** The same as marks, which tell whether two rows state one sum. */
  const membersOf = new Map<number, Members>();
  const stack: Open[] = [{ kind: "table", row: -1, stated: -1, members: [], loose: 0, section: -1 }];
  let lastSum = -1;
  let lastSection = -1;

  /**
   * The rows that a row adds up, as its formulas have it where that comes to the same: a section may state its sum twice, above and below, and
   * what is made up of others may stand for them, or they for it.
   */
  function asFormulas(row: number, members: readonly number[]): readonly number[] {
    const added = addedByFormulas(row, body);
    if (added.length === 0) return members;
    const own = new Set(added);
    const twins = new Map(added.flatMap((each) => (membersOf.has(each) ? [[membersOf.get(each), each] as const] : [])));
    const met = new Set<number>();
    const isAdded = (member: number): boolean => {
      const found = own.has(member) ? member : twins.get(membersOf.get(member));
      if (found !== undefined) return own.delete(found);
      if (met.has(member)) return false;
      met.add(member);
      return partsOf.get(member)?.every(isAdded) ?? !rows[member]!.isFilled;
    };
    return members.every(isAdded) && own.size === 0 ? added : members;
  }

  function tell(row: number, read: readonly number[]): void {
    // What is told now stays as it is, though more rows may yet come to stand in the same block.
    const members = rows[row]!.told ?? asFormulas(row, read.slice());
    if (members.length === 0) return;
    const added = addedUp(body, members, oddities);
    const isShownOnly = isOfShown(body, row, added);
    const parts = isShownOnly ? members.filter((part) => !rows[part]!.isHidden) : members;
    const sum = isShownOnly ? added.shown : added.sums;
    let [holds, fails] = [0, 0];
    for (let column = 0; rows[row]!.isFilled && column < width; column++) {
      const stated = counts[row * width + column]!;
      if (((added.unknown | unknown[row]!) >>> column) & 1) continue;
      if (stated !== sum[column]) fails++;
      else if (stated !== 0) holds++;
    }
    const oddity = Math.max(oddities[row]!, isShownOnly ? added.shownOddity : added.oddity);
    const leaves = (): Members => leavesOf(members).reduce((marks, leaf) => (rows[leaf]!.isFilled ? marks + markOfRow(leaf) : marks), 0);
    const isByFormula = rows[row]!.adds !== undefined && formulaSays(body, row, { members: added.members, leaves: leaves() }) === "so";
    if (!partsOf.has(row)) partsOf.set(row, parts);
    membersOf.set(row, added.members);
    sums.push({ row, parts, all: members, members: added.members, isShownOnly, holds, fails, oddity, isByFormula });
  }

  /** What rows are made of at the bottom, where they are sums of sections themselves. */
  const leavesOf = (members: readonly number[]): readonly number[] => {
    const leaves: number[] = [];
    for (const open = [...members].reverse(); open.length > 0; ) {
      const member = open.pop()!;
      const own = roles[member] === "sum" ? partsOf.get(member) : undefined;
      if (own) for (let place = own.length - 1; place >= 0; place--) open.push(own[place]!);
      else leaves.push(member);
    }
    return leaves;
  };

  /** Closes blocks down to a depth. */
  function popTo(depth: number): Open {
    while (stack.length - 1 > depth) {
      const block = stack.pop()!;
      const under = stack.at(-1)!;
      if (block.kind === "line") {
        if (block.members.length > 0) tell(block.row, block.members);
        continue;
      }
      if (block.members.length > 0 && block.stated >= 0) tell(block.stated, block.members);
      if (block.stated >= 0) under.members.push(block.stated);
      else for (const member of block.members) under.members.push(member);
      under.loose = under.members.length;
      if (block.members.length === 0 && block.stated >= 0) {
        roles[block.stated] = "line";
        sections[block.stated] = under.section;
      } else if (block.members.length === 0) roles[block.row] = "note";
    }
    return stack.at(-1)!;
  }

  for (const [index, { move, from, to, depth, cost: oddity }] of choices.entries()) {
    if (index % STEP === STEP - 1) yield;
    for (let row = from; row <= to; row++) oddities[row] = oddity;
    const sumBefore = lastSum;
    lastSum = -1;
    switch (move) {
      case "line":
      case "part": {
        const into = popTo(depth);
        for (let row = from; row <= to; row++) {
          into.members.push(row);
          roles[row] = move;
          sections[row] = into.section;
          if (move === "part") hosts[row] = into.row;
        }
        stack.push({ kind: "line", row: to, stated: to, members: [], loose: 0, section: into.section });
        break;
      }
      case "memo": {
        const into = popTo(depth);
        roles[from] = "memo";
        hosts[from] = sumBefore >= 0 ? sumBefore : into.row;
        sections[from] = into.section;
        lastSum = sumBefore;
        break;
      }
      case "lead":
        popTo(depth);
        lastSum = sumBefore;
        break;
      case "heading":
        popTo(depth);
        stack.push({ kind: "section", row: from, stated: rows[from]!.isFilled ? from : -1, members: [], loose: 0, section: ++lastSection });
        roles[from] = rows[from]!.isFilled ? "sum" : "heading";
        sections[from] = lastSection;
        break;
      case "before":
      case "after": {
        const section = popTo(depth);
        roles[from] = "sum";
        sections[from] = section.section;
        if (section.stated >= 0) tell(from, section.members);
        else section.stated = from;
        if (move === "after") popTo(depth - 1);
        lastSum = from;
        break;
      }
      case "loose": {
        const into = popTo(depth);
        const members = into.members.splice(into.loose);
        const section = ++lastSection;
        for (const member of members) within(member, section);
        roles[from] = "sum";
        sections[from] = section;
        tell(from, members);
        into.members.push(from);
        into.loose = into.members.length;
        lastSum = from;
        break;
      }
      case "total":
      case "first-total": {
        const table = popTo(0);
        roles[from] = "total";
        if (move === "total") tell(from, table.members);
        else table.stated = from;
        lastSum = from;
        break;
      }
      case "note":
        lastSum = sumBefore;
    }
  }
  const table = popTo(0);
  if (table.stated >= 0 && table.members.length > 0) tell(table.stated, table.members);
  // Sums that no layout knows, such as every other row: the search could not give them.
  for (const row of body.told.keys()) {
    const isSum = rows[row]!.told!.length > 0;
    if (isSum && !partsOf.has(row)) tell(row, []);
    if (isSum && roles[row] !== "total" && !isHostOf(row)) roles[row] = "sum";
    else if (!isSum && (roles[row] === "sum" || roles[row] === "total")) roles[row] = "line";
  }
  return { roles, sections, hosts, sums: sums.sort((one, other) => one.row - other.row), cost };

  /** Whether a row is a line, or part of one, that the rows told of belong to. */
  function isHostOf(row: number): boolean {
    return (roles[row] === "line" || roles[row] === "part") && rows[row]!.told!.every((part) => hosts[part] === row);
  }

  /** Puts a row, and what belongs to it, into a section. */
  function within(row: number, section: number): void {
    if (roles[row] !== "sum") sections[row] = section;
    for (let below = row + 1; below < size && hosts[below] !== undefined && hosts[below]! >= row; below++) sections[below] = section;
  }
}

/** The rows with figures that a row's formulas add up, top down. */
export function addedByFormulas(row: number, { rows }: Body): readonly number[] {
  const found: number[] = [];
  for (const [first, last] of rows[row]!.adds ?? []) {
    for (let each = first; each <= last; each++) if (rows[each]!.isFilled) found.push(each);
  }
  return found;
}

/** What is told of rows that are added up. */
interface AddedUp {
  readonly sums: Sums;
  readonly shown: Sums;
  readonly unknown: number;
  /** Those with figures. */
  readonly members: Members;
  /** The most that one of them asks for, and one of those shown. */
  readonly oddity: number;
  readonly shownOddity: number;
}

function addedUp({ counts, width, rows, unknown, hasHidden }: Body, parts: readonly number[], oddities: Float64Array): AddedUp {
  const sums = new Array<number>(width).fill(0);
  const shown = hasHidden ? [...sums] : sums;
  let [unreadable, members, oddity, shownOddity] = [0, 0, 0, 0];
  for (const row of parts) {
    const { isFilled, isHidden } = rows[row]!;
    unreadable |= unknown[row]!;
    if (isFilled) members += markOfRow(row);
    oddity = Math.max(oddity, oddities[row]!);
    for (let column = 0; column < width; column++) sums[column]! += counts[row * width + column]!;
    if (!hasHidden || isHidden) continue;
    shownOddity = Math.max(shownOddity, oddities[row]!);
    for (let column = 0; column < width; column++) shown[column]! += counts[row * width + column]!;
  }
  return { sums, shown, unknown: unreadable, members, oddity, shownOddity };
}
