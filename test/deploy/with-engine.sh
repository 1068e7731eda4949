#!/usr/bin/env bash
# Builds the one container of all services with a real engine, starts it as deploy/compose/embedded.yml says, and takes it through
# its life: forty opinions to their end, killed, a backup, a drill. Leaves nothing behind. Needs docker compose 2.24.4 or newer:
#   bash test/deploy/with-engine.sh
# REDRESS_NODE_IMAGE and REDRESS_NATS_IMAGE name base images other than those of a registry; own-bases.sh beside it makes some.
set -euo pipefail
cd "$(dirname "$0")/../.."

skip() { echo "skipped: $1" && exit 0; }
step() { printf '%4d s  %s\n' "$SECONDS" "$1"; }
docker info > /dev/null 2>&1 || skip 'no engine for containers answers'
docker compose version > /dev/null 2>&1 || skip 'docker has no compose'

# Another installation on this machine is not touched: names, tag and port are of this run.
export COMPOSE_PROJECT_NAME="redress-check-$$" REDRESS_VERSION="check-$$" REDRESS_PORT=0
compose() { docker compose -f docker-compose.yml -f deploy/compose/embedded.yml "$@"; }
inside() { compose exec -T embedded node /redress/cli.js "$@"; }
all_closed() {
  compose run --rm -T redress run-cases sample-opinions.csv < /dev/null \
    | grep -E '"opinions":40,.*"closed":40,"answered":40,.*"lost":0'
}
images=("redress-embedded:$REDRESS_VERSION" "redress-cli:$REDRESS_VERSION")
log=$(mktemp)
clear_up() {
  [ "$1" = 0 ] || { echo "failed after $SECONDS s; what was said last:" && tail -n 30 "$log"; }
  rm -f "$log"
  compose --profile tools down --volumes > /dev/null 2>&1 || true
  docker image rm "${images[@]}" > /dev/null 2>&1 || true
}
trap 'clear_up $?' EXIT
exec 2> "$log"

compose --progress plain --profile tools build embedded redress >&2
for image in "${images[@]}"; do
  size=$(docker image inspect --format '{{.Size}}' "$image")
  step "$image is built: $((size / 1000000)) MB"
  [ "$size" -le 250000000 ]
done

compose up --detach --wait --wait-timeout 300
step 'it is healthy'
REDRESS_TOKEN=$(compose exec -T embedded node -p 'fs.readFileSync("/data/operator.token", "utf8")')
export REDRESS_TOKEN
all_closed
step 'forty opinions were taken to their end'

docker kill --signal KILL "$(compose ps --quiet embedded)" > /dev/null
compose up --detach --wait --wait-timeout 300
all_closed
step 'killed and started again, it has all of them'

inside ops backup /data/backup | grep '^ledger '
inside ops drill /data/backup | grep 'All is as it was backed up.'
compose stop
[ "$(docker inspect --format '{{.State.ExitCode}}' "$(compose ps --all --quiet embedded)")" = 0 ]
step 'it stopped when it was told to'
