# Built by docker, podman and buildah, for amd64 and arm64. npm settings of your own (a mirror, say) are lent to it by
#   docker build --secret id=npmrc,src=$HOME/.npmrc .
FROM docker.io/library/node:24-bookworm-slim AS dependencies
WORKDIR /app
COPY package.json package-lock.json ./
COPY test/clients/package.json test/clients/
RUN --mount=type=secret,id=npmrc,target=/root/.npmrc \
    npm ci --omit=dev --ignore-scripts --workspaces=false --no-audit --no-fund
COPY scripts/release/sbom.ts scripts/release/shipped-manifest.ts scripts/release/lock.ts scripts/release/
RUN node scripts/release/sbom.ts > sbom.cdx.json

FROM docker.io/library/node:24-bookworm-slim AS build
WORKDIR /app
COPY package.json package-lock.json ./
COPY test/clients/package.json test/clients/
RUN --mount=type=secret,id=npmrc,target=/root/.npmrc \
    npm ci --ignore-scripts --workspaces=false --no-audit --no-fund
COPY tsconfig.json tsconfig.build.json ./
COPY migrations migrations
COPY openapi openapi
COPY db db
COPY server server
COPY console console
COPY scripts/build scripts/build
RUN npm run build

# What runs is put together in /image: Node, the libraries that it loads, the server; no shell, no npm, no packages.
FROM dependencies AS image
COPY LICENSE CHANGELOG.md ./
COPY bin bin
COPY --from=build /app/build build
RUN set -eu; \
    # Of what is installed and built, nothing that only other platforms, compilers or readers of sources need.
    cd node_modules/better-sqlite3; \
    rm -r binding.gyp deps src; \
    find prebuilds -type f ! -name "linux-$(node -p process.arch).node" -delete; \
    cd /app; \
    rm -r package-lock.json scripts test node_modules/node-addon-api; \
    find build node_modules -type f -regex '.*\.\(map\|[cm]?ts\|md\|markdown\)' ! -iname 'licen[cs]e*' -delete; \
    # What V8 makes of the code, by the user who will run it: it cannot be written later, and makes the start a third faster.
    mkdir -m 777 cache; \
    NODE_COMPILE_CACHE=/app/cache setpriv --reuid=10001 --regid=10001 --clear-groups node bin/pinterest-ads-mock.js --version; \
    chmod -R a+rX,go-w cache; \
    # Node and its libraries, where the loader looks for them.
    mkdir -p /image/etc /image/app /image/data /image/seed /image/var/lib/dpkg/status.d; \
    ldd /usr/local/bin/node node_modules/better-sqlite3/prebuilds/*.node | grep -oE '/[^ :]+\.so[^ ]*' | sort -u | \
      xargs cp -L --parents -t /image /usr/local/bin/node; \
    # Whom it runs as, and what scanners of images ask for.
    echo 'mock:x:10001:10001::/data:/sbin/nologin' > /image/etc/passwd; \
    echo 'mock:x:10001:' > /image/etc/group; \
    cp -L /etc/os-release /image/etc/; \
    for package in libc6 libgcc-s1 libstdc++6; do \
      dpkg --status "$package" > "/image/var/lib/dpkg/status.d/$package"; \
    done; \
    cp -a . /image/app/

FROM scratch
COPY --from=image /image /
COPY --from=image --chown=10001:10001 /image/data /data
ARG REVISION=unknown
LABEL org.opencontainers.image.title="pinterest-ads-mock" \
      org.opencontainers.image.description="A local, stateful mock of the Pinterest Ads API v5" \
      org.opencontainers.image.version="0.1.0" \
      org.opencontainers.image.revision="$REVISION" \
      org.opencontainers.image.source="https://github.com/pinterest-ads-mock/pinterest-ads-mock" \
      org.opencontainers.image.licenses="MIT"
ENV NODE_ENV=production NODE_COMPILE_CACHE=/app/cache PINTEREST_MOCK_HOST=0.0.0.0
USER 10001:10001
WORKDIR /data
EXPOSE 7468
ENTRYPOINT ["/usr/local/bin/node", "/app/bin/pinterest-ads-mock.js"]
HEALTHCHECK --interval=5s --timeout=3s --start-period=10s --retries=3 \
  CMD ["/usr/local/bin/node", "/app/bin/pinterest-ads-mock.js", "health"]
