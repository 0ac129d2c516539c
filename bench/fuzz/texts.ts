import { auditFile, contentsOf } from "../../src/cli/auditFile";
import { narrate } from "../../src/core/narrative/narrate";
import type { TableAudit } from "../../src/core/audit";
import type { Content } from "../../src/core/sheet/Cell";
import { finish } from "../../src/core/steps";
import { statedFiguresInSteps } from "../../src/core/stated/statedFigures";
import { VOCABULARY } from "../../src/vocabulary/vocabulary";
import { plainText } from "../../src/word/html";
import { openWorkbookFile } from "../../src/xlsx/openWorkbookFile";
import { writeBook } from "../../test/fixtures/book/writeBook";
import { chance } from "../localisation/chance";
import { makeTable } from "../layouts/makeTable";
import { heard, unlessTrouble } from "./judgeFile";
import { longest, ODD_TEXTS } from "./oddTexts";
import { trialOf, type Change, type Fault, type Trial } from "./Trial";

const FILE = "bang.xlsx";
const STYLES = ["official", "on-time", "shares", "commune"] as const;
/** What a text of Excel's maximum length may take of the processor's time, in milliseconds. */
const LIMIT = 2_000, LETTERS = 32_767;

const DIGIT_MISTYPED: Change<string> = {
  name: "a digit mistyped",
  make: (text, draw) => {
    const digits = [...text.matchAll(/\d/g)];
    if (digits.length === 0) return text;
    const { index, 0: digit } = draw.pick(digits);
    return text.slice(0, index) + String((Number(digit) + draw.whole(1, 9)) % 10) + text.slice(index + 1);
  },
};

const SEPARATORS = /(?<=[.;,:\n])\s*/u;

/** Words, sentences or lines of a text put in another order, some gone or twice. */
const pieces = (name: string, change: (all: string[], at: number, other: number) => readonly string[]): Change<string> => ({
  name,
  make: (text, draw) => {
    const all = text.split(SEPARATORS);
    return change(all, draw.whole(0, all.length - 1), draw.whole(0, all.length - 1)).join(" ");
  },
});

const TEXT_CHANGES: readonly Change<string>[] = [
  DIGIT_MISTYPED,
  DIGIT_MISTYPED,
  pieces("a piece gone", (all, at) => all.filter((_, index) => index !== at)),
  pieces("a piece twice", (all, at) => all.flatMap((each, index) => (index === at ? [each, each] : [each]))),
  pieces("two pieces exchanged", (all, at, other) => all.map((each, index) => (index === at ? all[other]! : index === other ? all[at]! : each))),
  { name: "an odd text put in", make: (text, draw) => { const at = draw.whole(0, text.length); return `${text.slice(0, at)} ${draw.pick(ODD_TEXTS)} ${text.slice(at)}`; } },
  { name: "a piece of maximum length", make: (text, draw) => { const at = draw.whole(0, text.length); return text.slice(0, at) + longest(draw.pick([" ", "1 ", "1.", "(", "hồ sơ ", "a", "\n", "- ", "Lĩnh vực ", "; ", "12 hồ sơ, ", text.slice(at, at + 40) || "x"])) + text.slice(at); } },
  { name: "decomposed letters", make: (text) => text.normalize("NFD") },
  { name: "capitals", make: (text) => text.toLocaleUpperCase("vi") },
  { name: "no line ends", make: (text) => text.replace(/\s+/g, " ") },
  { name: "letters cut off", make: (text, draw) => text.slice(0, draw.whole(0, text.length)) },
]; // prettier-ignore

/** Figures of a right table that would become others, offered as certain because of a text. */
function certainIn(tables: readonly TableAudit[]): readonly Fault[] {
  const figure = (content: Content): number | undefined => {
    const value = content.kind === "formula" ? content.value : content;
    return value.kind === "number" ? value.number : value.kind === "blank" ? 0 : undefined;
  };
  const certain = tables.flatMap(({ findings }) =>
    findings.flatMap(({ suggestions, message }) =>
      suggestions.some(({ sure, changes }) => sure === "certain" && changes.some(({ from, to }) => from.kind !== "text" && figure(from) !== figure(to))) ? [message.vi] : [],
    ),
  );
  return certain.map((what) => ({ kind: "certain and wrong", what }));
}

async function judgeText(text: string, bytes: Uint8Array, changes: number): Promise<readonly Fault[]> {
  const read = async (): Promise<string> => JSON.stringify(finish(statedFiguresInSteps(text, VOCABULARY)));
  let least = Infinity;
  const said: string[] = [];
  const limit = LIMIT * Math.max(1, text.length / LETTERS);
  for (let times = 0; times < 2 || (times < 3 && least > limit); times++) {
    const before = process.cpuUsage();
    const { result, fault } = await unlessTrouble(read);
    if (fault) return [fault];
    const { user, system } = process.cpuUsage(before);
    least = Math.min(least, (user + system) / 1000);
    said.push(result!);
  }
  if (new Set(said).size > 1) return [{ kind: "answers differ", what: "counts that a text states" }];
  if (least > limit) return [{ kind: "slow", what: `${Math.round(least)} ms for a text of ${text.length} letters` }];
  const texts = [{ text, source: { vi: "lời văn", en: "text" } }];
  const { result, fault } = await unlessTrouble(() => heard(bytes, FILE, { texts }));
  if (!result?.audited) return fault ? [fault] : [];
  const { tables } = result.audited.audit;
  const broken = tables.filter(({ counts }) => counts.broken > 0).map(({ table }): Fault => ({ kind: "crash", what: `checks of ${table.sheet} broke` }));
  const errors = changes > 0 ? [] : tables.flatMap(({ findings }) => findings.filter(({ severity }) => severity === "error")).map(({ message }): Fault => ({ kind: "right things accused", what: message.vi }));
  // More than one slip may make a text agree with itself, and with nothing else.
  return [...broken, ...errors, ...(changes < 2 ? certainIn(tables) : [])];
}

/** What the program writes of a right table, spoilt in up to five ways and held against the table. */
export async function textTrial(seed: number): Promise<Trial> {
  const draw = chance(seed + 17);
  const table = makeTable(seed, { fixed: { size: draw.pick(["small", "usual"]), notation: "plain", rowsShown: "all", letters: "Unicode" } });
  const bytes = writeBook(table.book);
  const style = draw.pick(STYLES);
  const { audit } = await auditFile(await contentsOf(await openWorkbookFile(bytes, FILE)), FILE);
  const tables = audit.tables.map((each) => each.table);
  const text = plainText(tables.flatMap((each) => narrate(each, { vocabulary: VOCABULARY, style, tables })));
  return trialOf<string>(seed, {
    from: `${table.id}, wording ${style}`,
    made: text,
    changes: TEXT_CHANGES,
    most: 5,
    judge: (made, { length }) => judgeText(made, bytes, length),
    tell: (made) => made.slice(0, 3_000).split("\n"),
    file: (made) => ({ name: "loi-van.txt", bytes: new TextEncoder().encode(made) }),
  });
}
