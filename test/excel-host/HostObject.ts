import type { Book } from "./Book";
import type { Bag, BookSheet } from "./BookSheet";
import type { HostCore } from "./HostCore";
import { accessDenied, invalid, invalidOperation, notFound, OfficeError } from "./OfficeError";
import { emptyType, type TypeSchema } from "./readSchema";

/** Gives the plain object that untyped members live in, making it when told to. */
export type Store = (create?: boolean) => Bag | undefined;

const NO_TYPE = emptyType("Unknown");

/**
 * The base of every host object. Office members are PascalCase (or start with "_"), everything of ours is camelCase,
 * so a subclass implements a member simply by having it. A member no subclass has falls back to the schema: a known
 * navigation property becomes a bag object of its declared type, a known scalar is stored and read back, and a known
 * method that has no code here fails with HostNotImplemented, naming itself.
 */
export class HostObject {
  readonly schema: TypeSchema;
  referenceId: string | undefined = undefined;

  constructor(
    readonly host: HostCore,
    readonly type: string,
    readonly store: Store = () => undefined,
  ) {
    this.schema = host.schema.types[type] ?? NO_TYPE;
  }

  get book(): Book {
    return this.host.workbook;
  }

  get isCollection(): boolean {
    return this.schema.collection;
  }

  get eventTarget(): string {
    return "Workbook";
  }

  /** The object of this key, on objects that have some. */
  item?(...key: unknown[]): HostObject;

  items(): readonly HostObject[] {
    return [];
  }

  sub(name: string): Store {
    return (create) => {
      const kept = this.store(create);
      if (create && kept) kept[name] ??= {};
      return kept?.[name] as Bag | undefined;
    };
  }

  identity(): Bag {
    if (this.schema.keepsReference) return this.referenceId ? { _ReferenceId: this.referenceId } : {};
    return this.schema.idKey ? { [this.schema.idKey]: this.read(this.schema.idKey) } : {};
  }

  read(name: string): unknown {
    if (name in this) return (this as unknown as Bag)[name];
    const type = this.schema.navs[name];
    if (type !== undefined) return this.host.make(type, this.sub(name), this);
    if (this.schema.scalars.includes(name)) return this.store()?.[name] ?? null;
    throw invalid(`The property '${name}' does not exist on ${this.type}.`);
  }

  /** A navigation property. */
  open(name: string): HostObject {
    return this.read(name) as HostObject;
  }

  write(name: string, value: unknown): void {
    for (let p: unknown = Object.getPrototypeOf(this); p && p !== Object.prototype; p = Object.getPrototypeOf(p)) {
      const member = Object.getOwnPropertyDescriptor(p, name);
      if (member?.set) {
        (this as unknown as Bag)[name] = value;
        return;
      }
      if (member?.get) throw invalidOperation(`${this.type}.${name} is read-only.`);
    }
    if (!this.schema.scalars.includes(name) && !this.schema.settable.includes(name)) throw invalid(`The property '${name}' does not exist on ${this.type}.`);
    const kept = this.store(true);
    if (!kept) throw this.missing(name);
    kept[name] = value;
  }

  invoke(name: string, given: readonly unknown[]): unknown {
    const method = (this as unknown as Bag)[name];
    if (typeof method === "function") return Reflect.apply(method, this, given);
    if (name === "_KeepReference") return this.host.keep(this);
    const event = /^_(Unr|R)egister(\w+)$/.exec(name);
    if (event) return this.host.subscribe(event[1] === "R", this.schema.events[`_Register${event[2]}`], this.eventTarget);
    const kept = name === "Clear" ? this.store() : undefined;
    if (!kept) throw this.missing(name);
    for (const key of Object.keys(kept)) Reflect.deleteProperty(kept, key);
    return null;
  }

  /**
   * Refuses what the sheet's protection does not allow. "WorksheetProtectionOptions" (Microsoft Learn) names what can be allowed;
   * nothing is by default. That add-ins are held to it like the user is our reading: the reference says only AccessDenied.
   */
  guardSheet(sheet: BookSheet, permission?: string): void {
    const protection = sheet.props["Protection"] as { readonly Protected?: boolean; readonly Options?: Readonly<Record<string, boolean>> | null } | undefined;
    if (protection?.Protected && !(permission !== undefined && protection.Options?.[permission])) throw accessDenied();
  }

  missing(name: string): OfficeError {
    this.host.unimplemented.add(`${this.type}.${name}`);
    return new OfficeError("HostNotImplemented", `The simulated host has no ${this.type}.${name}.`, 501);
  }
}

/** A collection over a plain array. */
export abstract class Collection<Item> extends HostObject {
  abstract get list(): readonly Item[];
  abstract wrap(item: Item): HostObject;

  matches(item: Item, id: unknown): boolean {
    return (item as { readonly id?: unknown }).id === id;
  }

  override items(): readonly HostObject[] {
    return this.list.map((each) => this.wrap(each));
  }

  find(id: unknown): HostObject | null {
    const found = this.list.find((each) => this.matches(each, id));
    return found === undefined ? null : this.wrap(found);
  }

  override item(id: unknown): HostObject {
    const found = this.find(id);
    if (!found) throw notFound();
    return found;
  }

  GetItem(id: unknown): HostObject {
    return this.item(id);
  }

  GetItemOrNullObject(id: unknown): HostObject | null {
    return this.find(id);
  }

  GetItemAt(i: number): HostObject {
    const found = this.list[i];
    if (found === undefined) throw invalid();
    return this.wrap(found);
  }

  GetCount(): number {
    return this.list.length;
  }

  get Count(): number {
    return this.list.length;
  }
}
