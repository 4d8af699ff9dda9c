/** After which the app is shown as it is, however much of it is missing. */
const PATIENCE_MS = 4000;

const SCROLLED = '[class*=overflow-]';
const places = (within: ParentNode) => within.querySelectorAll('.skeleton').length;

/**
 * Takes away the picture that the server drew (src/paint.tsx) as soon as the app behind it shows no less, in the same
 * frame and scrolled to the same places.
 */
export function unveil(root: HTMLElement): void {
  const picture = document.getElementById('picture');
  if (!picture) return;
  const end = () => {
    watcher.disconnect();
    clearTimeout(timer);
    const scrolled = [...picture.querySelectorAll(SCROLLED)].map(({ scrollTop }) => scrollTop);
    picture.remove();
    for (const [at, element] of root.querySelectorAll(SCROLLED).entries()) {
      if (scrolled[at]) element.scrollTop = scrolled[at];
    }
  };
  const watcher = new MutationObserver(() => {
    if (root.querySelector('h1') && places(root) <= places(picture)) end();
  });
  watcher.observe(root, { childList: true, subtree: true });
  const timer = setTimeout(end, PATIENCE_MS);
}
