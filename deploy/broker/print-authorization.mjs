// What the broker in a container grants to whom, by the names of the services: deploy/images/nats.Dockerfile
import { authorizationByName } from './authorization.mjs';

process.stdout.write(authorizationByName());
