import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { DemoPage } from "./DemoPage";
import { Desk } from "./Desk";
import { SAMPLES } from "./samples";

const desk = new Desk();
// Begins with the sample asked for, ?file=phu-son.xlsx, or with the first.
void desk.openSample(new URLSearchParams(location.search).get("file") ?? SAMPLES[0]!.file);

createRoot(document.getElementById("demo")!).render(
  <StrictMode>
    <DemoPage desk={desk} />
  </StrictMode>,
);
