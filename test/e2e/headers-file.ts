import { readFileSync } from 'node:fs';

/** Reads a `_headers` file as Netlify and Cloudflare Pages do: all rules whose path matches, the same header joined. */
export function readHeadersFile(file: string): (path: string) => Readonly<Record<string, string>> {
  const rules: { readonly path: string; readonly headers: [string, string][] }[] = [];
  for (const line of readFileSync(file, 'utf8').split('\n')) {
    if (line.startsWith('/')) rules.push({ path: line.trim(), headers: [] });
    const [, name, value] = /^\s+([\w-]+):\s*(.+)$/.exec(line) ?? [];
    if (name !== undefined) rules.at(-1)!.headers.push([name.toLowerCase(), value!]);
  }
  return (path) => {
    const sent: Record<string, string> = {};
    for (const rule of rules) {
      const prefix = rule.path.replace(/\*$/, '');
      if (rule.path.endsWith('*') ? !path.startsWith(prefix) : path !== rule.path) continue;
      for (const [name, value] of rule.headers)
        sent[name] = sent[name] === undefined ? value : `${sent[name]}, ${value}`;
    }
    return sent;
  };
}
