import type { Audit, TableAudit } from "../audit";
import type { Finding } from "../findings/Finding";
import { a1, parseA1, positionKey, type Position } from "../sheet/Address";
import { plainText, type Value } from "../sheet/Cell";
import type { Sheet } from "../sheet/Sheet";
import type { Steps } from "../steps";
import type { Table } from "../figures/Table";
import type { Phrase } from "../words/Phrase";
import { sayDay, type Justification, type JustifiedCell } from "./Justification";
import { checkIdsOf, justifiable, statementsInSteps } from "./justify";
import { placesInSteps, stillShows, valueAt, type Places } from "./places";

/** A finding that the reporter has confirmed, and why. */
export interface JustifiedFinding {
  readonly table: Table;
  readonly finding: Finding;
  readonly justification: Justification;
}

/** A justification that no longer holds, and what happened to it, in a sentence. */
export interface Lapse {
  readonly justification: Justification;
  readonly why: Phrase;
}

/** An audit in the light of what the reporter has confirmed. */
export interface JustifiedAudit {
  /** With the findings still open. What is judged and counted stays as it was. */
  readonly audit: Audit;
  /** In the order of the findings. */
  readonly justified: readonly JustifiedFinding[];
  /** By the id of the open finding that has come back. */
  readonly lapsed: ReadonlyMap<string, Lapse>;
  /** Written for findings that are there no more; they stand again if these come back. */
  readonly idle: readonly Justification[];
}

/** What was confirmed of one table. */
export const justifiedIn = (table: Table, justified: readonly JustifiedFinding[]): readonly JustifiedFinding[] => justified.filter((each) => each.table === table);

/** Where the cells of a justification stand now; of cells that are gone, nothing. */
interface Located {
  readonly justification: Justification;
  /** Keys of the finding's own cells; undefined where one is gone. */
  readonly own: ReadonlySet<number> | undefined;
  /** Keys of the figures these were compared with. */
  readonly compared: ReadonlySet<number>;
  /** What has changed since; undefined where all is as it was. */
  readonly change: Phrase | undefined;
}

/** Sets confirmed findings apart, and tells which confirmations have lapsed. Pure; the audit given stays as it is. */
export function* applyJustificationsInSteps(audit: Audit, sheets: readonly Sheet[], justifications: readonly Justification[]): Steps<JustifiedAudit> {
  if (justifications.length === 0) return { audit, justified: [], lapsed: new Map(), idle: [] };
  const justified: JustifiedFinding[] = [];
  const lapsed = new Map<string, Lapse>();
  const used = new Set<Justification>();
  const names = new Set(sheets.map(({ name }) => name));
  const tables: TableAudit[] = [];
  for (const each of audit.tables) {
    const { table, findings } = each;
    const sheet = sheets.find(({ name }) => name === table.sheet);
    // One whose sheet is gone may speak of a sheet that was renamed.
    const here = justifications.filter(({ form, sheet: name }) => form === table.form.id && (name === table.sheet || !names.has(name)));
    if (!sheet || here.length === 0) {
      tables.push(each);
      continue;
    }
    const places = yield* placesInSteps(table);
    const all = audit.tables.map((other) => other.table);
    const located: Located[] = [];
    for (const justification of here) {
      if (!isOf(justification, places)) continue;
      const asked = justification.cells.some(({ stated }) => stated !== undefined);
      const stated = asked ? yield* statementsInSteps(table, all, justification.checks) : new Map<number, number>();
      located.push(locate(justification, places, (at) => ({ value: valueAt(sheet, table, at), stated: stated.get(positionKey(at)) })));
      yield;
    }
    const standing = new Map<Finding, Justification>();
    for (const finding of findings.filter((candidate) => justifiable(candidate, table))) {
      yield;
      const found = located.find(({ justification, own, change }) => change === undefined && !used.has(justification) && isAbout(justification, own, finding));
      if (!found) continue;
      used.add(found.justification);
      standing.set(finding, found.justification);
      justified.push({ table, finding, justification: found.justification });
    }
    const open = findings.filter((finding) => !standing.has(finding));
    // A change may also have led to another suspect, among the figures compared.
    for (const touches of [touchesOwn, touchesCompared]) {
      for (const finding of open) {
        const found = lapsed.has(finding.id) ? undefined : located.find((each) => !used.has(each.justification) && touches(each, finding));
        if (!found) continue;
        used.add(found.justification);
        lapsed.set(finding.id, { justification: found.justification, why: sayLapse(found) });
      }
    }
    tables.push({ ...each, findings: open });
  }
  return { audit: { ...audit, tables }, justified, lapsed, idle: justifications.filter((justification) => !used.has(justification)) };
}

