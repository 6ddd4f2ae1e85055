import { Link } from 'wouter';
import { readModelNames } from '../../lab/models/read-models.ts';
import { useAddressParams } from '../address-params.ts';
import { useMessages } from '../i18n/use-messages.ts';
import { ErrorNotice } from '../parts/ErrorNotice.tsx';
import { useLab } from '../workspace-queries.ts';
import { ModelView } from './ModelView.tsx';
import { modelsTexts } from './models-texts.ts';
import './models.css';

/** The registry: the registered models, and one of them in full. */
export function ModelsPage() {
  const texts = useMessages(modelsTexts);
  const { params, change } = useAddressParams();
  const { data: names, error } = useLab(['models'], ['model-names'], readModelNames);
  const name = names?.find((candidate) => candidate === params.get('model')) ?? names?.[0];
  return (
    <div className="page">
      <header className="page-head">
        <h1>{texts.title}</h1>
        <p>{texts.lead}</p>
      </header>
      <ErrorNotice error={error} />
      {names?.length === 0 && (
        <div className="empty">
          <p>{texts.none}</p>
          <Link className="primary" href="/runs">
            {texts.toRuns}
          </Link>
        </div>
      )}
      {names !== undefined && names.length > 1 && (
        <label className="field">
          <span>{texts.model}</span>
          <select value={name} onChange={(event) => change({ model: event.target.value, compare: null })}>
            {names.map((candidate) => (
              <option key={candidate}>{candidate}</option>
            ))}
          </select>
        </label>
      )}
      {name !== undefined && <ModelView key={name} name={name} />}
    </div>
  );
}
