import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Button } from 'react-aria-components/Button';
import { DropZone } from 'react-aria-components/DropZone';
import { FileTrigger } from 'react-aria-components/FileTrigger';
import { Text } from 'react-aria-components/Text';
import type { DroppedFile } from '../../lab/data/dropped-files.ts';
import { loadReview } from '../../lab/review/open-review.ts';
import { REPORT_EXTENSION } from '../../notebook/report/report-file.ts';
import { filesOfItems, filesOfList } from '../data/dropped-items.ts';
import { useMessages } from '../i18n/use-messages.ts';
import { ErrorNotice } from '../parts/ErrorNotice.tsx';
import { reviewTexts } from './review-texts.ts';
import { addFiles } from './use-review.ts';

/** Takes hand-ins by drop, many files at once, or a folder. */
export function ReviewFiles() {
  const texts = useMessages(reviewTexts);
  const client = useQueryClient();
  const [progress, setProgress] = useState({ done: 0, total: 0 });
  const add = useMutation({
    mutationFn: async (files: Promise<readonly DroppedFile[]>) => {
      // Of a folder only hand-ins: pages and texts lie beside them.
      const wanted = (await files).filter(
        ({ path }) => !path.includes('/') || path.toLowerCase().endsWith(REPORT_EXTENSION),
      );
      const onProgress = (done: number): void => setProgress({ done, total: wanted.length });
      return addFiles(await loadReview(), wanted, onProgress);
    },
    onSettled: () => client.invalidateQueries({ queryKey: ['review'] }),
  });
  return (
    <>
      <DropZone className="drop-zone" onDrop={({ items }) => add.mutate(filesOfItems(items))}>
        <Text slot="label" className="drop-title">
          {texts.drop}
        </Text>
        <span className="hint">{texts.dropHint}</span>
        <div className="actions">
          <FileTrigger allowsMultiple onSelect={(files) => add.mutate(Promise.resolve(filesOfList(files)))}>
            <Button className="primary">{texts.chooseFiles}</Button>
          </FileTrigger>
          <FileTrigger acceptDirectory onSelect={(files) => add.mutate(Promise.resolve(filesOfList(files)))}>
            <Button className="plain">{texts.chooseFolder}</Button>
          </FileTrigger>
        </div>
      </DropZone>
      <p className="hint" role="status">
        {add.isPending && texts.reading(progress.done, progress.total)}
        {add.data !== undefined && texts.added(add.data.nAdded, add.data.nPresent)}
      </p>
      <ErrorNotice error={add.error} />
    </>
  );
}
