# Builds one image of the application; it expects DATABASE_URL (see compose.yaml).
FROM node:26-slim AS build
WORKDIR /app
ENV CI=1
RUN npm install --global pnpm@12
COPY package.json pnpm-lock.yaml pnpm-workspace.yaml ./
COPY apps/server/package.json apps/server/
COPY apps/web/package.json apps/web/
COPY packages/client/package.json packages/client/
COPY packages/contracts/package.json packages/contracts/
COPY packages/db/package.json packages/db/
COPY packages/db/patches packages/db/patches/
COPY packages/stripe-sandbox/package.json packages/stripe-sandbox/
RUN pnpm install --frozen-lockfile
COPY . .
# The web app is built once, here; then only what runs in production stays.
RUN node --input-type=module --eval "await (await import('./apps/server/src/web-build.ts')).ensureWebBuilt(console.log)" \
 && rm -rf node_modules apps/*/node_modules packages/*/node_modules \
 && pnpm install --frozen-lockfile --prod

FROM node:26-slim
WORKDIR /app
ENV NODE_ENV=production PORT=3000 DATA_DIR=/data WEB_BUILD=0
RUN mkdir /data && chown node:node /data
COPY --from=build /app /app
USER node
VOLUME /data
EXPOSE 3000
HEALTHCHECK --interval=10s --timeout=3s --start-period=30s \
  CMD ["node", "-e", "fetch(`http://localhost:${process.env.PORT}/health`).then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "--max-semi-space-size=12", "apps/server/src/main.ts"]
