/** A column of a long table. */
export interface VirtualColumn {
  readonly key: string;
  readonly label: string;
  /** Shown small beside the label, such as the dtype. */
  readonly note?: string;
  /** In characters of the table's type. */
  readonly width: number;
  readonly isNumber?: boolean;
}

/** The column that a table is sorted by. */
export interface ColumnOrder {
  readonly key: string;
  readonly isDescending: boolean;
}
