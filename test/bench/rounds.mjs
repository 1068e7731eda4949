/** The middle value, and the lowest and highest beside it. */
export const summary = (values) => {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  const median = sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  return { median, lowest: sorted[0], highest: sorted.at(-1) };
};

/**
 * Measures ours and the baseline in turn, so that what else the machine does hurts both alike; the ratio is the middle
 * one of the rounds, too. The first round warms up and is not counted.
 */
export const alternating = async (rounds, { ours, baseline }) => {
  const measured = [];
  for (let round = 0; round <= rounds; round += 1) measured.push([await ours(), await baseline()]);
  const counted = measured.slice(1);
  return {
    ours: summary(counted.map(([our]) => our)),
    baseline: summary(counted.map(([, base]) => base)),
    ratio: summary(counted.map(([our, base]) => our / base)).median,
  };
};

/** How many of them in a second, when this does so many. */
export const perSecond = async (count, act) => {
  const started = performance.now();
  await act();
  return (count / (performance.now() - started)) * 1_000;
};
