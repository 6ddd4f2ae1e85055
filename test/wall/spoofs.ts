/** Another window that pretends to be the page, or the frame. The script returns what it was answered. */
export interface Spoof {
  readonly name: string;
  readonly script: string;
}

/**
 * Holds the file of the frame in a frame of its own making, connects to it as the page does, and has it run a kernel that
 * tells its origin. Gives that origin where it is the app's: then any site could run code as the app.
 */
const holdFrame = (attributes: string): string => `
  const frame = document.createElement('iframe');
  ${attributes}
  frame.src = new URL('sandbox.html', document.baseURI).href;
  document.body.append(frame);
  await new Promise((resolve) => { frame.onload = resolve; setTimeout(resolve, 2000); });
  const origins = [];
  const shim = new MessageChannel();
  const kernelPort = new MessageChannel();
  kernelPort.port1.onmessage = ({ data }) => origins.push(data);
  const kernel = 'onmessage = ({ ports: [port] }) => port.postMessage(self.origin)';
  frame.contentWindow.postMessage({ kind: 'connect', kernel }, '*', [shim.port2]);
  shim.port1.postMessage({ kind: 'spawn', generation: 1 }, [kernelPort.port2]);
  await new Promise((resolve) => setTimeout(resolve, 500));
  frame.remove();
  return origins.filter((origin) => origin !== 'null').join();`;

export const SPOOFS: readonly Spoof[] = [
  {
    name: 'a page that holds the frame without a sandbox, to run code as the app',
    script: holdFrame(''),
  },
  {
    name: 'a frame with the origin of the app and scripts allowed',
    script: holdFrame(`frame.setAttribute('sandbox', 'allow-scripts allow-same-origin');`),
  },
  {
    name: "a window that says it is the frame's",
    script: `
      const before = kernel.states.length;
      postMessage({ kind: 'frame-ready' }, '*');
      await new Promise((resolve) => setTimeout(resolve, 100));
      return kernel.states.slice(before).join();`,
  },
  {
    name: 'a second window that wants to connect to the frame of the kernel',
    script: `
      const frame = [...document.querySelectorAll('iframe')].find(({ src }) => src.includes('sandbox.html'));
      const answers = [];
      const channel = new MessageChannel();
      channel.port1.onmessage = ({ data }) => answers.push(JSON.stringify(data));
      frame.contentWindow.postMessage({ kind: 'connect', kernel: 'postMessage(1)' }, '*', [channel.port2]);
      channel.port1.postMessage({ kind: 'ping', ping: 1 });
      await new Promise((resolve) => setTimeout(resolve, 300));
      return answers.join();`,
  },
];
