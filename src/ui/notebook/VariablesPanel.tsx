import { useState } from 'react';
import { useMessages } from '../i18n/use-messages.ts';
import { useNotebookState } from './notebook-context.ts';
import { stationTexts } from './station-texts.ts';

/** The variables that the cells left in the kernel. */
export function VariablesPanel() {
  const texts = useMessages(stationTexts);
  // Beside the cells there is room for it; above them it would push them down.
  const [isBeside] = useState(() => matchMedia('(min-width: 1151px)').matches);
  const variables = useNotebookState((state) => state.variables);
  return (
    <aside className="variables" aria-label={texts.variables}>
      <details open={isBeside}>
        <summary>
          {texts.variables} {variables.length > 0 && <span className="nav-count">{variables.length}</span>}
        </summary>
        {variables.length === 0 ? (
          <p className="hint">{texts.noVariables}</p>
        ) : (
          <dl>
            {variables.map(({ name, type, preview }) => (
              <div key={name}>
                <dt className="figure">{name}</dt>
                <dd title={preview}>{preview.startsWith(type) ? preview : `${type} ${preview}`}</dd>
              </div>
            ))}
          </dl>
        )}
      </details>
    </aside>
  );
}
