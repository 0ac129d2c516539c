import type { Book } from "./Book";
import type { HostCore } from "./HostCore";
import { Collection, HostObject } from "./HostObject";
import { need } from "./OfficeError";

type StoredPart = Book["xmlParts"][number];

/** Custom XML parts, all of them or those of a namespace. */
export class XmlParts extends Collection<StoredPart> {
  constructor(
    host: HostCore,
    type: string,
    private readonly namespace?: string,
  ) {
    super(host, type);
  }

  override get list(): readonly StoredPart[] {
    return this.book.xmlParts.filter(({ ns }) => this.namespace === undefined || ns === this.namespace);
  }

  override wrap(part: StoredPart): XmlPart {
    return new XmlPart(this.host, part);
  }

  Add(xml: string): XmlPart {
    const part = { id: this.book.guid(), xml, ns: /\sxmlns="([^"]*)"/.exec(xml)?.[1] ?? "" };
    this.book.xmlParts.push(part);
    return this.wrap(part);
  }

  GetByNamespace(namespace: string): XmlParts {
    return new XmlParts(this.host, "Excel.CustomXmlPartScopedCollection", namespace);
  }

  GetOnlyItemOrNullObject(): XmlPart | null {
    const [only, ...others] = this.list;
    return only && others.length === 0 ? this.wrap(only) : null;
  }

  GetOnlyItem(): XmlPart {
    return need(this.GetOnlyItemOrNullObject());
  }
}

class XmlPart extends HostObject {
  constructor(
    host: HostCore,
    private readonly kept: StoredPart,
  ) {
    super(host, "Excel.CustomXmlPart");
  }

  get Id(): string {
    return this.kept.id;
  }

  get NamespaceUri(): string {
    return this.kept.ns;
  }

  GetXml(): string {
    return this.kept.xml;
  }

  SetXml(xml: string): void {
    this.kept.xml = xml;
  }

  Delete(): void {
    this.book.xmlParts.splice(this.book.xmlParts.indexOf(this.kept), 1);
  }
}
