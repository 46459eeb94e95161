// In: numbers and words as the model has them. Out: the same as people read them: clock marks, hours, counts, per cents.
// Whole numbers only, so that a template or a locale decides how they look.

/** A number of things and whether it is one, so that a label can choose its form. */
export interface Count {
  count: number;
  one: boolean;
}

export interface Duration {
  total: number;
  hours: number;
  rest: number;
  both: boolean;
}

/** Minutes since the start as a clock mark: 67 is 1:07. */
export function clock(minutes: number): string {
  return `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, "0")}`;
}

export function duration(total: number): Duration {
  const hours = Math.floor(total / 60);
  const rest = total % 60;
  return { total, hours, rest, both: hours > 0 && rest > 0 };
}

export function counted(count: number): Count {
  return { count, one: count === 1 };
}

/** A share of 0 to 1 in whole per cent; never rounded up to 100. */
export function percent(share: number): number {
  return share < 1 ? Math.min(99, Math.round(share * 100)) : 100;
}
