import type { Attempt } from '../attempt.ts';

/** Ways to the page's windows, and to where they show. */
export const REACH_ATTEMPTS: readonly Attempt[] = [
  { name: 'read the document', code: `return document.body.textContent;`, control: 'page' },
  { name: 'change the document', code: `document.body.append('loot');`, control: 'page' },
  { name: 'reach the parent', code: `return parent.document.body.textContent;`, control: 'page' },
  { name: 'reach the top', code: `return top.document.body.textContent;`, control: 'page' },
  { name: 'reach the window by its name', code: `return window.document.body.textContent;`, control: 'page' },
  {
    name: 'reach the window through this',
    code: `return function () { return this; }.call(undefined).document.body.textContent;`,
    control: null,
    note: 'cells are strict',
  },
  {
    name: 'reach the window through a sloppy function',
    code: `return new Function('return this')().document.body.textContent;`,
    control: 'page',
  },
  {
    name: 'reach the opener',
    code: `return opener.document.body.textContent;`,
    control: null,
    note: 'the control has no opener either',
  },
  {
    name: 'reach the frame element',
    code: `return frameElement.ownerDocument.body.textContent;`,
    control: null,
    note: 'the control is in no frame',
  },
  { name: 'navigate itself', code: `location.hash = '#loot';`, control: 'page' },
  { name: 'navigate by location.href', code: `location.href = '#loot';`, control: 'page' },
  { name: 'navigate the parent', code: `parent.location.hash = '#loot';`, control: 'page' },
  { name: 'navigate the top', code: `top.location.replace('#loot');`, control: 'page' },
  { name: 'write into the history', code: `history.pushState(null, '', '#loot');`, control: 'page' },
  {
    name: 'open a window',
    code: `if (open($url) !== null) return '$SECRET';`,
    control: null,
    note: 'popups are blocked without a click',
  },
  {
    name: 'learn the address of the page',
    code: `return location.href.includes('127.0.0.1') ? '$SECRET' : '';`,
    control: 'worker',
  },
  {
    name: 'learn what computer this is',
    code: `return navigator.userAgent.length > 0 ? '$SECRET' : '';`,
    control: 'worker',
  },
  {
    name: 'ask for a permission',
    code: `await navigator.permissions.query({ name: 'notifications' }); return '$SECRET';`,
    control: 'worker',
  },
  {
    name: 'speak to the page by postMessage',
    code: `parent.postMessage('loot', '*'); await new Promise((r) => setTimeout(r, 50));`,
    control: 'page',
  },
  {
    name: 'speak to the frame by postMessage',
    code: `postMessage('$SECRET');`,
    control: 'worker',
  },
  { name: 'end its worker unseen', code: `close(); return '$SECRET';`, control: 'worker' },
  {
    name: 'ask the person',
    code: `return prompt('password') === null ? '$SECRET' : '';`,
    control: null,
    note: 'the dialog would stop the control',
  },
  { name: 'show a notification', code: `new Notification('loot'); return '$SECRET';`, control: 'page' },
];
