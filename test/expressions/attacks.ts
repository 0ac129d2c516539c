import { parseRegExpLiteral, type AST } from "@eslint-community/regexpp";

/** What may stand for a class of characters: one of each kind that texts here are made of. */
const SAMPLES = [..."a1 Ax.,-(/<=\n\t'\"[:_>)]%đĐ…–\u00a0ø²#*+hsivI"];

/** Words that take part in what an expression reads, at most; more only repeat what these tell. */
const MOST_WORDS = 8;

const PROSE = "Trong kỳ báo cáo, UBND phường Phú Sơn đã tiếp nhận 1.652 hồ sơ (trong đó 701 hồ sơ trực tuyến); đã giải quyết 1.600 hồ sơ, trước hạn 900 hồ sơ. ";

/** What long cells and texts are made of, whoever wrote them. */
const COMMON = [" ", "a", "1", "0", "a a a ", "1 ", "1.", "1.1 ", "1,", ". ", "(", "()", "((a", "[", "[]", "\n", " \n", "\r\n", "\u00a0", "- ", "…", "<", "<a ", "='", "\"", "'", PROSE, PROSE.normalize("NFD")] as const;

/** What follows a run: nothing, or what no expression is waiting for. */
const ENDS = ["", "\u0001"] as const;

type Part = AST.Element | AST.Alternative | AST.Pattern;

/** Texts that a part of an expression takes: the shortest few of it. */
function wordsOf(part: Part, flags: string): readonly string[] {
  switch (part.type) {
    case "Character":
      return [String.fromCodePoint(part.value)];
    case "CharacterSet":
    case "CharacterClass":
    case "ExpressionCharacterClass": {
      const isIn = new RegExp(`^${part.raw}$`, flags.replace(/[gy]/g, ""));
      const own = part.type === "CharacterClass" ? part.elements.flatMap((each) => (each.type === "Character" ? String.fromCodePoint(each.value) : each.type === "CharacterClassRange" ? String.fromCodePoint(each.min.value) : [])) : [];
      return [...new Set([...own, ...SAMPLES])].filter((sample) => isIn.test(sample)).slice(0, 3);
    }
    case "Group":
    case "CapturingGroup":
    case "Pattern":
      return part.alternatives.flatMap((each) => wordsOf(each, flags).slice(0, 2)).slice(0, MOST_WORDS);
    case "Quantifier":
      return part.max === 0 ? [""] : wordsOf(part.element, flags).map((word) => word.repeat(Math.max(1, part.min)));
    case "Alternative":
      return part.elements.reduce<readonly string[]>((words, each) => joined(words, wordsOf(each, flags)), [""]);
    default:
      return [""];
  }
}

/** Every beginning with the first continuation, and the first beginning with every continuation. */
const joined = (beginnings: readonly string[], more: readonly string[]): readonly string[] =>
  [...new Set([...beginnings.map((each) => each + (more[0] ?? "")), ...more.map((each) => (beginnings[0] ?? "") + each)])].slice(0, MOST_WORDS);

interface Repeated {
  /** What stands before it in the expression. */
  readonly before: readonly string[];
  readonly words: readonly string[];
}

/** What an expression repeats without end, each with what leads to it. */
function repeatedIn(part: AST.Node, flags: string, before: readonly string[] = [""]): readonly Repeated[] {
  switch (part.type) {
    case "Quantifier": {
      const own = part.max > 8 ? [{ before, words: wordsOf(part.element, flags) }] : [];
      return [...own, ...repeatedIn(part.element, flags, before)];
    }
    case "Group":
    case "CapturingGroup":
    case "Pattern":
    case "Assertion":
      return "alternatives" in part ? part.alternatives.flatMap((each) => repeatedIn(each, flags, before)) : [];
    case "Alternative": {
      let lead = before;
      return part.elements.flatMap((each) => {
        const found = repeatedIn(each, flags, lead);
        lead = joined(lead, wordsOf(each, flags));
        return found;
      });
    }
    default:
      return [];
  }
}

/** A text that grows: what begins it, what is repeated in it, and what ends it. */
export interface Attack {
  readonly start: string;
  readonly run: string;
  readonly end: string;
}

/** The text of about so many characters. */
export const grown = ({ start, run, end }: Attack, size: number): string => start + run.repeat(Math.ceil(size / run.length)) + end;

/**
 * Texts on which an expression that tries a stretch anew from every place in it, or in several ways, takes time by the square of their length:
 * what it repeats, after what leads there, once or again and again; its own words; each of its characters, and each pair; common runs.
 */
export function attacksOn({ source, flags }: RegExp): readonly Attack[] {
  const { pattern } = parseRegExpLiteral(`/${source}/${flags}`);
  const repeated = repeatedIn(pattern, flags);
  const whole = wordsOf(pattern, flags);
  const runs = new Set<string>([...COMMON, ...whole, ...whole.map((word) => word.slice(0, -1)), ...whole.map((word) => word.slice(1))]);
  const letters = [...new Set([...repeated.flatMap(({ words }) => words), ...whole.flatMap((word) => [...word])])].slice(0, MOST_WORDS);
  for (const one of letters) for (const other of letters) runs.add(one === other ? one : one + other);
  for (const { before, words } of repeated) for (const lead of before) for (const word of words) runs.add(lead + word).add(lead + word + word);
  const attacks = [...runs].map((run): Attack => ({ start: "", run, end: "" }));
  for (const { before, words } of repeated) for (const lead of before) for (const word of words) attacks.push({ start: lead, run: word, end: "" });
  return attacks.filter(({ run }) => run !== "").flatMap((attack) => ENDS.map((end) => ({ ...attack, end })));
}
