// All services and the broker in one container: the launcher, with the programs that lie beside this one.
import { fileURLToPath } from 'node:url';
import { launch } from '../launcher/launch.mjs';
import { SERVICES } from '../launcher/services.mjs';
import { settingsFrom } from '../launcher/settings.mjs';
import { orSay } from '../launcher/trouble.mjs';

const programs = SERVICES.map((name) => ({
  name,
  main: fileURLToPath(new URL(`${name}.js`, import.meta.url)),
}));

await orSay(() => launch(settingsFrom(process.env), programs, (line) => console.log(line)));
process.exit();
