import 'reflect-metadata';
import { serve } from '@redress/hosting/serve';
import { FirstRun } from './first-run/first-run.js';
import { IdentityModule } from './identity.module.js';

// The launcher shows it on its console; a container has none but its output.
FirstRun.tell = (setUpToken) => {
  if (process.send) process.send({ setUpToken });
  else process.stdout.write(`The set-up token, good until it is used or this starts again: ${setUpToken}\n`);
};

await serve(IdentityModule, 'identity');
