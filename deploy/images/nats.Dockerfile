# The broker, with what each service may do there, which follows from the code. The keys come with the installation.
ARG NODE_IMAGE=node:24.21.0-bookworm-slim
ARG NATS_IMAGE=nats:2.10.29-alpine

FROM ${NODE_IMAGE} AS rights
WORKDIR /redress
COPY deploy/broker/rights.mjs deploy/broker/authorization.mjs deploy/broker/print-authorization.mjs ./
COPY deploy/images/nats.conf deploy/images/nats-cluster.conf ./
RUN node print-authorization.mjs >> nats.conf && mkdir /nothing && touch -d @0 nats.conf nats-cluster.conf /nothing

FROM ${NATS_IMAGE}
COPY --from=rights /redress/nats.conf /redress/nats-cluster.conf /etc/nats/
COPY --from=rights --chown=1000:1000 /nothing /data
USER 1000:1000
VOLUME /data
ENTRYPOINT ["nats-server"]
CMD ["--config", "/etc/nats/nats.conf", "--name", "nats"]
