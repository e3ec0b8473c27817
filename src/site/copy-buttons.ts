/** Buttons that copy a code, an answer or a snippet. */

/** Shows the button of the code, and adds one to each block of code. */
export function startCopying(): void {
  for (const button of document.querySelectorAll<HTMLButtonElement>("[data-copies]")) {
    const source = document.getElementById(button.dataset.copies ?? "");
    if (source !== null) bring(button, source);
  }
  for (const block of document.querySelectorAll<HTMLElement>(".code")) {
    const source = block.querySelector("code");
    if (source === null) continue;
    const button = document.createElement("button");
    button.type = "button";
    button.className = "copy";
    button.textContent = document.body.dataset.copy ?? "";
    const label = block.querySelector("pre")?.getAttribute("aria-label");
    if (label) button.setAttribute("aria-label", `${button.textContent}: ${label}`);
    block.append(button);
    bring(button, source);
  }
}

function bring(button: HTMLButtonElement, source: HTMLElement): void {
  const { copy = "", copied = "" } = document.body.dataset;
  button.hidden = false;
  button.setAttribute("aria-live", "polite");
  button.addEventListener("click", () => {
    void copyText(source.textContent ?? "").then((done) => {
      if (!done) {
        getSelection()?.selectAllChildren(source);
        return;
      }
      button.textContent = copied;
      button.classList.add("done");
      setTimeout(() => {
        button.textContent = copy;
        button.classList.remove("done");
      }, 1600);
    });
  });
}

// Refused where a page is not served securely; then the text is selected, one key away from being copied.
async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}
