import { Button } from 'react-aria-components/Button';
import { DropZone } from 'react-aria-components/DropZone';
import { FileTrigger } from 'react-aria-components/FileTrigger';
import { Text } from 'react-aria-components/Text';
import type { DroppedFile } from '../../lab/data/dropped-files.ts';
import { useMessages } from '../i18n/use-messages.ts';
import { filesOfItems, filesOfList } from './dropped-items.ts';
import { importTexts } from './import-texts.ts';

/** Takes files by drop, paste, or the browser's dialogs. */
export function FileDrop({
  onFiles,
}: {
  readonly onFiles: (files: Promise<readonly DroppedFile[]>) => void;
}) {
  const texts = useMessages(importTexts);
  return (
    <DropZone className="drop-zone" onDrop={({ items }) => onFiles(filesOfItems(items))}>
      <Text slot="label" className="drop-title">
        {texts.drop}
      </Text>
      <span className="hint">{texts.dropHint}</span>
      <div className="actions">
        <FileTrigger
          allowsMultiple
          acceptedFileTypes={['.csv', '.parquet', '.zip']}
          onSelect={(files) => onFiles(Promise.resolve(filesOfList(files)))}
        >
          <Button className="primary">{texts.chooseFiles}</Button>
        </FileTrigger>
        <FileTrigger acceptDirectory onSelect={(files) => onFiles(Promise.resolve(filesOfList(files)))}>
          <Button className="plain">{texts.chooseFolder}</Button>
        </FileTrigger>
      </div>
    </DropZone>
  );
}
