import type { Bag } from "./BookSheet";
import type { HostCore } from "./HostCore";
import { HostObject } from "./HostObject";

/** The ribbon, the runtime and whatever else of Office is not the workbook: notes what it is asked and gives back more of itself. */
export class Service extends HostObject {
  constructor(
    host: HostCore,
    type: string,
    private readonly name: string,
  ) {
    super(host, type);
  }

  override read(name: string): unknown {
    const type = this.schema.navs[name];
    return type === undefined ? null : new Service(this.host, type, `${this.name}.${name}`);
  }

  override write(name: string, value: unknown): void {
    this.host.calls.push({ service: this.name, set: name, value });
  }

  override identity(): Bag {
    return {};
  }

  override item(...key: unknown[]): HostObject {
    return new Service(this.host, this.schema.item ?? "", `${this.name}[${key.join()}]`);
  }

  override invoke(name: string, given: readonly unknown[]): unknown {
    this.host.calls.push({ service: this.name, method: name, given });
    const type = this.schema.methods[name];
    return type ? new Service(this.host, type, `${this.name}.${name}(${given.join()})`) : null;
  }
}
