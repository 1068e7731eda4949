# Every service and the broker in one image:  docker build -f deploy/images/embedded.Dockerfile .
# The stages up to `built` are those of Dockerfile beside it, where they are explained.
ARG NODE_IMAGE=node:24.21.0-bookworm-slim
ARG NATS_IMAGE=nats:2.10.29-alpine

FROM ${NODE_IMAGE} AS manifests
WORKDIR /redress
COPY . .
RUN mkdir /manifests && find . -type f \( -name package.json -o -name package-lock.json -o -name .npmrc \
  -o -path './deploy/launcher/*' \) -exec cp --parents {} /manifests \;

FROM ${NODE_IMAGE} AS built
WORKDIR /redress
COPY --from=manifests /manifests ./
RUN node deploy/launcher/ensure-deps.mjs
COPY . .
RUN node deploy/launcher/ensure-deps.mjs --build
RUN node_modules/.bin/node deploy/images/runtime.mjs /runtime && mkdir /nothing && touch -d @0 /nothing

FROM built AS service
RUN node_modules/.bin/node deploy/images/bundle.mjs embedded /image/redress

FROM ${NATS_IMAGE} AS nats
USER 0:0
RUN cp "$(command -v nats-server)" /broker && touch -d @0 /broker

FROM scratch
COPY --from=built /runtime /
COPY --from=built --chown=1000:1000 /nothing /data
COPY --from=nats /broker /usr/local/bin/nats-server
COPY --from=service /image /
ENV NODE_ENV=production PATH=/usr/local/bin REDRESS_DATA=/data
USER 1000:1000
WORKDIR /redress
VOLUME /data
HEALTHCHECK --interval=10s --timeout=5s --start-period=60s --retries=6 CMD ["node", "/redress/healthy.js"]
ENTRYPOINT ["node", "/redress/launcher.js"]
