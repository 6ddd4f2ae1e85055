/** Writes warnings to stderr, each once, as Python's are. */
export function createWarn(): (message: string) => void {
  const warned = new Set<string>();
  return (message) => {
    if (!warned.has(message)) console.error(`warning: ${message}`);
    warned.add(message);
  };
}
