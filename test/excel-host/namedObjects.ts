// What is found by its name or key: names, settings, XML parts; and comments.
import { intersect, parseRect, quoteSheet, rectName } from "./addresses";
import type { Area } from "./Area";
import type { BookSheet, StoredComment, StoredName } from "./BookSheet";
import type { HostCore } from "./HostCore";
import { Collection, HostObject } from "./HostObject";
import { exists, invalid, need } from "./OfficeError";
import { Range, resolveRange } from "./Range";

/** What a nested collection may hang off: a sheet, or cells of one. */
export interface Owner {
  readonly sheet?: BookSheet;
  readonly rect?: Area["rect"];
}

/** A collection of a sheet, or of the workbook where it hangs off none. */
export abstract class Scoped<Item> extends Collection<Item> {
  readonly sheet: BookSheet | null;

  constructor(host: HostCore, type: string, owner: Owner | undefined) {
    super(host, type);
    this.sheet = owner?.sheet ?? null;
  }

  override get eventTarget(): string {
    return this.sheet?.id ?? "Workbook";
  }

  get sheets(): readonly BookSheet[] {
    return this.sheet ? [this.sheet] : this.book.sheets;
  }

  /** Cells, by an address or as a range. */
  protected cells(where: unknown): Range {
    return resolveRange(this.host, where, this.sheet ?? this.book.active);
  }
}

const absolute = (range: Range): string => `=${quoteSheet(range.sheet.name)}!${rectName(range.rect).replace(/[A-Z]+|\d+/g, "$$$&")}`;

export class Names extends Scoped<StoredName> {
  override get list(): StoredName[] {
    return this.sheet ? this.sheet.names : this.book.names;
  }

  override matches({ name }: StoredName, id: unknown): boolean {
    return name.toLowerCase() === String(id).toLowerCase();
  }

  override wrap(name: StoredName): NamedItem {
    return new NamedItem(this.host, name, this);
  }

  Add(name: string, reference: unknown, comment?: string): HostObject {
    if (!/^[A-Za-z_\\][\w.\\]*$/.test(name) || parseRect(name)) throw invalid();
    if (this.find(name)) throw exists();
    const formula = reference instanceof Range ? absolute(reference) : String(reference);
    this.list.push({ name, formula: formula.startsWith("=") ? formula : `=${formula}`, comment: comment ?? "", visible: true });
    this.book.revision++;
    return this.item(name);
  }

  AddFormulaLocal(name: string, formula: string, comment?: string): HostObject {
    return this.Add(name, formula, comment);
  }
}

class NamedItem extends HostObject {
  constructor(
    host: HostCore,
    private readonly kept: StoredName,
    private readonly owner: Names,
  ) {
    super(host, "Excel.NamedItem");
  }

  get _Id(): string {
    return this.kept.name;
  }

  get Name(): string {
    return this.kept.name;
  }

  get Formula(): string {
    return this.kept.formula;
  }

  set Formula(v: string) {
    this.kept.formula = v;
    this.book.revision++;
  }

  get Comment(): string {
    return this.kept.comment ?? "";
  }

  set Comment(v: string) {
    this.kept.comment = v;
  }

  get Visible(): boolean {
    return this.kept.visible ?? true;
  }

  set Visible(v: boolean) {
    this.kept.visible = v;
  }

  get Scope(): string {
    return this.owner.sheet ? "Worksheet" : "Workbook";
  }

  private get home(): BookSheet {
    return this.owner.sheet ?? this.book.active;
  }

  private get place() {
    return this.book.locate(this.kept.formula.replace(/\$/g, ""), this.home);
  }

  get Type(): string {
    if (this.place) return "Range";
    const type = typeof this.Value;
    return type === "number" ? "Double" : type === "boolean" ? "Boolean" : "String";
  }

  get Value(): unknown {
    return this.place ? this.kept.formula.slice(1) : this.book.evaluate(this.kept.formula, this.home, 0, 0);
  }

