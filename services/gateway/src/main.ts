import 'reflect-metadata';
import { Logger } from '@nestjs/common';
import { endOnFault, stopWhenTold } from '@redress/hosting/serve';
import { openEndpoint } from '@redress/telemetry/endpoint';
import { beginTracing, endTracing } from '@redress/telemetry/tracing';
import { GatewayModule } from './gateway.module.js';
import { closeGateway, newGateway } from './gateway.js';
import { CheckUp } from './health/check-up.js';

const logger = new Logger('gateway');
const host = process.env['REDRESS_HOST'] ?? '127.0.0.1';
const port = Number(process.env['REDRESS_PORT'] ?? 3000);

try {
  if (!Number.isInteger(port) || port < 0 || port > 65_535) throw new Error('REDRESS_PORT must be a port');
  await beginTracing('gateway');
  const app = await newGateway(GatewayModule);
  endOnFault(logger);
  const endpoint = await openEndpoint('gateway', () => app.get(CheckUp).looked());
  stopWhenTold(async () => {
    await closeGateway(app);
    endpoint?.close();
    await endTracing();
  }, logger);
  await app.listen(port, host);
  logger.log({ ready: true, url: await app.getUrl() });
  process.send?.({ ready: true });
} catch (error) {
  logger.fatal(`the gateway cannot start: ${error instanceof Error ? error.message : String(error)}`);
  process.exit(1);
}
