import { ADDRESSES, FAILURE_ID, MODULE_PREFIX, PAYLOAD_ID, type PackedFiles } from './single-file.ts';
import { PAGE_ENCODING, textToBytes } from './text-bytes.ts';

/** Put here by the build. */
declare const PACKED_FILES: PackedFiles;

// A page that was opened by double click may load no other file, but whatever it holds itself: each file of the build
// becomes a blob, modules find each other by an import map, workers are classic (Chromium starts no others here).
void start().catch((error: unknown) => {
  const notice = document.getElementById(FAILURE_ID);
  if (notice === null) return;
  notice.hidden = false;
  notice.append(` (${String(error)})`);
});

async function start(): Promise<void> {
  const bytes = await unpack(document.getElementById(PAYLOAD_ID)?.textContent ?? '');
  const { entries, files } = PACKED_FILES;
  const addresses: Record<string, string> = {};
  const imports: Record<string, string> = {};
  let offset = 0;
  for (const { name, type, role, length, needs } of files) {
    const content = bytes.subarray(offset, offset + length);
    offset += length;
    const parts: BlobPart[] = [content];
    if (role === 'worker') {
      const needed = Object.fromEntries(needs.map((other) => [other, addresses[other]]));
      parts.unshift(`self.${ADDRESSES}=${JSON.stringify(needed)};\n`);
    }
    if (role === 'style') parts[0] = withAddresses(new TextDecoder().decode(content), addresses);
    const blob = new Blob(parts, { type });
    // Chromium lets a worker of this page fetch no blobs, but data it does.
    const address = role === 'data' ? await dataAddress(blob) : URL.createObjectURL(blob);
    addresses[name] = address;
    if (role === 'module') imports[MODULE_PREFIX + name] = address;
    if (role === 'style') addStyle(address);
  }
  Object.assign(globalThis, { [ADDRESSES]: addresses });
  const map = document.createElement('script');
  map.type = 'importmap';
  map.textContent = JSON.stringify({ imports });
  document.head.append(map);
  for (const entry of entries) await import(/* @vite-ignore */ MODULE_PREFIX + entry);
}

async function unpack(text: string): Promise<Uint8Array<ArrayBuffer>> {
  if (document.characterSet !== PAGE_ENCODING) {
    throw new Error(`read as ${document.characterSet}: open the file from a disk, not from this server`);
  }
  const unpacked = new Blob([textToBytes(text)]).stream().pipeThrough(new DecompressionStream('gzip'));
  return new Uint8Array(await new Response(unpacked).arrayBuffer());
}

function dataAddress(blob: Blob): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onerror = () => reject(reader.error);
    reader.onload = () => resolve(String(reader.result));
    reader.readAsDataURL(blob);
  });
}

/** A style sheet of a blob has no folder beside it: its fonts are named by their addresses. */
function withAddresses(css: string, addresses: Readonly<Record<string, string>>): string {
  return css.replace(/url\((?:\.\/)?([\w.-]+)\)/g, (whole, name: string) =>
    addresses[name] === undefined ? whole : `url(${addresses[name]})`,
  );
}

function addStyle(address: string): void {
  const link = document.createElement('link');
  link.rel = 'stylesheet';
  link.href = address;
  document.head.append(link);
}
