/** The search box: a combobox with a list (ARIA Authoring Practices, combobox with list autocomplete). */
import type { Found, Search } from "./search.js";
import { loadSearch } from "./search-data.js";

const most = 12;

/** Brings the search box of the page to life. */
export function startSearch(form: HTMLFormElement): void {
  const input = form.querySelector("input");
  const list = form.querySelector<HTMLElement>("[role=listbox]");
  const status = form.querySelector<HTMLElement>("[role=status]");
  if (input === null || list === null || status === null) return;
  let search: Promise<Search> | undefined;
  let active = -1;
  // The lines of a pasted answer, which a box of one line does not keep.
  let pasted = { shown: "", text: "" };

  const put = (text: string, from = 0, to = input.value.length) => {
    const isAll = from === 0 && to === input.value.length;
    input.setRangeText(text.replace(/\s+/g, " ").trim(), from, to, "end");
    pasted = { shown: input.value, text: isAll ? text : input.value };
  };
  const asked = () => (input.value === pasted.shown ? pasted.text : input.value).trim();
  const ready = (): Promise<Search> => {
    search ??= loadSearch(form.dataset.index ?? "");
    return search;
  };
  const options = () => [...list.querySelectorAll<HTMLAnchorElement>("[role=option]")];
  const close = () => {
    list.hidden = true;
    input.setAttribute("aria-expanded", "false");
    input.removeAttribute("aria-activedescendant");
  };
  const choose = (at: number) => {
    const all = options();
    active = all.length === 0 ? -1 : (at + all.length) % all.length;
    all.forEach((option, index) => {
      option.setAttribute("aria-selected", String(index === active));
    });
    const chosen = all[active];
    if (chosen === undefined) return;
    input.setAttribute("aria-activedescendant", chosen.id);
    chosen.scrollIntoView({ block: "nearest" });
  };
  const show = async () => {
    const text = asked();
    if (text === "") {
      close();
      status.textContent = "";
      return;
    }
    const find = await ready();
    // Somebody went on typing while the index was loading.
    if (asked() !== text) return;
    const { found, count, isAnswer } = find(text, most);
    const why = (by: Found["by"]) =>
      ({ code: form.dataset.byCode, status: form.dataset.byStatus, words: form.dataset.byWords })[
        by
      ];
    list.replaceChildren(
      ...found.map((each, index) => optionOf(each, index, isAnswer ? why(each.by) : undefined)),
    );
    const words = found.length === 0 ? form.dataset.none : form.dataset.found;
    const said = (words ?? "").replace(/\{(query|count)\}/g, (_, name: string) =>
      name === "query" ? shortened(text) : String(count),
    );
    status.textContent = said;
    status.classList.toggle("unseen", found.length > 0);
    list.hidden = found.length === 0;
    input.setAttribute("aria-expanded", String(found.length > 0));
    if (found.length === 0) close();
    else choose(0);
  };

  input.addEventListener("focus", () => void ready(), { once: true });
  input.addEventListener("input", () => void show());
  input.addEventListener("paste", (event) => {
    const text = event.clipboardData?.getData("text") ?? "";
    if (!text.trim().includes("\n")) return;
    event.preventDefault();
    put(text, input.selectionStart ?? 0, input.selectionEnd ?? 0);
    void show();
  });
  input.addEventListener("keydown", (event) => {
    if (event.key === "Escape") {
      input.value = "";
      void show();
    } else if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      if (list.hidden) void show();
      else choose(active + (event.key === "ArrowDown" ? 1 : -1));
    }
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    // What was typed last may not have been looked up yet.
    void show().then(() => options()[list.hidden ? -1 : active]?.click());
  });
  document.addEventListener("pointerdown", ({ target }) => {
    if (target instanceof Node && !form.contains(target)) close();
  });
  form.addEventListener("focusout", ({ relatedTarget }) => {
    if (relatedTarget instanceof Node && !form.contains(relatedTarget)) close();
  });
  document.addEventListener("keydown", (event) => {
    const isShortcut =
      (event.key === "k" && (event.ctrlKey || event.metaKey)) ||
      (event.key === "/" && !isTyping(event.target));
    if (!isShortcut || event.altKey) return;
    event.preventDefault();
    input.focus();
    input.select();
  });

  const wanted = askedFor();
  if (wanted === "") return;
  put(wanted);
  input.focus();
  void show();
}

function optionOf(
  { code, title, statuses, page, retired, catalog }: Found,
  index: number,
  why: string | undefined,
): HTMLElement {
  const option = document.createElement("a");
  option.id = `found-${index}`;
  option.href = page;
  option.tabIndex = -1;
  option.setAttribute("role", "option");
  option.classList.toggle("retired", retired);
  option.append(
    element("span", String(statuses[0] ?? "–"), "number"),
    element("span", title, "title"),
    element("code", code),
    ...(catalog === undefined ? [] : [element("span", catalog, "why")]),
    ...(why === undefined ? [] : [element("span", why, "why")]),
  );
  return option;
}

function shortened(text: string): string {
  const line = text.replace(/\s+/g, " ");
  return line.length > 60 ? `${line.slice(0, 59)}…` : line;
}

function element(name: string, text: string, className = ""): HTMLElement {
  const made = document.createElement(name);
  made.textContent = text;
  if (className !== "") made.className = className;
  return made;
}

/** What `?q=` asks for, or, on the page for unknown addresses, the end of the address. */
function askedFor(): string {
  const asked = new URLSearchParams(location.search).get("q");
  if (asked !== null || document.querySelector("[data-missing]") === null) return asked ?? "";
  const step = location.pathname.split("/").filter(Boolean).at(-1) ?? "";
  const name = step.replace(/\.(html?|md)$/, "");
  if (name === "404") return "";
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName))
  );
}
