/** The page's own type in pictures. */
export const CHART_STYLE = { fontFamily: 'var(--sans)', fontSize: '13px', overflow: 'visible' } as const;
