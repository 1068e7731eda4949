# A copy of the key file that belongs to this account alone: the server refuses any other.
set -eu
umask 077
cat /run/secrets/mongodb-keyfile > /tmp/keyfile
chmod 400 /tmp/keyfile
# A copy of a service that is halted within a transaction holds up the others for ten seconds at most, instead of a minute.
exec mongod --replSet rs0 --keyFile /tmp/keyfile --bind_ip_all --dbpath /data/db --wiredTigerCacheSizeGB 0.5 \
  --setParameter transactionLifetimeLimitSeconds=10
