// What passes between the page, where Microsoft's client library runs, and the host.

/** Requirement sets, settings and looks the page is told as it begins. */
export interface PageInit {
  readonly settings: Readonly<Record<string, string>>;
  /** Requirement sets as the JSON Office keeps them in. */
  readonly matrix: string;
  readonly sharedRuntime: boolean;
  readonly documentUrl: string;
  readonly version: string;
  readonly displayLanguage: string;
  readonly theme: PageTheme;
}

export interface PageTheme {
  readonly bodyBackgroundColor: string;
  readonly bodyForegroundColor: string;
}

export type PageMessage =
  | { readonly t: "execute"; readonly id: number; readonly params: unknown }
  | { readonly t: "register" | "unregister"; readonly id: number; readonly target: string }
  | { readonly t: "settings"; readonly settings: Readonly<Record<string, string>> }
  | { readonly t: "messageParent"; readonly body: unknown }
  | { readonly t: "messageChild"; readonly body: string };

/** A page message; one said while the page went bears a number of its own, so that it counts once however it came. */
export type Said = PageMessage & { readonly parting?: number };

/** A page begins, and hands over what the one before it in the same tab said while it went. */
export interface Beginning {
  readonly t: "begin";
  readonly parting: readonly Said[];
}

export interface Reply {
  /** 0, or what the host answers instead of running the batch. */
  readonly status: number;
  readonly payload?: unknown;
}

/** An event on its way to the page. */
export interface Delivery {
  readonly dispId: number;
  readonly payload: unknown;
}

/** The body of a request of the client library. */
export interface RequestBody {
  readonly Actions: readonly RequestAction[];
  readonly ObjectPaths?: Readonly<Record<string, RequestPath>>;
}

export interface RequestPath {
  readonly ObjectPathType: number;
  readonly Name: string;
  readonly ParentObjectPathId: number;
  readonly ArgumentInfo?: RequestArguments;
}

export interface RequestArguments {
  readonly Arguments?: readonly unknown[];
  readonly ReferencedObjectPathIds?: readonly unknown[];
}

export interface RequestQuery {
  readonly Select?: readonly string[];
  readonly Expand?: readonly string[];
  readonly Skip?: number;
  readonly Top?: number;
}

export interface RequestAction {
  readonly Id: number;
  readonly ActionType: number;
  readonly ObjectPathId: number;
  readonly Name: string;
  readonly QueryInfo?: RequestQuery;
  readonly ArgumentInfo?: RequestArguments;
  readonly ObjectState?: Readonly<Record<string, unknown>>;
}
