// Middle and spread of repeated measurements.

// The value below which this share lies, between two of them in proportion.
export function quantile(values, share) {
  const sorted = values.toSorted((a, b) => a - b);
  const at = (sorted.length - 1) * share;
  const below = Math.floor(at);
  const above = Math.min(below + 1, sorted.length - 1);
  return sorted[below] + (sorted[above] - sorted[below]) * (at - below);
}

// The median, and the quartiles as its spread.
export function summary(values) {
  return { median: quantile(values, 0.5), low: quantile(values, 0.25), high: quantile(values, 0.75), runs: values.length };
}

// How often one is the other, pair by pair as they were measured one after the other.
export const ratios = (ours, theirs) => summary(ours.map((value, i) => value / theirs[i]));
