import type { Trouble } from "../core/Trouble";
import type { Language } from "../core/words/Phrase";
import { START_TROUBLES } from "../excel/startTroubles";
import { forgetPreferences, loadPreferences } from "./settings/preferences";

const WORDS = {
  vi: { demo: "Mở trang dùng thử", retry: "Thử lại", restart: "Làm lại từ đầu", other: "English" },
  en: { demo: "Open the demo page", retry: "Try again", restart: "Start over", other: "Tiếng Việt" },
} as const satisfies Record<Language, object>;

/**
 * Where there is no pane to show: why, what to do, and the ways on, in the element. Made without React and Fluent, which
 * may be what is missing. "Start over", offered when the pane itself broke down, forgets the preferences.
 */
export function showStartTrouble(trouble: Trouble, element: HTMLElement, language: Language = loadPreferences().language ?? "vi"): void {
  const { what, remedy } = trouble;
  const words = WORDS[language];
  const view = make("section", { class: "pane-trouble", role: "alert", lang: language, "data-testid": "start-trouble" });
  const actions = make("div", { class: "pane-trouble-actions" });
  const button = (text: string, testId: string, work: () => void) => {
    const made = make("button", { type: "button", "data-testid": testId }, text);
    made.addEventListener("click", work);
    return made;
  };
  actions.append(
    make("a", { href: "demo.html", target: "_blank", rel: "noopener", "data-testid": "start-demo" }, words.demo),
    button(words.retry, "start-retry", () => location.reload()),
  );
  if (trouble === START_TROUBLES.broken) {
    actions.append(
      button(words.restart, "start-over", () => {
        forgetPreferences();
        location.reload();
      }),
    );
  }
  const other: Language = language === "vi" ? "en" : "vi";
  const change = button(words.other, "start-language", () => {
    showStartTrouble(trouble, element, other);
    element.querySelector<HTMLElement>("[data-testid=start-language]")?.focus();
  });
  change.lang = other;
  change.className = "pane-trouble-language";
  view.append(make("h1", {}, "Kiểm soát TTHC"), make("p", { class: "pane-trouble-what" }, what[language]), make("p", {}, remedy[language]), actions, change);
  document.documentElement.lang = language;
  element.replaceChildren(view);
}

function make(name: string, attributes: Readonly<Record<string, string>>, text = ""): HTMLElement {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  element.textContent = text;
  return element;
}
