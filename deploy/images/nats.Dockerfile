# The broker with a folder that its own account may write. User and password come as arguments, see docker-compose.yml.
FROM nats:2.10-alpine
COPY deploy/images/nats.conf /etc/nats/redress.conf
RUN mkdir /data && chown 1000:1000 /data
USER 1000:1000
VOLUME /data
CMD ["--config", "/etc/nats/redress.conf"]
