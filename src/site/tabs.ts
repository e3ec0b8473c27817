/** Turns sections that stand one below the other into tabs (ARIA Authoring Practices, tabs with automatic activation). */

const memory = "errdex-tab";

/** Makes tabs of the sections in each block. What is chosen in one is chosen in all, and remembered for other pages. */
export function startTabs(blocks: Iterable<HTMLElement>): void {
  const choosers: ((choice: string) => void)[] = [];
  const chosen = (choice: string) => {
    for (const choose of choosers) choose(choice);
    remember(choice);
  };
  for (const block of blocks) {
    const choose = tabsOf(block, chosen);
    if (choose !== undefined) choosers.push(choose);
  }
  const linked = document.getElementById(location.hash.slice(1))?.dataset.choice;
  for (const choice of [remembered(), linked])
    if (choice) for (const choose of choosers) choose(choice);
}

/** Makes tabs of one block, and chooses there what was chosen elsewhere. */
function tabsOf(
  block: HTMLElement,
  chosen: (choice: string) => void,
): ((choice: string) => void) | undefined {
  const panels = [...block.querySelectorAll<HTMLElement>(":scope > .tab")];
  if (panels.length < 2) return undefined;
  const bar = document.createElement("div");
  bar.className = "tab-bar";
  bar.setAttribute("role", "tablist");
  const heading = block.closest("section")?.getAttribute("aria-labelledby");
  if (heading) bar.setAttribute("aria-labelledby", heading);
  const tabs = panels.map((panel) => tabOf(panel));
  const show = (at: number) => {
    tabs.forEach((tab, index) => {
      const isChosen = index === at;
      tab.setAttribute("aria-selected", String(isChosen));
      tab.tabIndex = isChosen ? 0 : -1;
      (panels[index] as HTMLElement).hidden = !isChosen;
    });
    bring(tabs[at], bar);
  };
  const choose = (at: number) => {
    const { top } = bar.getBoundingClientRect();
    tabs[at]?.focus({ preventScroll: true });
    chosen(panels[at]?.dataset.choice ?? "");
    show(at);
    // A block above may have become longer or shorter: what was under the finger stays there.
    scrollBy({ top: bar.getBoundingClientRect().top - top, behavior: "instant" });
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
  showEnds(bar);
  show(0);
  return (choice) => {
    const at = panels.findIndex(({ dataset }) => dataset.choice === choice);
    if (at >= 0) show(at);
  };
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

/** Scrolls the bar alone, never the page. */
function bring(tab: HTMLElement | undefined, bar: HTMLElement): void {
  if (tab === undefined) return;
  const [inner, outer] = [tab.getBoundingClientRect(), bar.getBoundingClientRect()];
  const room = 48;
  if (inner.left < outer.left + room) bar.scrollLeft += inner.left - outer.left - room;
  else if (inner.right > outer.right - room) bar.scrollLeft += inner.right - outer.right + room;
}

/** Says by classes on which side the bar goes on. */
function showEnds(bar: HTMLElement): void {
  const look = () => {
    // From right to left it counts down from nothing.
    const isRightToLeft = document.dir === "rtl";
    const hidden = bar.scrollWidth - bar.clientWidth;
    const left = isRightToLeft ? hidden + bar.scrollLeft : bar.scrollLeft;
    bar.classList.toggle("more-left", left > 1);
    bar.classList.toggle("more-right", left < hidden - 1);
  };
  bar.addEventListener("scroll", look, { passive: true });
  new ResizeObserver(look).observe(bar);
}

// Storage is refused to some pages, those of files among them.
function remember(choice: string): void {
  try {
    localStorage.setItem(memory, choice);
  } catch {}
}

function remembered(): string | null {
  try {
    return localStorage.getItem(memory);
  } catch {
    return null;
  }
}
