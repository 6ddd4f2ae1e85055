import type { DirectoryDropItem, DropItem } from 'react-aria-components/useDragAndDrop';
import type { DroppedFile } from '../../lab/data/dropped-files.ts';

/** The files among dropped items, those in folders with their paths. */
export async function filesOfItems(items: Iterable<DropItem>, folder = ''): Promise<DroppedFile[]> {
  const found: DroppedFile[] = [];
  for (const item of items) {
    if (item.kind === 'file') found.push({ path: `${folder}${item.name}`, file: await item.getFile() });
    if (item.kind === 'directory') found.push(...(await filesOfFolder(item, folder)));
  }
  return found;
}

/** The files that a file dialog gave. */
export function filesOfList(files: FileList | null): DroppedFile[] {
  return [...(files ?? [])].map((file) => ({ path: file.webkitRelativePath || file.name, file }));
}

async function filesOfFolder(item: DirectoryDropItem, folder: string): Promise<DroppedFile[]> {
  const entries: DropItem[] = [];
  for await (const entry of item.getEntries()) entries.push(entry);
  return filesOfItems(entries, `${folder}${item.name}/`);
}
