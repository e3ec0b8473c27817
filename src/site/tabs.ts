/** Turns sections that stand one below the other into tabs (ARIA Authoring Practices, tabs with automatic activation). */

const memory = "errdex-tab";

/** Makes tabs of the sections in a block. Which one was chosen last is remembered for other pages. */
export function startTabs(block: HTMLElement): void {
  const panels = [...block.querySelectorAll<HTMLElement>(":scope > .tab")];
  if (panels.length < 2) return;
  const bar = document.createElement("div");
  bar.className = "tab-bar";
  bar.setAttribute("role", "tablist");
  const heading = block.closest("section")?.getAttribute("aria-labelledby");
  if (heading) bar.setAttribute("aria-labelledby", heading);
  const tabs = panels.map((panel) => tabOf(panel));
  const choose = (at: number, byHand = true) => {
    tabs.forEach((tab, index) => {
      const isChosen = index === at;
      tab.setAttribute("aria-selected", String(isChosen));
      tab.tabIndex = isChosen ? 0 : -1;
      (panels[index] as HTMLElement).hidden = !isChosen;
    });
    if (!byHand) return;
    tabs[at]?.focus();
    remember(panels[at]?.id ?? "");
  };
  tabs.forEach((tab, index) => {
    tab.addEventListener("click", () => choose(index));
  });
  bar.addEventListener("keydown", (event) => {
    const at = tabs.indexOf(document.activeElement as HTMLButtonElement);
    const last = tabs.length - 1;
    const [after, before] = [at === last ? 0 : at + 1, at === 0 ? last : at - 1];
    const isRightToLeft = document.dir === "rtl";
    const next = {
      ArrowRight: isRightToLeft ? before : after,
      ArrowLeft: isRightToLeft ? after : before,
      Home: 0,
      End: last,
    }[event.key];
    if (next === undefined || at < 0) return;
    event.preventDefault();
    choose(next);
  });
  bar.append(...tabs);
  block.prepend(bar);
  const wanted = [location.hash.slice(1), remembered()].map((id) =>
    panels.findIndex((panel) => panel.id === id),
  );
  choose(Math.max(0, wanted.find((at) => at >= 0) ?? 0), false);
}

function tabOf(panel: HTMLElement): HTMLButtonElement {
  const tab = document.createElement("button");
  const heading = panel.querySelector("h3");
  tab.type = "button";
  tab.id = `tab-${panel.id}`;
  tab.textContent = heading?.textContent ?? panel.id;
  tab.setAttribute("role", "tab");
  tab.setAttribute("aria-controls", panel.id);
  panel.setAttribute("role", "tabpanel");
  panel.setAttribute("aria-labelledby", tab.id);
  return tab;
}

// Storage is refused to some pages, those of files among them.
function remember(id: string): void {
  try {
    localStorage.setItem(memory, id);
  } catch {}
}

function remembered(): string | null {
  try {
    return localStorage.getItem(memory);
  } catch {
    return null;
  }
}
