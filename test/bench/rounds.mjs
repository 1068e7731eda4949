/** The middle value, and the lowest and highest beside it. */
export const summary = (values) => {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  const median = sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  return { median, lowest: sorted[0], highest: sorted.at(-1) };
};

/**
 * Measures ours and the baseline in turn, so that what else the machine does hurts both alike. The first round warms
 * up and is not counted.
 */
export const alternating = async (rounds, { ours, baseline }) => {
  const measured = { ours: [], baseline: [] };
  for (let round = 0; round <= rounds; round += 1) {
    const values = { ours: await ours(), baseline: await baseline() };
    if (round > 0) for (const side of ['ours', 'baseline']) measured[side].push(values[side]);
  }
  return { ours: summary(measured.ours), baseline: summary(measured.baseline) };
};
