/** What happens outside the search box and concerns it: the key `/`, buttons that open it, leaving it. */

export function listenOutside(root, panel) {
  document.addEventListener("pointerdown", ({ target }) => {
    if (panel.isOpen && !root.contains(target)) panel.close();
  });
  root.addEventListener("focusout", ({ relatedTarget }) => {
    if (relatedTarget && !root.contains(relatedTarget)) panel.close();
  });
  document.addEventListener("keydown", (event) => {
    const typing = event.target.closest?.("input, textarea, select, [contenteditable]");
    const plain = !event.ctrlKey && !event.metaKey && !event.altKey && !event.isComposing;
    if (event.key !== "/" || typing || !plain) return;
    event.preventDefault();
    panel.open();
  });
  document.addEventListener("click", (event) => {
    const opener = event.target.closest?.("[data-nb-search-open]");
    if (!opener) return;
    event.preventDefault();
    panel.open(opener.dataset.nbSearchOpen || null);
  });
}
