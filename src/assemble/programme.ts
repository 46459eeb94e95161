// The shape of an integer programme, whoever solves it: whole-number columns from 0 up, linear rows, goals in order.
// Plain data; built by model.ts, solved by solve.ts, and small enough to be solved by counting in a test.

/** A decision: a whole number from 0 to `upper`. */
export interface Column {
  name: string;
  upper: number;
}

/** One product in a sum: a column by its index, and its whole-number factor. */
export type Term = readonly [column: number, factor: number];

/** A sum that must lie between two bounds; an absent bound does not bind. */
export interface Row {
  name: string;
  terms: Term[];
  atLeast?: number;
  atMost?: number;
}

export interface Programme {
  columns: Column[];
  rows: Row[];
  /** The sum to make as large as possible. */
  objective: Term[];
  /** Groups of columns that are zero in every proper solution. Only if there is no such
   * solution may they grow, each group as little as possible, the first group least of all. */
  concessions: number[][];
  /** Columns of which as few as possible are chosen: after every concession, before the objective. */
  avoided: number[];
}
