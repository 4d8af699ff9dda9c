// Opens the timeclock without network: its page and the files that the page needs are kept as they were seen last.
// Nothing else of the app is served from here, and no answer of the server is.
const KEPT = 'timeclock-1';
const PAGE = '/apprentice/timeclock';

self.addEventListener('install', () => self.skipWaiting());
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()));

async function keep(request, response) {
  if (response.ok && response.type === 'basic' && !response.redirected) {
    const cache = await caches.open(KEPT);
    await cache.put(request, response.clone());
  }
  return response;
}

/** The page comes from the network whenever there is one: it says who is signed in. */
async function page(request) {
  try {
    return await keep(PAGE, await fetch(request));
  } catch {
    return (await caches.match(PAGE)) ?? Response.error();
  }
}

/** Files of the build carry their content in their name, so that one kept is right for ever. */
async function file(request) {
  return (await caches.match(request)) ?? keep(request, await fetch(request));
}

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== 'GET' || origin !== self.location.origin) return;
  if (request.mode === 'navigate' && pathname === PAGE) event.respondWith(page(request));
  else if (pathname.startsWith('/assets/') || pathname === '/icon.svg') event.respondWith(file(request));
});
