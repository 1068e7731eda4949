// The launcher as it is, with small stand-ins for two services.
import { fileURLToPath } from 'node:url';
import { launch } from '../../../deploy/launcher/launch.mjs';
import { settingsFrom } from '../../../deploy/launcher/settings.mjs';
import { orSay } from '../../../deploy/launcher/trouble.mjs';

const main = fileURLToPath(new URL('fake-service.mjs', import.meta.url));
const services = ['directory', 'gateway'].map((name) => ({ name, main, args: [name] }));
await orSay(() => launch(settingsFrom(process.env), services, (line) => console.log(line)));
process.exit();
