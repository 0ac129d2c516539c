import { Area } from "./Area";
import type { Rect } from "./addresses";
import { fullAddress } from "./Book";
import type { BookSheet } from "./BookSheet";
import type { HostCore } from "./HostCore";
import { Collection, HostObject } from "./HostObject";
import type { Place } from "./precedentsOf";
import { Range } from "./Range";

export class RangeAreas extends Area {
  constructor(host: HostCore, sheet: BookSheet, rects: readonly Rect[]) {
    super(host, "Excel.RangeAreas", sheet, rects);
  }

  get AreaCount(): number {
    return this.rects.length;
  }

  GetUsedRangeAreasOrNullObject(valuesOnly?: boolean): RangeAreas | null {
    const used = this.rects.map((q) => this.sheet.usedRect(valuesOnly ?? false, q)).filter((q) => q !== null);
    return used.length ? new RangeAreas(this.host, this.sheet, used) : null;
  }

  get Areas(): HostObject {
    return new RangeList(
      this.host,
      this.rects.map((q) => new Range(this.host, this.sheet, q)),
    );
  }
}

class RangeList extends Collection<Range> {
  constructor(
    host: HostCore,
    readonly list: readonly Range[],
  ) {
    super(host, "Excel.RangeCollection");
  }

  override wrap(range: Range): HostObject {
    return range;
  }
}

/** Areas on several sheets. */
export class WorkbookRangeAreas extends HostObject {
  constructor(
    host: HostCore,
    private readonly places: readonly Place[],
  ) {
    super(host, "Excel.WorkbookRangeAreas");
  }

  get Addresses(): readonly string[] {
    return this.places.map(({ sheet, rect }) => fullAddress(sheet, rect));
  }

  get Ranges(): HostObject {
    return new RangeList(
      this.host,
      this.places.map(({ sheet, rect }) => new Range(this.host, sheet, rect)),
    );
  }
}