/** Whether a justification was given for this table rather than another on its sheet; one that names no cell of a table may be for any. */
function isOf({ cells }: Justification, places: Places): boolean {
  const named = cells.flatMap(({ place }) => place ?? []);
  return named.length === 0 || named.some(places.owns);
}

/** What a cell shows, and what another sheet states of it. */
interface Shown {
  readonly value: Value;
  readonly stated: number | undefined;
}

function locate(justification: Justification, places: Places, shownAt: (at: Position) => Shown): Located {
  const now = (cell: JustifiedCell): Position | undefined => (cell.place === undefined ? parseA1(cell.at) : places.positionOf(cell.place));
  const { cells, compared } = justification;
  const [own, others] = [cells, compared].map((each) => each.map(now));
  const changes = [...cells, ...compared].map((cell) => changeOf(cell, now(cell), shownAt));
  return {
    justification,
    own: own!.every((at) => at !== undefined) ? keysOf(own!) : undefined,
    compared: keysOf(others!),
    change: changes.find((change) => change !== undefined),
  };
}

const keysOf = (positions: readonly (Position | undefined)[]): ReadonlySet<number> => new Set(positions.flatMap((at) => (at ? positionKey(at) : [])));

function changeOf({ at, shown, stated }: JustifiedCell, position: Position | undefined, shownAt: (at: Position) => Shown): Phrase | undefined {
  if (!position) return { vi: `ô ${at} không còn ở dòng cũ`, en: `cell ${at} is no longer where it was` };
  const { value, stated: statedNow } = shownAt(position);
  if (stillShows(value, shown)) {
    if (stated === undefined || stated === statedNow) return undefined;
    return { vi: `số liệu của trang tính khác về ô ${a1(position)} đã thay đổi`, en: `what another sheet states of cell ${a1(position)} has changed` };
  }
  const [before, after] = [plainText(shown), plainText(value)];
  return {
    vi: `ô ${a1(position)} đã đổi từ ${before || "(trống)"} thành ${after || "(trống)"}`,
    en: `cell ${a1(position)} has changed from ${before || "(blank)"} to ${after || "(blank)"}`,
  };
}

/** Whether a justification speaks of exactly these cells, and of every check that still fails there. */
function isAbout({ checks }: Justification, own: ReadonlySet<number> | undefined, finding: Finding): boolean {
  const cells = new Set(finding.cells.map(positionKey));
  return own !== undefined && own.size === cells.size && [...own].every((key) => cells.has(key)) && checkIdsOf(finding).every((check) => checks.includes(check));
}

/** Whether a justification was about what a finding now questions, at least in part. */
function touchesOwn({ justification, own }: Located, finding: Finding): boolean {
  return finding.id === justification.finding || overlaps(own ?? keysOf(justification.cells.map(({ at }) => parseA1(at))), justification, finding);
}

function touchesCompared({ justification, compared, change }: Located, finding: Finding): boolean {
  return change !== undefined && overlaps(compared, justification, finding);
}

const overlaps = (keys: ReadonlySet<number>, { sheet, checks }: Justification, finding: Finding): boolean =>
  sheet === finding.sheet && finding.cells.some((cell) => keys.has(positionKey(cell))) && checkIdsOf(finding).some((check) => checks.includes(check));

function sayLapse({ justification, change }: Located): Phrase {
  const day = sayDay(justification.at);
  const why = change ?? { vi: "điểm cần xem đã khác trước", en: "what is questioned is no longer the same" };
  return {
    vi: `Giải trình ngày ${day} đã hết hiệu lực vì ${why.vi}.`,
    en: `The justification of ${day} has lapsed because ${why.en}.`,
  };
}
