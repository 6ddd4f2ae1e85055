import { useState } from 'react';
import { type ResolvedUri, resolveUri, resolveUris } from '../../lab/models/resolve-uris.ts';
import { useMessages } from '../i18n/use-messages.ts';
import { ErrorNotice } from '../parts/ErrorNotice.tsx';
import { useLab, useLabAction } from '../workspace-queries.ts';
import { modelsTexts } from './models-texts.ts';

/** What the URIs that load this model mean at this moment, and any other one to try. */
export function UriResolver({
  name,
  aliases,
}: {
  readonly name: string;
  readonly aliases: readonly string[];
}) {
  const texts = useMessages(modelsTexts);
  const { data: resolved = [] } = useLab(['models'], ['uris', name, ...aliases], (workspace) =>
    resolveUris(workspace, name, aliases),
  );
  const [uri, setUri] = useState(`models:/${name}/1`);
  const ask = useLabAction<void, ResolvedUri>([], (workspace) => resolveUri(workspace, uri));
  return (
    <section className="section">
      <h2>{texts.resolver}</h2>
      <p className="hint">{texts.resolverWhy}</p>
      <div className="table-frame stack-frame">
        <table className="table stacked">
          <thead>
            <tr>
              <th scope="col">{texts.uri}</th>
              <th scope="col">{texts.means}</th>
            </tr>
          </thead>
          <tbody>
            {resolved.map((entry) => (
              <tr key={entry.uri}>
                <th scope="row">
                  <code>{entry.uri}</code>
                </th>
                <td data-label={texts.means} title={entry.error?.message}>
                  {entry.version === null ? (
                    <span className="hint">{texts.meansNothing}</span>
                  ) : (
                    texts.versionOf(String(entry.version))
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <form
        className="fields"
        onSubmit={(event) => {
          event.preventDefault();
          ask.mutate();
        }}
      >
        <label className="field uri-field">
          <span>{texts.tryUri}</span>
          <input className="figure" value={uri} onChange={(event) => setUri(event.target.value)} />
        </label>
        <button type="submit" className="plain">
          {texts.resolve}
        </button>
        <output>{ask.data?.version ? texts.versionOf(String(ask.data.version)) : null}</output>
      </form>
      <ErrorNotice error={ask.data?.error ?? ask.error} />
    </section>
  );
}