  GetRangeOrNullObject(): Range | null {
    const at = this.place;
    return at && new Range(this.host, at.sheet, at.rect);
  }

  GetRange(): Range {
    return need(this.GetRangeOrNullObject());
  }

  Delete(): void {
    this.owner.list.splice(this.owner.list.indexOf(this.kept), 1);
  }
}

export class Comments extends Scoped<StoredComment> {
  override get list(): readonly StoredComment[] {
    return this.sheets.flatMap(({ comments }) => comments);
  }

  override wrap(comment: StoredComment): Comment {
    return new Comment(this.host, comment, need(this.book.sheets.find(({ comments }) => comments.includes(comment))));
  }

  Add(where: unknown, content: string | { readonly richContent: string }, contentType?: string): Comment {
    const at = this.cells(where);
    if (at.CellCount !== 1 || (typeof where === "string" && !this.sheet && !where.includes("!"))) throw invalid();
    if (at.sheet.comments.some(({ rect }) => intersect(rect, at.rect))) throw exists();
    const comment: StoredComment = {
      id: this.book.guid(),
      rect: { ...at.rect },
      content: typeof content === "string" ? content : content.richContent,
      contentType: contentType ?? "Plain",
      author: "Simulated User",
      created: new Date().toISOString(),
      resolved: false,
      replies: [],
    };
    at.sheet.comments.push(comment);
    this.host.fire(250, at.sheet.id, { source: "Local", worksheetId: at.sheet.id, commentDetails: [{ commentId: comment.id, replyIds: [] }] });
    return this.wrap(comment);
  }

  GetItemByCell(where: unknown): Comment {
    const at = this.cells(where);
    return this.wrap(need(at.sheet.comments.find(({ rect }) => intersect(rect, at.rect))));
  }
}

class Comment extends HostObject {
  constructor(
    host: HostCore,
    private readonly kept: StoredComment,
    private readonly sheet: BookSheet,
  ) {
    super(host, "Excel.Comment");
  }

  get Id(): string {
    return this.kept.id;
  }

  get Content(): string {
    return this.kept.content;
  }

  set Content(v: string) {
    this.kept.content = v;
  }

  get ContentType(): string {
    return this.kept.contentType;
  }

  get AuthorName(): string {
    return this.kept.author;
  }

  get AuthorEmail(): string {
    return "user@example.invalid";
  }

  get CreationDate(): string {
    return this.kept.created;
  }

  get Resolved(): boolean {
    return this.kept.resolved;
  }

  set Resolved(v: boolean) {
    this.kept.resolved = v;
  }

  GetLocation(): Range {
    return new Range(this.host, this.sheet, this.kept.rect);
  }

  Delete(): void {
    this.sheet.comments.splice(this.sheet.comments.indexOf(this.kept), 1);
  }
}

/** Workbook.settings and Office.context.document.settings are one store, of JSON texts. */
export class Settings extends Collection<string> {
  constructor(host: HostCore) {
    super(host, "Excel.SettingCollection");
  }

  override get list(): readonly string[] {
    return Object.keys(this.book.settings);
  }

  override matches(key: string, id: unknown): boolean {
    return key === id;
  }

  override wrap(key: string): Setting {
    return new Setting(this.host, key);
  }

  Add(key: string, value: unknown): Setting {
    this.book.settings[key] = JSON.stringify(value);
    return this.wrap(key);
  }
}

class Setting extends HostObject {
  constructor(
    host: HostCore,
    private readonly key: string,
  ) {
    super(host, "Excel.Setting");
  }

  get _Id(): string {
    return this.key;
  }

  get Key(): string {
    return this.key;
  }

  get Value(): unknown {
    return JSON.parse(need(this.book.settings[this.key]));
  }

  set Value(v: unknown) {
    this.book.settings[this.key] = JSON.stringify(v);
  }

  Delete(): void {
    Reflect.deleteProperty(this.book.settings, this.key);
  }
}
