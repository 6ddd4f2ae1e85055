/** A page without a wall and without a policy: what is tried on it gets through. */
export const CONTROL_PAGE = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Control</title><body></body></html>`;
