import { afterAll } from '@jest/globals';
import { keepsCheckpoints } from '@redress/eventsourcing/checkpoints.conformance';
import { conforms } from '@redress/eventsourcing/event-store.conformance';
import { KurrentDouble } from './doubles/kurrent-double.js';
import { kurrentHome } from './kurrent-home.js';

const double = await KurrentDouble.start();
const home = kurrentHome(double.url);

afterAll(() => {
  home.close();
  double.stop();
});

conforms('KurrentEventStore on a double of its server', home);
keepsCheckpoints('KurrentCheckpoints on a double of its server', home.checkpoints);
