import { previewArtifact, type RunFile, readArtifact } from '../../lab/runs/read-run.ts';
import { useAddressParams } from '../address-params.ts';
import { useFormats } from '../i18n/use-formats.ts';
import { useMessages } from '../i18n/use-messages.ts';
import { ErrorNotice } from '../parts/ErrorNotice.tsx';
import { useLab, useLabAction } from '../workspace-queries.ts';
import { runTexts } from './run-texts.ts';

/** How much of a file is shown; the download has all of it. */
const MOST_CHARACTERS = 20_000;

/** A run's files: look at one, or take it along. */
export function ArtifactBrowser({
  runId,
  files,
}: {
  readonly runId: string;
  readonly files: readonly RunFile[];
}) {
  const texts = useMessages(runTexts);
  const formats = useFormats();
  const { params, change } = useAddressParams();
  const path = params.get('file');
  const { data: text, error } = useLab(['runs'], ['runs', 'file', runId, path], (lab) =>
    path === null ? null : previewArtifact(lab, runId, path),
  );
  const download = useLabAction([], async (lab, chosen: string) => {
    save((await readArtifact(lab, runId, chosen)) ?? '', chosen);
  });
  return (
    <>
      <div className="table-frame">
        <table className="table">
          <thead>
            <tr>
              <th scope="col">{texts.file}</th>
              <th scope="col" data-number>
                {texts.size}
              </th>
              <td />
            </tr>
          </thead>
          <tbody>
            {files.map((file) => (
              <tr key={file.path}>
                <th scope="row">
                  <button
                    type="button"
                    className="quiet figure"
                    aria-label={texts.preview(file.path)}
                    aria-pressed={file.path === path}
                    onClick={() => change({ file: file.path }, { replace: true })}
                  >
                    {file.path}
                  </button>
                </th>
                <td data-number>{formats.bytes(file.fileSize)}</td>
                <td>
                  <button
                    type="button"
                    className="quiet"
                    aria-label={texts.download(file.path)}
                    onClick={() => download.mutate(file.path)}
                  >
                    {texts.downloadShort}
                  </button>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <ErrorNotice error={error ?? download.error} />
      {path === null && <p className="hint">{texts.choose}</p>}
      {path !== null && typeof text === 'string' && (
        <section className="section" aria-label={path}>
          <h2 className="figure">{path}</h2>
          {text.length > MOST_CHARACTERS && (
            <p className="hint">{texts.cut(formats.count(MOST_CHARACTERS), formats.count(text.length))}</p>
          )}
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard. */}
          <pre className="file-text" tabIndex={0}>
            {text.slice(0, MOST_CHARACTERS)}
          </pre>
        </section>
      )}
    </>
  );
}

function save(text: string, path: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text]));
  const name = path.split('/').at(-1) ?? path;
  link.download = name.includes('.') ? name : `${name}.json`;
  link.click();
  URL.revokeObjectURL(link.href);
}
