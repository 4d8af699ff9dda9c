// Runs in the page before anything else: keeps what the browser says about paints, shifts and answers to input.
window.bench = { lcp: 0, shift: 0, rows: 0, inputs: [] };
const keep = (type, take, more) =>
  new PerformanceObserver((list) => list.getEntries().forEach(take)).observe({
    type,
    buffered: true,
    ...more,
  });
keep('largest-contentful-paint', (entry) => {
  bench.lcp = entry.startTime;
});
keep('layout-shift', (entry) => {
  if (!entry.hadRecentInput) bench.shift += entry.value;
});
keep(
  'event',
  (entry) => {
    if (entry.interactionId) bench.inputs.push({ id: entry.interactionId, ms: entry.duration });
  },
  { durationThreshold: 16 },
);
// The list can be used when a row of the app itself has been painted, not only the server's picture of it.
const looking = new MutationObserver(() => {
  const pictured = document.getElementById('picture');
  if (pictured || !document.querySelector('[data-row], [data-task]')) return;
  looking.disconnect();
  requestAnimationFrame(() => setTimeout(() => (bench.rows = performance.now())));
});
looking.observe(document, { childList: true, subtree: true });
