# The passwords of the first start, from files into the environment of this one process: KurrentDB reads them nowhere else.
set -eu
KURRENTDB_DEFAULT_ADMIN_PASSWORD=$(cat /run/secrets/kurrentdb-admin)
KURRENTDB_DEFAULT_OPS_PASSWORD=$(cat /run/secrets/kurrentdb-ops)
export KURRENTDB_DEFAULT_ADMIN_PASSWORD KURRENTDB_DEFAULT_OPS_PASSWORD
# It has had both names.
for program in /opt/kurrentdb/kurrentd /opt/kurrentdb/KurrentDB; do
  if [ -x "$program" ]; then exec "$program"; fi
done
echo 'there is no KurrentDB in /opt/kurrentdb' >&2
exit 1
