/** The part of a danfojs DataFrame that the lab reads. */
export interface DataFrame {
  readonly columns: string[];
  readonly shape: readonly number[];
  readonly dtypes: string[];
  column(name: string): Series;
}

/** The part of a danfojs Series that the lab reads. */
export interface Series {
  readonly values: unknown;
  readonly dtypes: string[];
}

/** The part of the danfojs module that the lab calls. */
export interface Danfo {
  readonly DataFrame: new (
    data: Readonly<Record<string, readonly unknown[]>> | readonly (readonly unknown[])[],
    options?: { readonly columns: readonly string[] },
  ) => DataFrame;
}

/** Gives danfojs, loaded on first use: it is larger than the rest of the lab together. */
export type DanfoLoader = () => Danfo;

/** Whether `value` is a danfojs DataFrame; told by its shape, so that danfojs need not be loaded to ask. */
export function isDataFrame(value: unknown): value is DataFrame {
  const frame = value as Partial<DataFrame> | null;
  return typeof frame === 'object' && Array.isArray(frame?.columns) && typeof frame.column === 'function';
}

/** Whether `value` is a danfojs Series. */
export function isSeries(value: unknown): value is Series {
  const series = value as Partial<Series> | null;
  return typeof series === 'object' && Array.isArray(series?.values) && Array.isArray(series.dtypes);
}
