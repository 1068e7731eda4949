#!/bin/sh
# Writes what is secret into ./secrets (or the folder that REDRESS_SECRETS names); what is there already stays.
# Needs an engine for containers with `docker compose`, and nothing else. Run it again after an upgrade.
set -eu
cd "$(dirname "$0")/../.."
secrets=${REDRESS_SECRETS:-./secrets}
mkdir -p "$secrets"
# The files in it may be read by whoever gets there: containers, each those that it is given. Nobody else gets there.
chmod 700 "$secrets"
docker compose build prepare
exec docker compose run --rm --user "$(id -u):$(id -g)" prepare
