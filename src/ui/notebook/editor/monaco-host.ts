/** The one full editor of the page. */
export interface MonacoHost {
  readonly kind: 'monaco';
}
