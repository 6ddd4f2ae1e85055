// `npm run test:crash`: kills a real browser at random moments and looks at what is left. Prints its figures; fails
// where more was lost than may be. `npm run test:crash -- 20` kills twenty times instead of fifty.
import type { AddressInfo } from 'node:net';
import { build, preview } from 'vite';
import { killWhileTyping } from './kill-while-typing.ts';

const KILLS = Number(process.argv.at(-1)) || 50;
const LIMIT_MS = 300;

process.env.NODE_ENV = 'production';
const outDir = 'node_modules/.cache/crash';
await build({ logLevel: 'warn', build: { outDir, emptyOutDir: true } });
const server = await preview({
  logLevel: 'warn',
  build: { outDir },
  preview: { port: 0, strictPort: false, host: '127.0.0.1' },
});
const { port } = server.httpServer.address() as AddressInfo;
const killed = await killWhileTyping(`http://127.0.0.1:${port}/`, KILLS, ({ nTyped, nLost, lostMs }, round) =>
  console.log(`kill ${round}: ${nTyped} keys typed, ${nLost} lost, the first ${lostMs.toFixed(0)} ms before`),
);
await server.close();
const lost = killed.map(({ lostMs }) => lostMs).sort((a, b) => a - b);
const nTorn = killed.filter(({ isIntact }) => !isIntact).length;
console.log(
  `typing: ${killed.length} kills, ${nTorn} torn texts; lost at most ${lost.at(-1)?.toFixed(0)} ms of keys, median ${lost[Math.floor(lost.length / 2)]?.toFixed(0)} ms`,
);
if (nTorn > 0 || lost.some((ms) => ms > LIMIT_MS)) process.exitCode = 1;
