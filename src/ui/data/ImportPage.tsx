import { useMutation } from '@tanstack/react-query';
import { Link } from 'wouter';
import type { DroppedFile } from '../../lab/data/dropped-files.ts';
import { openFiles } from '../../lab/data/open-files.ts';
import { navigate } from '../address.ts';
import { useMessages } from '../i18n/use-messages.ts';
import { ErrorNotice } from '../parts/ErrorNotice.tsx';
import { FileDrop } from './FileDrop.tsx';
import { ImportChoice } from './ImportChoice.tsx';
import { importTexts } from './import-texts.ts';
import { LoadStreamflow } from './LoadStreamflow.tsx';
import { TaskLine } from './TaskLine.tsx';
import { useTask } from './use-task.ts';
import './import.css';

/** The way in for the student's own files: open them, say what they are, import. */
export function ImportPage() {
  const texts = useMessages(importTexts);
  const task = useTask();
  const open = useMutation({
    networkMode: 'always',
    mutationFn: async (files: Promise<readonly DroppedFile[]>) => openFiles(await files, task.start()),
  });
  return (
    <div className="page data-page">
      <header className="page-head">
        <p>
          <Link href="/data">← {texts.back}</Link>
        </p>
        <h1>{texts.title}</h1>
        <p>{texts.lead}</p>
      </header>
      <FileDrop onFiles={(files) => open.mutate(files)} />
      {open.data === undefined && !open.isPending && (
        <div className="actions">
          <span>{texts.shipped}</span>
          <LoadStreamflow look="plain" onLoaded={() => navigate('/data')} />
        </div>
      )}
      {open.isPending && <TaskLine label={texts.opening} task={task} />}
      <ErrorNotice error={open.error} />
      {open.data?.length === 0 && <p role="alert">{texts.nothing}</p>}
      {open.data !== undefined && open.data.length > 0 && (
        <ImportChoice key={open.submittedAt} groups={open.data} />
      )}
    </div>
  );
}
