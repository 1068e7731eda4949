// Behaves to the launcher as a service does: says when it is ready, ends when told or when the launcher is gone.
// The one in the gateway's place listens on its port.
import { once } from 'node:events';
import { createServer } from 'node:http';
import { basename } from 'node:path';

const [, , name] = process.argv;

const end = () => process.exit(0);
process.on('SIGTERM', () => {
  console.log(`${name} told to stop`);
  end();
});
process.on('disconnect', end);

if (name === 'gateway')
  await once(
    createServer((_, response) => response.end('here')).listen(
      process.env.REDRESS_PORT,
      process.env.REDRESS_HOST,
    ),
    'listening',
  );
console.log(`broker ${process.env.NATS_URL ? 'named' : 'missing'}`);
console.log(`key of ${basename(process.env.REDRESS_NATS_KEY_FILE ?? '', '.nk')}`);
console.log(`copy ${process.env.REDRESS_COPY}, set-up token ${process.env.REDRESS_SET_UP_TOKEN ?? 'made'}`);
if (process.env.FAKE_FAILS === name) {
  console.error('Error: it was made to fail');
  process.exit(3);
}
process.send({ ready: true });
