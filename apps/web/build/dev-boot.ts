import type { Plugin } from 'vite';

const BOOT = /<script type="application\/json" id="officina-boot">(.*?)<\/script>/s;

/** In development the page comes from Vite, so its boot data is taken out of the page that the real server would have sent. */
export function devBoot(server: string): Plugin {
  return {
    name: 'officina:dev-boot',
    apply: 'serve',
    configureServer(vite) {
      vite.middlewares.use('/__boot.json', async (request, response) => {
        response.setHeader('content-type', 'application/json');
        const headers = { accept: 'text/html', cookie: request.headers.cookie ?? '' };
        const page = await fetch(server, { headers })
          .then((answer) => answer.text())
          .catch(() => '');
        response.end(BOOT.exec(page)?.[1] ?? '{"firm":"","session":null,"demo":null}');
      });
    },
  };
}
