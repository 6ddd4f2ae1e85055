import { openDB } from 'idb';

// In a database like the lab's own: what the browser keeps otherwise may not outlive a kill.
const notes = openDB('crash-notes', 1, { upgrade: (database) => void database.createObjectStore('notes') });

/** Keeps what later rounds compare with. */
export async function keepNote(name: string, value: unknown): Promise<void> {
  const transaction = (await notes).transaction('notes', 'readwrite', { durability: 'strict' });
  await Promise.all([transaction.store.put(value, name), transaction.done]);
}

export async function readNote<T>(name: string): Promise<T> {
  return (await notes).get('notes', name) as Promise<T>;
}
