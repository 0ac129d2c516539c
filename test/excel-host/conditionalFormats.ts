import { intersect } from "./addresses";
import type { Area } from "./Area";
import type { BookSheet, StoredFormat } from "./BookSheet";
import type { HostCore } from "./HostCore";
import { Collection, HostObject } from "./HostObject";
import { invalidOperation, need } from "./OfficeError";
import { Range } from "./Range";
import { RangeAreas } from "./RangeAreas";

/** Conditional formats that overlap an area. */
export class ConditionalFormats extends Collection<StoredFormat> {
  constructor(
    host: HostCore,
    private readonly area: Area,
  ) {
    super(host, "Excel.ConditionalFormatCollection");
  }

  override get list(): readonly StoredFormat[] {
    return this.area.sheet.conditionalFormats.filter(({ ranges }) => ranges.some((q) => this.area.rects.some((x) => intersect(q, x))));
  }

  override wrap(format: StoredFormat): ConditionalFormat {
    return new ConditionalFormat(this.host, format, this.area.sheet);
  }

  Add(type: string): ConditionalFormat {
    this.guardSheet(this.area.sheet, "allowFormatCells");
    const all = this.area.sheet.conditionalFormats;
    for (const format of all) format.priority += 1;
    const added = { id: this.book.guid(), type, priority: 0, stopIfTrue: false, ranges: this.area.rects.map((q) => ({ ...q })), data: {} };
    all.unshift(added);
    return this.wrap(added);
  }

  ClearAll(): void {
    this.guardSheet(this.area.sheet, "allowFormatCells");
    const gone = new Set(this.list);
    this.area.sheet.conditionalFormats = this.area.sheet.conditionalFormats.filter((format) => !gone.has(format));
  }
}

/** Members that hold the rule, by the type of the format. */
const RULES: Readonly<Record<string, string>> = {
  Custom: "Custom",
  DataBar: "DataBar",
  ColorScale: "ColorScale",
  IconSet: "IconSet",
  TopBottom: "TopBottom",
  Preset: "PresetCriteria",
  TextComparison: "ContainsText",
  CellValue: "CellValue",
};

class ConditionalFormat extends HostObject {
  constructor(
    host: HostCore,
    private readonly kept: StoredFormat,
    private readonly sheet: BookSheet,
  ) {
    super(host, "Excel.ConditionalFormat", () => kept.data);
  }

  get Id(): string {
    return this.kept.id;
  }

  get Type(): string {
    return this.kept.type;
  }

  get Priority(): number {
    return this.kept.priority;
  }

  set Priority(v: number) {
    this.kept.priority = v;
  }

  get StopIfTrue(): boolean {
    return this.kept.stopIfTrue;
  }

  set StopIfTrue(v: boolean) {
    this.kept.stopIfTrue = v;
  }

  override read(name: string): unknown {
    const [, kind = "", orNull] = /^(.*?)(OrNullObject)?$/.exec(name) ?? [];
    const rule = RULES[kind];
    if (!rule) return super.read(name);
    if (rule !== this.kept.type) {
      if (orNull) return null;
      throw invalidOperation();
    }
    return this.host.make(this.schema.navs[name] ?? "", this.sub(kind), this);
  }

  GetRangeOrNullObject(): Range | null {
    const [only, ...others] = this.kept.ranges;
    return only && others.length === 0 ? new Range(this.host, this.sheet, only) : null;
  }

  GetRange(): Range {
    return need(this.GetRangeOrNullObject());
  }

  GetRanges(): RangeAreas {
    return new RangeAreas(this.host, this.sheet, this.kept.ranges);
  }

  Delete(): void {
    this.guardSheet(this.sheet, "allowFormatCells");
    const all = this.sheet.conditionalFormats;
    all.splice(all.indexOf(this.kept), 1);
  }
}
