import { createContext } from "react";
import type { Checked } from "../session/session";

/** What the findings shown were found in. */
export const CheckedContext = createContext<Checked | undefined>(undefined);
