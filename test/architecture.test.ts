import { existsSync, readdirSync, readFileSync } from "node:fs";
import { basename, dirname, join, normalize, relative } from "node:path";
import { FORMS } from "../src/forms/forms";
import { checksOf } from "../src/core/checks/checksOf";
import { formName, leafColumns } from "../src/core/form/Form";

const ROOT = join(__dirname, "..");

/** Every file under a folder, as a path from the root. */
function filesIn(folder: string): readonly string[] {
  return readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(ROOT, join(entry.parentPath, entry.name)));
}

const read = (file: string): string => readFileSync(join(ROOT, file), "utf8");

const sources = filesIn("src").filter((file) => /\.tsx?$/.test(file));
const under = (folder: string): readonly string[] => sources.filter((file) => file.startsWith(`src/${folder}/`));

/** What a file imports, types included: own files as paths from the root, packages by name. */
function importsOf(file: string): readonly string[] {
  const named = [...read(file).matchAll(/^(?:import|export)\b[^;"=]*\bfrom "([^"]+)";|^import "([^"]+)";|\b(?:import|require)\(\s*"([^"]+)"/gm)].map((match) => (match[1] ?? match[2] ?? match[3])!);
  return named.map((name) => (name.startsWith(".") ? normalize(join(dirname(file), name)) : name));
}

/** The imports of a folder's files that are not among these beginnings: "src/core/a.ts → react". */
const strangers = (folder: string, allowed: readonly string[]): readonly string[] =>
  under(folder).flatMap((file) => importsOf(file).filter((name) => !allowed.some((start) => name === start || name.startsWith(`${start}/`))).map((name) => `${file} → ${name}`));

/** Files in which a pattern occurs, each with its line. */
const mentions = (pattern: RegExp): readonly string[] =>
  sources.flatMap((file) => read(file).split("\n").flatMap((line, index) => (pattern.test(line) ? [`${file}:${index + 1} ${line.trim()}`] : [])));

it("finds the sources it is about", () => {
  expect(sources.length).toBeGreaterThan(50);
  expect(importsOf("src/core/audit.ts")).toContain("src/core/figures/locate");
});

describe("who may import whom", () => {
  it("the core imports nothing but the core, and what cuts formulas into tokens", () => {
    expect(strangers("core", ["src/core", "excel-formula-tokenizer"])).toEqual([]);
  });

  it("no two folders of the core import each other, on whatever way round", () => {
    const folderOf = (file: string): string | undefined => /^src\/core\/([a-z]+)\//.exec(file)?.[1];
    const named = new Map<string, Set<string>>();
    for (const file of under("core")) {
      const from = folderOf(file);
      for (const to of from ? importsOf(file).map(folderOf) : []) if (to && to !== from) named.set(from!, (named.get(from!) ?? new Set()).add(to));
    }
    const reach = (from: string, seen: Set<string>): Set<string> => {
      for (const to of named.get(from) ?? []) if (!seen.has(to)) reach(to, seen.add(to));
      return seen;
    };
    expect(named.size).toBeGreaterThan(8);
    expect([...named.keys()].filter((folder) => reach(folder, new Set()).has(folder))).toEqual([]);
  });

  it("what reads tables knows no form", () => {
    expect(strangers("core/table", ["src/core/table", "src/core/sheet", "src/core/words", "src/core/steps", "src/core/firstFrom"])).toEqual([]);
  });

  it("forms import nothing but the core and forms", () => {
    expect(strangers("forms", ["src/core", "src/forms"])).toEqual([]);
  });

  it("the vocabulary imports nothing but what it is made of", () => {
    expect(strangers("vocabulary", ["src/core/quantities/Vocabulary", "src/core/words", "src/vocabulary"])).toEqual([]);
  });

  /** What the pane asks of its host: an edge may implement it. */
  const CONTRACT = "src/taskpane/PaneHost";

  it.each(["excel", "xlsx", "word"])("the %s edge imports no other edge", (edge) => {
    const others = ["excel", "xlsx", "word", "taskpane", "demo", "cli", "commands"].filter((each) => each !== edge);
    const imported = under(edge).flatMap((file) => importsOf(file).filter((name) => name !== CONTRACT && others.some((other) => name.startsWith(`src/${other}/`))).map((name) => `${file} → ${name}`));
    expect(imported).toEqual([]);
  });

  it("nothing in the product imports its tests", () => {
    expect(sources.flatMap((file) => importsOf(file).filter((name) => name.startsWith("test/")))).toEqual([]);
  });
});

describe("what no source file does", () => {
  it("reach out over a network", () => {
    expect(mentions(/\bfetch\(|\bXMLHttpRequest\b|\bsendBeacon\b|\bWebSocket\b|\bEventSource\b|\bimportScripts\b/)).toEqual([]);
  });

  it("run text as code", () => {
    expect(mentions(/\beval\(|\bnew Function\b|dangerouslySetInnerHTML/)).toEqual([]);
  });

  it("look behind in a pattern, which Safari before 16.4 cannot even read", () => {
    expect(mentions(/\(\?<[=!]/)).toEqual([]);
  });

  it("leave work for later in a comment", () => {
    expect(mentions(/\b(TODO|FIXME|XXX|HACK)\b/)).toEqual([]);
  });

  it("be longer than 350 lines", () => {
    expect(sources.map((file) => [file, read(file).split("\n").length] as const).filter(([, lines]) => lines > 350)).toEqual([]);
  });

  it("gather exports of others", () => {
    expect(sources.filter((file) => /^index\.tsx?$/.test(basename(file)))).toEqual([]);
    expect(mentions(/^export \* from/)).toEqual([]);
  });
});

describe("every kind of check", () => {
  /** Files that make a check; the others in the folder serve them. */
  const kinds = under("core/checks").filter((file) => /^export (?:function \w+\([\s\S]*?\): Check(?:Kind)? \{|const \w+: Check(?:Kind|Maker))/m.test(read(file)));

  it("is found", () => expect(kinds.length).toBeGreaterThanOrEqual(13));

  it.each(kinds.map((file) => [basename(file, ".ts"), file] as const))("%s has a test file of its name", (name) => {
    expect(existsSync(join(ROOT, "test/checks", `${name}.test.ts`))).toBe(true);
  });

  it.each(kinds.map((file) => [basename(file, ".ts"), file] as const))("%s is exported under the name of its file, and serves the list of checks", (name, file) => {
    expect(read(file)).toMatch(new RegExp(`^export (?:function|const) ${name}\\b`, "m"));
    expect([...importsOf("src/core/checks/checksOf.ts"), ...importsOf("src/core/checks/ruleKinds.ts")]).toContain(`src/core/checks/${name}`);
  });
});

describe.each(FORMS.map((form) => [form.id, form] as const))("form %s", (id, form) => {
  it("has a golden file that is not empty", () => {
    expect(read(`test/forms/${id}/golden.txt`)).toMatch(/^# .+\n.+/);
  });

  it("has checks with ids of their own", () => {
    const ids = form.tables.flatMap((layout) => checksOf({ form, layout }).map((check) => `${layout.key}/${check.id}`));
    expect(new Set(ids).size).toBe(ids.length);
    for (const each of ids) expect(each).toMatch(/^[a-z][a-z-]*\/[a-z][a-z0-9-]*$/);
  });

  it("has checks whose titles are told in both languages", () => {
    for (const { title } of form.tables.flatMap((layout) => checksOf({ form, layout }))) {
      expect(title.vi.trim().length).toBeGreaterThan(10);
      expect(title.en.trim().length).toBeGreaterThan(10);
      expect(title.vi).not.toBe(title.en);
    }
  });

  it("has columns with keys of their own, numbered from 1 without a gap", () => {
    for (const layout of form.tables) {
      const columns = leafColumns(layout.columns);
      expect(new Set(columns.map(({ key }) => key)).size).toBe(columns.length);
      if (columns.some(({ no }) => no !== undefined)) expect(columns.map(({ no }) => no)).toEqual(columns.map((_, index) => index + 1));
    }
  });

  it("names only its own columns in sums and percentages", () => {
    for (const { columns, shares = [] } of form.tables) {
      const keys = new Set(leafColumns(columns).map(({ key }) => key));
      const named = [...leafColumns(columns).flatMap(({ sum = [] }) => sum), ...shares.flatMap(({ numerator, denominator }) => [...numerator, ...denominator])];
      expect(named.filter((key) => !keys.has(key))).toEqual([]);
    }
  });

  it("is in force from a date on, until a later one if any", () => {
    expect(form.from).toMatch(/^\d{4}-\d{2}-\d{2}$/);
    if (form.to !== undefined) expect(form.to > form.from).toBe(true);
  });
});

it("no two forms share an id, and no two families a mark", () => {
  expect(new Set(FORMS.map(({ id }) => id)).size).toBe(FORMS.length);
  const named = new Map(FORMS.map((form) => [formName(form), form.family]));
  expect(FORMS.filter((form) => named.get(formName(form)) !== form.family)).toEqual([]);
});
